/** The report of what changed between two dates, read back from its PDF file by another program. */
import { getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { detailOf, groupInWords, subjectOf } from '../../src/app/changes/words.ts';
import { Explorer } from '../../src/app/explorer.svelte.ts';
import { type ChangesContent, changesContent } from '../../src/app/export/pdf/changesContent.ts';
import { writeChangesReport } from '../../src/app/export/pdf/changesReport.ts';
import { NO_FILTERS, toggle } from '../../src/app/filters/filters.ts';
import type { Assertion } from '../../src/model/index.ts';
import { actor, corpus, says } from './builders.ts';
import { PAINTER, pagesOf } from './pdf.ts';

const FACTS = { language: 'en', made: new Date('2024-03-26T08:00:00Z') };
const DAYS = { from: '2021-12-31', to: '2024-12-31' };
const SAHEL: readonly Assertion[] = [
  says('mali', 'joined', 'bloc', { when: '2020', reported: '2020-06' }),
  says('mali', 'left', 'bloc', { when: '2024-01-28', reported: '2024-01-29' }),
  says('niger', 'expelled', 'france', { when: '2023-12', reported: '2023-12-05', by: 'wire' }),
  says('niger', 'sanctioned', 'benin', { status: 'planned', reported: '2024-02' }),
  // There at both dates: nothing to tell.
  says('chad', 'accuses', 'benin', { when: '2019', reported: '2019-05' }),
];

function comparing(assertions = SAHEL, actors = [actor('bloc', 'organisation')]): Explorer {
  const explorer = new Explorer();
  explorer.open(corpus(assertions, actors));
  explorer.view = 'changes';
  explorer.changes.period = DAYS;
  return explorer;
}

async function textOf(content: ChangesContent): Promise<string> {
  return (await pagesOf(await writeChangesReport(content, PAINTER, FACTS))).join(' ').normalize('NFC');
}
const report = (explorer: Explorer) => textOf(changesContent(explorer, '2024-03-26'));

describe('a PDF report of changes', () => {
  it('begins with both dates and the clock, and sums up', async () => {
    const explorer = comparing();
    const text = await report(explorer);
    expect(text).toContain('test: changes, 2021 → 2024, in the world Made with Entente on 26 March 2024');
    expect(text).toContain('2021 → 2024: 3 new, 1 ended, 0 changed; most change: Bloc.');
    expect(text).toContain('By the dates at which things happened. No filter hides anything.');
    explorer.time = { ...explorer.time, clock: 'reported' };
    expect(await report(explorer)).toContain('2021 → 2024, as reported');
  });

  it('tells every change as the view lists it, each with its quotes and their sources', async () => {
    const explorer = comparing();
    const { corpus, changes, nameOf } = explorer;
    const text = await report(explorer);
    let last = 0;
    const follows = (words: string) => {
      const at = text.indexOf(words, last);
      expect(at, `“${words}” follows`).toBeGreaterThanOrEqual(last);
      last = at + words.length;
    };
    expect(changes.groups.map(({ kind }) => kind)).toEqual(['added', 'ended']);
    for (const group of changes.groups) {
      follows(groupInWords(group).title);
      for (const line of group.lines) {
        follows(subjectOf(line, nameOf));
        follows(detailOf(line, nameOf, (id) => corpus!.assertions.get(id)));
        expect(line.quotes.length).toBeGreaterThan(0);
        for (const { quote } of line.quotes) follows(`“${quote}”`);
      }
    }
    expect(text).toContain('Niger sanctioned Benin Conflict · planned · reported February 2024');
    expect(text).toContain('“niger expelled france” wire · “From wire” · undated · actual · confidence 80 %');
  });

  it('says which other relation a quote states', async () => {
    expect(await report(comparing())).toMatch(
      /Mali is a member of Bloc Structure · actual · until 28 January 2024 Mali left Bloc “mali left bloc”/,
    );
  });

  it('does not tell what did not change, nor what filters hide, as the view does not', async () => {
    const explorer = comparing();
    const whole = await report(explorer);
    expect(whole).toContain('niger expelled france');
    expect(whole).not.toContain('chad accuses benin');
    explorer.filters = toggle(NO_FILTERS, 'relation', ['expelled'], false);
    const filtered = await report(explorer);
    expect(filtered).not.toContain('expelled france');
    expect(filtered).toContain('niger sanctioned benin');
    expect(filtered).toContain('2021 → 2024: 2 new, 1 ended');
    expect(filtered).toContain('With the filters 3 changes, without them 4.');
    expect(filtered).not.toContain('No filter hides anything.');
  });

  it('says so where the dates run backwards', async () => {
    const explorer = comparing();
    expect(await report(explorer)).not.toContain('backwards');
    explorer.changes.swap();
    expect(await report(explorer)).toContain('this reads backwards in time');
  });

  it.each(['Łódź i Żory', 'Россия', 'Ελλάδα', 'جامعة الدول العربية', '中国'])(
    'keeps %s as text',
    async (name) => {
      const said = says('niger', 'expelled', 'ross', { when: '2023', by: name });
      const text = await report(comparing([said], [actor('ross', 'country', { name })]));
      expect(text).toContain(`Niger expelled ${name}`);
      expect(text).toContain(`“From ${name}”`);
    },
  );

  it('leaves out what is too much, and says how much', async () => {
    const many = Array.from({ length: 1003 }, (_, i) =>
      says(`a${i}`, 'expelled', 'france', { when: '2023' }),
    );
    const content = changesContent(comparing(many), '2024-03-26');
    expect(content.groups.map(({ title, changes }) => [title, changes.length])).toEqual([
      ['New (1,003)', 1000],
    ]);
    expect(await textOf({ ...content, groups: [] })).toContain('3 more changes are left out');
  });

  it('has its groups as bookmarks, and its title', async () => {
    const bytes = await writeChangesReport(changesContent(comparing(), '2024-03-26'), PAINTER, FACTS);
    const document = await getDocumentProxy(new Uint8Array(bytes));
    expect((await document.getOutline()).map(({ title }) => title)).toEqual([
      'What is shown',
      'New (3)',
      'Ended (1)',
    ]);
    const { info } = await document.getMetadata();
    expect(info).toMatchObject({ Title: 'test: changes, 2021 → 2024, in the world', Language: 'en' });
  });
});
