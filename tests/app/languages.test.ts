import { afterEach, describe, expect, it } from 'vitest';
import { changeGroups, diffBetween } from '../../src/app/changes/between.ts';
import { changesInWords, detailOf, subjectOf } from '../../src/app/changes/words.ts';
import { dateInWords, datedPhrase, edtfInWords } from '../../src/app/dates.ts';
import { ALL_TIME, NO_FILTERS } from '../../src/app/filters/filters.ts';
import {
  datesInWords,
  labelFrom,
  percent,
  relationLabel,
  sentenceOf,
  subtypeWord,
} from '../../src/app/inspector/words.ts';
import { language, type LanguageCode } from '../../src/app/messages/language.svelte.ts';
import { number } from '../../src/app/messages.ts';
import { summaryOf as englishSummary } from '../../src/formats/diff-words.ts';
import * as english from '../../src/time/words.ts';
import { actor, corpus, says } from './builders.ts';

afterEach(() => language.show('en'));

/** No-break spaces as plain ones, so that the rows can be read. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('dates', () => {
  const DATES = ['2024', '2024-03', '2024-03-26', '[..2024-03]', '2018/..', '../2025-03', '2019/2022-01'];

  it.each([...DATES, '2023-07~', '2023?', '2023%', '[..2024-03-01]', '0987'])(
    'in English are the core’s: %s',
    (edtf) => {
      expect(edtfInWords(edtf)).toBe(english.edtfInWords(edtf));
      if (!/[[/~?%]/.test(edtf)) expect(dateInWords(edtf)).toBe(english.dateInWords(edtf));
    },
  );

  it.each<[LanguageCode, string, string]>([
    ['fr', '2024', '2024'],
    ['fr', '2024-08', 'août 2024'],
    ['fr', '2024-03-01', '1er mars 2024'],
    ['fr', '[..2024-03]', 'mars 2024 au plus tard'],
    ['fr', '2018-02-05/..', 'depuis le 5 février 2018'],
    ['fr', '2018/..', 'depuis 2018'],
    ['fr', '../2025-03', 'jusqu’en mars 2025'],
    ['fr', '../2025-03-02', 'jusqu’au 2 mars 2025'],
    ['fr', '2023-07~', 'juillet 2023 (environ)'],
    ['it', '2024-03-01', '1º marzo 2024'],
    ['it', '2018/..', 'dal 2018'],
    ['it', '2018-02/..', 'da febbraio 2018'],
    ['it', '2018-02-11/..', 'dall’11 febbraio 2018'],
    ['it', '../2025-04', 'fino ad aprile 2025'],
    ['it', '../2025-04-02', 'fino al 2 aprile 2025'],
    ['it', '2019/2022-01', '2019 – gennaio 2022'],
    ['it', '2023%', '2023 (circa, incerto)'],
  ])('in %s: %s is %s', async (code, edtf, words) => {
    await language.show(code);
    expect(edtfInWords(edtf)).toBe(words);
  });

  it.each<[LanguageCode, string, string]>([
    ['en', '2024-03', 'As of March 2024'],
    ['fr', '2024-03', 'Fin mars 2024'],
    ['fr', '2024-03-26', 'Au 26 mars 2024'],
    ['it', '2024', 'A fine 2024'],
    ['it', '2024-03-08', 'All’8 marzo 2024'],
  ])('in %s, as of %s: %s', async (code, date, words) => {
    await language.show(code);
    expect(datedPhrase('date_as_of', date)).toBe(words);
  });

  it('that are in no calendar stay as they are written', () => {
    expect(dateInWords('2024-21')).toBe('2024-21');
  });
});

describe('ties in other languages', () => {
  const name = (id: string) => id.toUpperCase();
  const tie = (...said: Parameters<typeof says>) => corpus([says(...said)]).ties[0]!;

  it.each<[LanguageCode, string, string, string, string]>([
    ['fr', 'NIGER a expulsé FRANCE', 'a fait l’objet d’une expulsion par', 'mars 2024 au plus tard', '93 %'],
    ['it', 'NIGER ha espulso FRANCE', 'ha subito un’espulsione da', 'marzo 2024 al più tardi', '93%'],
  ])('in %s', async (code, sentence, inverse, dates, share) => {
    await language.show(code);
    expect(sentenceOf(tie('niger', 'expelled', 'france'), name)).toBe(sentence);
    expect(labelFrom('expelled', false)).toBe(inverse);
    expect(datesInWords(tie('niger', 'expelled', 'france', { reported: '2024-03' }))).toBe(dates);
    expect(plain(percent(0.929))).toBe(share);
  });

  it('keeps what is a name, and refuses relations that are none', async () => {
    await language.show('fr');
    expect(subtypeWord(actor('x', 'person', { subtype: 'president' }))).toBe('president');
    expect(subtypeWord(actor('x', 'organisation', { subtype: 'bank' }))).toBe('banque');
    expect(subtypeWord(actor('x', 'organisation', { subtype: 'constructor' }))).toBe('constructor');
    expect(() => relationLabel('to-string')).toThrow(/No relation "to-string"/);
    expect(plain(number(12345))).toBe('12 345');
  });
});

describe('changes in words', () => {
  const open = corpus(
    [
      says('mali', 'joined', 'bloc', { when: '2020', reported: '2020-06' }),
      says('mali', 'left', 'bloc', { when: '2024-01-28', reported: '2024-01-29' }),
      says('mali', 'cooperates-with', 'chad', { when: '2019' }),
      says('mali', 'cut-ties', 'chad', { when: '2023-02' }),
      says('niger', 'expelled', 'france', { when: '2023-12', reported: '2023-12-05' }),
      says('niger', 'sanctioned', 'benin', { status: 'planned', reported: '2024-02' }),
      says('niger', 'accuses', 'benin', { status: 'alleged', when: '2021', reported: '2021' }),
      says('niger', 'accuses', 'benin', { status: 'actual', when: '2023', reported: '2023', by: 'wire' }),
      says('chad', 'allied-with', 'france', { reported: '2022' }),
      says('togo', 'allied-with', 'france', { reported: '2024' }),
    ],
    [actor('bloc', 'organisation')],
  );
  const days = { from: '2021-12-31', to: '2024-12-31' };
  const name = (id: string) => open.actors.get(id)?.name ?? id;
  const told = (clock: 'when' | 'reported') => {
    const diff = diffBetween(open, open.file, NO_FILTERS, { ...ALL_TIME, clock }, days);
    return { diff, groups: changeGroups(diff) };
  };

  it.each(['when', 'reported'] as const)('in English are those of the files, on the clock "%s"', (clock) => {
    const { diff, groups } = told(clock);
    const lines = groups.flatMap((group) => group.lines);
    expect(lines.length).toBeGreaterThan(5);
    for (const line of lines) {
      expect(subjectOf(line, name)).toBe(line.subject);
      expect(detailOf(line, name, (id) => open.assertions.get(id))).toBe(line.detail);
    }
    expect(changesInWords(diff, groups, '2021 → 2024')).toBe(`${englishSummary(diff)}.`);
  });

  it('cover every kind of difference here', () => {
    const kinds = [...told('when').groups, ...told('reported').groups].map(({ kind }) => kind);
    expect([...new Set(kinds)].sort()).toEqual(['added', 'changed', 'confirmed', 'ended', 'turned']);
  });

  it('are told in French', async () => {
    await language.show('fr');
    const { diff, groups } = told('when');
    expect(plain(changesInWords(diff, groups, '2021 → 2024'))).toMatch(
      /^2021 → 2024 : \d+ nouveaux, .* ; le plus de changements : /,
    );
    const lines = groups.flatMap(({ lines }) =>
      lines.map(
        (line) => `${subjectOf(line, name)} | ${detailOf(line, name, (id) => open.assertions.get(id))}`,
      ),
    );
    expect(lines).toContain('Niger a expulsé France | décembre 2023, 1 source indépendante');
    expect(lines).toContain('Mali est membre de Bloc | jusqu’au 28 janvier 2024');
  });
});
