/**
 * Three tables for spreadsheets (RFC 4180): actors, ties, and the evidence of every assertion.
 *
 * They cannot hold: texts of documents, where in a quote its actors stand, edits. Cells that a spreadsheet
 * would run as a formula begin with an apostrophe.
 */
import type { GraphFile, Tie } from '../model/index.ts';
import { relationSpec } from '../ontology/relations/index.ts';
import { tiesOf } from '../ties/fold.ts';
import { spellsText } from './tie-days.ts';

/** The text of the three files, with a header line each. */
export interface CsvTables {
  readonly nodes: string;
  readonly edges: string;
  readonly evidence: string;
}

type Cell = string | number | null;

/** Writes actors as nodes, ties (by default all) as edges, and one row of evidence for each quote. */
export function writeCsv(graph: GraphFile, ties: readonly Tie[] = tiesOf(graph)): CsvTables {
  return { nodes: nodeTable(graph), edges: edgeTable(ties), evidence: evidenceTable(graph) };
}

function nodeTable({ actors }: GraphFile): string {
  const header = ['id', 'name', 'type', 'subtype', 'iso3', 'aliases', 'represents'];
  const rows = actors.map((actor): Cell[] => [
    actor.id,
    actor.name,
    actor.type,
    actor.subtype,
    actor.iso3 ?? null,
    actor.aliases.join('; '),
    actor.represents ?? null,
  ]);
  return csvTable(header, rows);
}

const EDGE_HEADER = [
  'id',
  'source',
  'target',
  'relation',
  'label',
  'direction',
  'sign',
  'from',
  'to',
  'spells',
  'statuses',
  'sources',
  'confidence',
  'supporting',
  'opposing',
];

function edgeTable(ties: readonly Tie[]): string {
  const rows = ties.map((tie): Cell[] => {
    const spec = relationSpec(tie.relation);
    return [
      tie.id,
      tie.source,
      tie.target,
      tie.relation,
      spec.label,
      spec.symmetric ? 'undirected' : 'directed',
      tie.sign,
      tie.spells[0]?.from ?? null,
      tie.spells.at(-1)?.to ?? null,
      spellsText(tie.spells),
      tie.statuses.join('; '),
      tie.sources,
      tie.confidence,
      tie.supporting.length,
      tie.opposing.length,
    ];
  });
  return csvTable(EDGE_HEADER, rows);
}

const EVIDENCE_HEADER = [
  'assertion',
  'source',
  'relation',
  'target',
  'status',
  'when',
  'whenBasis',
  'reported',
  'document',
  'title',
  'outlet',
  'url',
  'start',
  'end',
  'quote',
  'reader',
  'confidence',
  'speaker',
];

function evidenceTable(graph: GraphFile): string {
  const documents = new Map(graph.documents.map((document) => [document.id, document]));
  const rows = graph.assertions.flatMap((assertion) =>
    assertion.evidence.map((evidence): Cell[] => {
      const document = documents.get(evidence.document);
      return [
        assertion.id,
        assertion.source,
        assertion.relation,
        assertion.target,
        assertion.status,
        assertion.when,
        assertion.whenBasis,
        assertion.reported,
        evidence.document,
        document?.title ?? null,
        document?.source ?? null,
        document?.url ?? null,
        evidence.start,
        evidence.end,
        evidence.quote,
        evidence.reader,
        evidence.confidence,
        evidence.speaker?.words ?? null,
      ];
    }),
  );
  return csvTable(EVIDENCE_HEADER, rows);
}

/** Rows under a header, RFC 4180; cells that a spreadsheet would run as formulas are made harmless. */
export function csvTable(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [header, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  // Spreadsheets run cells that begin like this as formulas; quotes of documents may be hostile.
  const safe = /^[\s]*[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
