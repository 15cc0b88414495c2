/** Measures as tables that a person can read; the short of it, JSON has more. */
import type { Triad } from '../graph/balance.ts';
import type { Centralities } from '../graph/centrality.ts';
import type { DyadChange } from '../graph/measure-change.ts';
import type { Actor, GraphFile, Sign } from '../model/index.ts';
import type { Measured, Part } from './measure.ts';

const SHOWN = 10;
const SIGNS: Readonly<Record<Sign, string>> = { 1: '+', [-1]: '−', 0: '0' };

type Name = (id: string) => string;

/** The parts asked for, under a line that says what was measured. */
export function measureText(actors: readonly Actor[], measured: Measured, parts: readonly Part[]): string {
  const name = namer(actors);
  const { asOf, clock, uncertain, measures } = measured;
  const { summary } = measures;
  const heading =
    `As of ${asOf} (${clock === 'when' ? 'as it was' : 'as reported by then'}): ${summary.actors} actors, ` +
    `${summary.ties} ties, of which stated as fact ${summary.cooperation} cooperation, ${summary.conflict} conflict` +
    (uncertain > 0 ? `; ${uncertain} that only may stand or have no date do not count (--possible)` : '');
  const texts: Readonly<Record<Part, () => string[]>> = {
    blocs: () => blocLines(measured, name),
    balance: () => balanceLines(measured, name),
    centrality: () => centralityLines(measured, name),
    warmth: () => warmthLines(measured, name),
  };
  return `${[[heading], ...parts.map((part) => texts[part]())].map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** The dyads that changed most, the first few. */
export function changeTable({ actors }: GraphFile, changes: readonly DyadChange[]): string {
  const name = namer(actors);
  const rows = changes
    .slice(0, 2 * SHOWN)
    .map(({ a, b, before, after, added, ended, changed, score }) => [
      `${name(a)} – ${name(b)}`,
      signed(before),
      signed(after),
      String(added),
      String(ended),
      String(changed),
      score.toFixed(1),
    ]);
  const header = ['dyad', 'warmth', 'then', 'added', 'ended', 'changed', 'change'];
  return `${[...table([header, ...rows]), ...rest(changes.length, 2 * SHOWN)].join('\n')}\n`;
}

function blocLines({ measures }: Measured, name: Name): string[] {
  const { blocs, modularity, runs } = measures.blocs;
  return [
    `Blocs, computed by Louvain's method on cooperation over ${runs} seeds; modularity ${modularity.toFixed(2)}`,
    ...blocs.slice(0, SHOWN).flatMap((members, i) => {
      const { within, across, dyads, share } = measures.frustration.blocs[i]!;
      const listed = members.map(({ actor, stability }) => `${name(actor)} ${percent(stability)}`);
      const strain =
        share === null
          ? ''
          : `; frustration ${percent(share)} (${within} within, ${across} across, of ${dyads} dyads)`;
      return [`  ${i + 1}  ${listed.join(', ')}${strain}`];
    }),
    ...rest(blocs.length, SHOWN),
  ];
}

function balanceLines({ measures }: Measured, name: Name): string[] {
  const { balanced, unbalanced, triads } = measures.balance;
  const { overall } = measures.frustration;
  const share = overall.share === null ? 'no dyad has a sign' : `${percent(overall.share)} of ${overall.dyads} dyads contradict the blocs`; // prettier-ignore
  const strained = triads.filter((triad) => !triad.balanced);
  return [
    `Balance: ${balanced} triads balanced, ${unbalanced} not; ${share}`,
    ...strained.slice(0, SHOWN).map((triad) => `  unbalanced: ${triadText(triad, name)}`),
    ...rest(unbalanced, SHOWN),
  ];
}

function triadText({ actors: [a, b, c], signs: [ab, ac, bc] }: Triad, name: Name): string {
  const line = (x: string, sign: Sign, y: string) => `${name(x)} ${SIGNS[sign]} ${name(y)}`;
  return [line(a, ab, b), line(b, bc, c), line(a, ac, c)].join(', ');
}

function centralityLines({ centrality }: Measured, name: Name): string[] {
  const header = ['', 'partners', 'sources', 'between', 'rank', 'partners', 'sources', 'between', 'rank'];
  const rows = centrality
    .slice(0, SHOWN)
    .map(({ actor, cooperation, all }) => [name(actor), ...figures(cooperation), ...figures(all)]);
  return [
    'Centrality, the first four columns among those who cooperate, the others among all',
    ...table([header, ...rows]),
    ...rest(centrality.length, SHOWN),
  ];
}

function figures(row: Centralities | null): string[] {
  if (!row) return ['–', '–', '–', '–'];
  return [
    String(row.degree),
    String(row.weightedDegree),
    row.betweenness.toFixed(2),
    row.pagerank.toFixed(3),
  ];
}

function warmthLines({ warmth }: Measured, name: Name): string[] {
  const dated = [...warmth].filter(([, { counted }]) => counted > 0);
  const sorted = dated.sort(([, a], [, b]) => Math.abs(b.value) - Math.abs(a.value));
  const undated = [...warmth.values()].reduce((sum, one) => sum + one.undated, 0);
  const rows = sorted.slice(0, SHOWN).map(([key, { value, counted }]) => {
    const [a, b] = key.split(' ') as [string, string];
    return [`${name(a)} – ${name(b)}`, signed(value), `${counted} counted`];
  });
  const left = undated > 0 ? `; ${undated} without a date left out` : '';
  return [`Warmth from −10 to 10, the strongest first${left}`, ...table(rows), ...rest(dated.length, SHOWN)];
}

/** Columns that line up: the first to the left, numbers to the right. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) => {
    const cells = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!),
    );
    return `  ${cells.join('  ')}`.trimEnd();
  });
}

function rest(count: number, shown: number): string[] {
  return count > shown ? [`  … and ${count - shown} more: see --json`] : [];
}

function namer(actors: readonly Actor[]): Name {
  const names = new Map(actors.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? id;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function signed(value: number): string {
  return `${value < 0 ? '−' : ''}${Math.abs(value).toFixed(1)}`;
}
