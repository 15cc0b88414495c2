/** Stands in for `openingWorker.ts` in the page of one file: the worker's program is in the page. */
import OpeningWorker from '../../worker/opening.ts?worker&inline';

export function startOpening(): Worker {
  return new OpeningWorker();
}
