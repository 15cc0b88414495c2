/** The formats that a graph can be written in, for `entente export`. */
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { writeCsv } from '../formats/csv.ts';
import { writeCypher } from '../formats/cypher.ts';
import { writeDyadYears } from '../formats/dyad-years.ts';
import { writeFtm } from '../formats/ftm.ts';
import { writeGexf } from '../formats/gexf.ts';
import { writeGraphml } from '../formats/graphml.ts';
import { writeGraph } from '../formats/json.ts';
import { writeJsonld } from '../formats/jsonld.ts';
import { writePage } from '../formats/page.ts';
import type { Choice, Selection } from '../formats/select.ts';
import { writeTurtle } from '../formats/turtle.ts';
import { lastDay } from '../snapshots/view.ts';
import { foldTies } from '../ties/fold.ts';
import { NothingDone } from './command.ts';
import { projectFile } from './root.ts';

export interface Format {
  /** One line for the help. */
  readonly what: string;
  /** What it cannot hold, said on every export. */
  readonly cannotHold?: string;
  /** Why it cannot go to stdout. */
  readonly needsFile?: string;
}

export const FORMATS = {
  json: { what: 'the same format, in canonical order' },
  csv: {
    what: 'three tables for spreadsheets: OUT.nodes.csv, OUT.edges.csv, OUT.evidence.csv',
    cannotHold: 'texts of documents and edits',
    needsFile: 'csv makes three files: name them with -o, as in -o ties.csv',
  },
  gexf: {
    what: 'GEXF 1.3 with the times of the edges, for Gephi',
    cannotHold: 'more than the surest quote of a tie; dates less precise than a day are spans of days',
  },
  graphml: {
    what: 'GraphML with typed keys, for NetworkX, igraph, yEd, Cytoscape',
    cannotHold: 'more than the surest quote of a tie; times are keys, not part of the graph',
  },
  'dyad-years': {
    what: 'CSV, one row a pair of countries and year, with ISO3 and COW codes',
    cannotHold: 'direction, dates within a year, plans and claims, quotes',
  },
  cypher: {
    what: 'a script for Neo4j and other graph databases; loading it twice changes nothing',
    cannotHold: 'texts of documents and edits; dates stay text',
  },
  turtle: {
    what: 'RDF, with PROV-O and Web Annotation for the evidence',
    cannotHold: 'texts of documents and edits',
  },
  jsonld: { what: 'the same as JSON-LD, with its context in it', cannotHold: 'texts of documents and edits' },
  ftm: {
    what: 'FollowTheMoney, a JSON entity a line, for Aleph and OpenSanctions',
    cannotHold: 'sign, offsets of quotes, edits, what is only denied, marks of uncertain dates',
  },
  html: {
    what: 'a page of one file: the explorer on this graph, offline, without the reader',
    cannotHold: 'the reader: new articles are not read there',
    needsFile: 'html makes a page: name it with -o, as in -o page.html',
  },
} as const satisfies Readonly<Record<string, Format>>;

export type FormatId = keyof typeof FORMATS;

export interface Written {
  /** One file with the suffix '', or several that are told apart by theirs. */
  readonly files: readonly { readonly suffix: string; readonly text: string }[];
  /** What the reader of the file should know. */
  readonly notes: readonly string[];
}

interface Context {
  /** Dyad-years of all actors. */
  readonly all: boolean;
  /** Of the graph file. */
  readonly path: string;
  readonly choice: Choice;
}

/** Writes a selection in a format. */
export function writeFormat(id: FormatId, selection: Selection, context: Context): Written {
  const { files, notes } = writtenAs(id, selection, context);
  const { cannotHold }: Format = FORMATS[id];
  return {
    files,
    notes: [...(cannotHold === undefined ? [] : [`${id} cannot hold ${cannotHold}`]), ...notes],
  };
}

function writtenAs(id: FormatId, { graph, ties }: Selection, { all, choice, path }: Context): Written {
  switch (id) {
    case 'json':
      return oneFile(writeGraph(graph), rereadNotes(graph, ties));
    case 'html':
      return oneFile(writePage(pageShell(), graph, basename(path)), rereadNotes(graph, ties));
    case 'gexf':
      return oneFile(writeGexf(graph, ties));
    case 'graphml':
      return oneFile(writeGraphml(graph, ties));
    case 'dyad-years': {
      const { asOf } = choice.moment ?? graph.snapshot ?? {};
      const lastYear = asOf === undefined ? {} : { lastYear: Number(lastDay(asOf).slice(0, 4)) };
      const { csv, leftOut } = writeDyadYears(graph, ties, { all, ...lastYear });
      return oneFile(
        csv,
        leftOut > 0 ? [`${leftOut} ties without a date or without a fact are left out`] : [],
      );
    }
    case 'cypher':
      return oneFile(writeCypher(graph, ties));
    case 'turtle':
      return oneFile(writeTurtle(graph, ties));
    case 'jsonld':
      return oneFile(writeJsonld(graph, ties));
    case 'ftm':
      return oneFile(writeFtm(graph, ties));
    case 'csv': {
      const { nodes, edges, evidence } = writeCsv(graph, ties);
      const files = Object.entries({ nodes, edges, evidence });
      return { files: files.map(([table, text]) => ({ suffix: `${table}.csv`, text })), notes: [] };
    }
  }
}

/** Our own format holds assertions and no ties, unless it is a snapshot. */
function rereadNotes({ assertions, snapshot }: Selection['graph'], ties: Selection['ties']): string[] {
  const more = snapshot ? 0 : foldTies(assertions).length - ties.length;
  if (more <= 0) return [];
  return [
    `it holds assertions, not ties: the acts that opened or ended what was chosen make ${more} more when it is read`,
  ];
}

function pageShell(): string {
  const file = projectFile('dist', 'page', 'index.html');
  if (!existsSync(file)) throw new NothingDone('the page is not built yet: run npm run build');
  return readFileSync(file, 'utf8');
}

function oneFile(text: string, notes: readonly string[] = []): Written {
  return { files: [{ suffix: '', text }], notes };
}
