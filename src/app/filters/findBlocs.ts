/** Finds the blocs of the whole graph, off the main thread. */
import type { Corpus } from '../data/corpus.ts';
import type { Explorer } from '../explorer.svelte.ts';
import { dyadsOfLanes } from '../graph/dyads.ts';
import { LayoutClient } from '../graph/layout.ts';
import { blocIndexOf, NO_BLOCS } from './blocIndex.ts';

let asked: Corpus | null = null;

/** Gives them to the explorer, once for each graph; what is asked for twice is found once. */
export async function findBlocs(explorer: Explorer): Promise<void> {
  const { corpus } = explorer;
  if (!corpus || corpus === asked || explorer.blocs !== NO_BLOCS) return;
  asked = corpus;
  const client = new LayoutClient();
  try {
    const blocs = await client.findBlocs(dyadsOfLanes(explorer.allLanes));
    if (explorer.corpus === corpus) {
      explorer.blocs = blocIndexOf(blocs, (id) => explorer.allDegrees.get(id) ?? 0);
    }
  } finally {
    client.stop();
    asked = null;
  }
}
