/** What the table of ties sorts dates by. */
import type { Tie } from '../../model/index.ts';
import { bounds } from '../../time/edtf.ts';

/** The last possible day on which a tie began; null where no spell has a beginning. */
export function startDay(tie: Tie): string | null {
  for (const { from } of tie.spells) {
    if (from === null) continue;
    const { earliest, latest } = bounds(from);
    return latest ?? earliest;
  }
  return null;
}
