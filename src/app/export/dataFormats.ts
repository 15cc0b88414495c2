/**
 * The graph as other programs read it: exactly the ties that are shown, with what they rest on. What writes a
 * format is loaded when it is asked for.
 */
import type { GraphFile, Tie } from '../../model/index.ts';

type Write = (graph: GraphFile, ties: readonly Tie[]) => string | Readonly<Record<string, string>>;

export interface DataFormat {
  readonly id: 'gexf' | 'graphml' | 'tables' | 'jsonld' | 'turtle' | 'cypher' | 'ftm';
  readonly extension: string;
  readonly mediaType: string;
  /** Gives a text, or several by what distinguishes the names of their files. */
  readonly load: () => Promise<Write>;
}

export const DATA_FORMATS: readonly DataFormat[] = [
  {
    id: 'tables',
    extension: 'csv',
    mediaType: 'text/csv',
    load: async () => {
      const { writeCsv } = await import('../../formats/csv.ts');
      return (graph, ties) => ({ ...writeCsv(graph, ties) });
    },
  },
  {
    id: 'gexf',
    extension: 'gexf',
    mediaType: 'application/xml',
    load: async () => (await import('../../formats/gexf.ts')).writeGexf,
  },
  {
    id: 'graphml',
    extension: 'graphml',
    mediaType: 'application/xml',
    load: async () => (await import('../../formats/graphml.ts')).writeGraphml,
  },
  {
    id: 'jsonld',
    extension: 'jsonld',
    mediaType: 'application/ld+json',
    load: async () => (await import('../../formats/jsonld.ts')).writeJsonld,
  },
  {
    id: 'turtle',
    extension: 'ttl',
    mediaType: 'text/turtle',
    load: async () => (await import('../../formats/turtle.ts')).writeTurtle,
  },
  {
    id: 'cypher',
    extension: 'cypher',
    mediaType: 'text/plain',
    load: async () => (await import('../../formats/cypher.ts')).writeCypher,
  },
  {
    id: 'ftm',
    extension: 'ftm.json',
    mediaType: 'application/json',
    load: async () => (await import('../../formats/ftm.ts')).writeFtm,
  },
];
