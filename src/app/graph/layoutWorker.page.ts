/** Stands in for `layoutWorker.ts` in the page of one file: the worker's program is in the page. */
import LayoutWorker from '../../worker/layout.ts?worker&inline';

export function startLayout(): Worker {
  return new LayoutWorker();
}
