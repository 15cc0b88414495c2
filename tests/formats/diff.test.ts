import { describe, expect, it } from 'vitest';
import { type ComparedSide, makeDiff, writeDiff } from '../../src/formats/diff.ts';
import { differenceLines } from '../../src/formats/diff-words.ts';
import { diffCsv, diffMarkdown, diffText } from '../../src/formats/diff-text.ts';
import type { GraphFile } from '../../src/model/index.ts';
import { tiesAt } from '../../src/snapshots/view.ts';
import { evidenceIn, graphOf, said } from '../snapshots/graphs.ts';

const quoted = (document: string, quote: string) => [{ ...evidenceIn(document), quote, end: quote.length }];
const A = 'country:A';
const B = 'country:B';
const O = 'organisation:o';
const graph: GraphFile = graphOf([
  said(A, 'joined', O, { when: '2020', evidence: quoted('d1', 'A joined O.') }),
  said(A, 'left', O, { when: '2023-03', evidence: quoted('d2', '=A walked out\n of O.') }),
  said(A, 'sanctioned', B, { when: '2019/2021', evidence: quoted('d1', 'A froze B’s assets.') }),
  said(A, 'cooperates-with', B, { when: '2022', evidence: quoted('d3', 'A and B <b>work</b> together.') }),
  said(B, 'deployed-in', A, { reported: '2023-06', evidence: quoted('d3', 'B is in A.') }),
]);
const side = (asOf: string): ComparedSide => ({
  side: { name: asOf, asOf, clock: 'when' },
  ties: tiesAt(graph, { asOf, clock: 'when' }),
  graph,
});
const diff = makeDiff(side('2020'), side('2024'));

describe('a diff for people', () => {
  it('begins with a sentence that counts, and gives every difference with its quotes', () => {
    expect(diffText(diff)).toBe(
      [
        '2020 → 2024: 1 new, 1 ended, 1 changed, 1 turned, 1 confirmed; most change: A.',
        '',
        'New (1)',
        '  A left o, March 2023, 1 independent source.',
        '      “=A walked out of O.” (Daily Post, d2)',
        '',
        'Ended (1)',
        '  A is a member of o, until March 2023.',
        '      “=A walked out of O.” (Daily Post, d2)',
        '      “A joined O.” (Daily Post, d1)',
        '',
        'Changed (1)',
        '  A cooperates with B: before, A sanctioned B; from conflict to cooperation.',
        '      “A and B <b>work</b> together.” (Other Post, d3)',
        '',
        'Turned (1)',
        '  A and B: from conflict to cooperation.',
        '      “A and B <b>work</b> together.” (Other Post, d3)',
        '',
        'Confirmed: possible before, certain after (1)',
        '  B is deployed in A, by June 2023, 1 independent source.',
        '      “B is in A.” (Other Post, d3)',
        '',
      ].join('\n'),
    );
  });
  it('is safe as Markdown and in a spreadsheet', () => {
    expect(diffMarkdown(diff)).toContain('A and B \\<b\\>work\\</b\\> together.');
    expect(diffMarkdown(diff)).not.toMatch(/(?<!\\)<b>/);
    expect(diffCsv(diff)).toContain("'=A walked out");
    expect(diffCsv(diff).split('\r\n')[0]).toBe('difference,sentence,quote,from');
  });
});

describe('each difference', () => {
  const lines = differenceLines(diff);

  it('names its tie, what it is about and the detail, so that a screen can lay them out and open the tie', () => {
    expect(lines.map(({ kind, subject, detail, tie }) => [kind, subject, detail, tie.relation])).toEqual([
      ['added', 'A left o', 'March 2023, 1 independent source', 'left'],
      ['ended', 'A is a member of o', 'until March 2023', 'member-of'],
      [
        'changed',
        'A cooperates with B',
        'before, A sanctioned B; from conflict to cooperation',
        'cooperates-with',
      ],
      ['turned', 'A and B', 'from conflict to cooperation', 'cooperates-with'],
      ['confirmed', 'B is deployed in A', 'by June 2023, 1 independent source', 'deployed-in'],
    ]);
  });
  it('leads from each quote to the evidence that it stands in', () => {
    const assertions = new Map(graph.assertions.map((assertion) => [assertion.id, assertion]));
    const quotes = lines.flatMap((line) => line.quotes);
    expect(quotes).toHaveLength(6);
    for (const { assertion, evidence, quote } of quotes)
      expect(assertions.get(assertion)?.evidence[evidence]?.quote).toBe(quote);
  });
  it('says the status in the sentence only: the subject is the bare claim', () => {
    const plan = graphOf([said(A, 'sanctioned', B, { status: 'planned', when: '2022', reported: '2022' })]);
    const at = (asOf: string): ComparedSide => ({
      side: { name: asOf },
      ties: tiesAt(plan, { asOf, clock: 'when' }),
      graph: plan,
    });
    const [line] = differenceLines(makeDiff(at('2020'), at('2024')));
    expect(line?.subject).toBe('A sanctioned B');
    expect(line?.detail).toBe('reported 2022, 1 independent source');
    expect(line?.sentence).toMatch(/^A sanctioned B \(planned\), /);
    expect(line?.tie.status).toBe('planned');
  });
});

describe('entente-diff/1', () => {
  it('holds what each difference rests on, so that it reads without the graphs', () => {
    const file = JSON.parse(writeDiff(diff)) as typeof diff;
    expect(file.format).toBe('entente-diff/1');
    const known = new Set(file.assertions.map(({ id }) => id));
    const named = [...file.added, ...file.ended].flatMap((tie) => [...tie.openedBy, ...tie.closedBy]);
    expect(named.length).toBe(3);
    expect(named.filter((id) => !known.has(id))).toEqual([]);
    expect(file.ended[0]!.closedBy).toHaveLength(1);
    expect(file.documents.every((document) => !('text' in document))).toBe(true);
  });
  it('is empty for a graph and itself', () => {
    const same = makeDiff(side('2024'), side('2024'));
    expect([same.added, same.ended, same.changed, same.turns, same.assertions]).toEqual([[], [], [], [], []]);
    expect(diffText(same)).toBe('2024 → 2024: 0 new, 0 ended, 0 changed.\n');
  });
});
