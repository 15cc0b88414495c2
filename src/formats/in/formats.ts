/** The formats that are read, by the name that the command line calls them. */
import type { TextReader } from './imported.ts';
import { atopReader, cowAlliancesReader } from './alliances.ts';
import { edgeListReader } from './edge-list.ts';
import { gdeltReader } from './gdelt.ts';
import { gexfReader } from './gexf.ts';
import { graphmlReader } from './graphml.ts';
import { icewsReader } from './icews.ts';
import type { KnownWorld } from './known-actors.ts';
import { polecatReader } from './polecat.ts';

/** How a file is to be read. */
export interface ImportSettings {
  /** Name of the file, without folders. */
  readonly file: string;
  readonly world: KnownWorld;
  /** Event data: assertions of fewer events are left out. */
  readonly minEvents: number;
  /** Edge lists: column of the file for each column of ours, where the names do not say it. */
  readonly map: ReadonlyMap<string, string>;
  /** CSV: text of the table of nodes beside the file. */
  readonly nodes?: string;
}

/** Makes the reader of each format. */
export const READERS = {
  gexf: ({ file, world, map }) => gexfReader(file, world, map),
  graphml: ({ file, world, map }) => graphmlReader(file, world, map),
  csv: (settings) => edgeListReader(settings),
  gdelt: ({ file, world, minEvents }) => gdeltReader(file, world, minEvents),
  icews: ({ file, world, minEvents }) => icewsReader(file, world, minEvents),
  polecat: ({ file, world, minEvents }) => polecatReader(file, world, minEvents),
  'cow-alliances': ({ file, world }) => cowAlliancesReader(file, world),
  atop: ({ file, world }) => atopReader(file, world),
} satisfies Record<string, (settings: ImportSettings) => TextReader>;

export type ReadFormat = keyof typeof READERS;

/** Names of the formats, in the order of the documentation. */
export const READ_FORMATS = Object.keys(READERS) as readonly ReadFormat[];
