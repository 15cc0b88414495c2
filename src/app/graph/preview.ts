/** What the card beside the pointer says: whom or what it is about, and the best quote. */
import type { Assertion, Tie } from '../../model/index.ts';
import type { Corpus } from '../data/corpus.ts';
import type { CanvasTarget } from './canvasEvents.ts';
import type { Lane } from './lanes.ts';

export interface Preview {
  readonly lanes: readonly Lane[];
  readonly partners: number;
  readonly ties: number;
  /** The best attested tie, and where the surest sentence for it stands; null: nothing states it. */
  readonly best: { readonly tie: Tie; readonly assertion: Assertion } | null;
}

/** The preview of an actor or a lane, of the lanes that are shown. */
export function previewOf(
  corpus: Pick<Corpus, 'assertions'>,
  shown: readonly Lane[],
  target: CanvasTarget,
): Preview {
  const lanes = shown.filter(({ a, b, sign }) =>
    target.kind === 'actor'
      ? a === target.id || b === target.id
      : a === target.a && b === target.b && sign === target.sign,
  );
  const ties = lanes
    .flatMap((lane) => lane.ties.map(({ tie }) => tie))
    .filter(({ id }) => target.kind === 'actor' || target.tie === null || id === target.tie)
    .sort((x, y) => y.sources - x.sources || y.confidence - x.confidence || (x.id < y.id ? -1 : 1));
  let best: Preview['best'] = null;
  for (const tie of ties) {
    const assertion = surest(corpus, tie);
    if (!assertion) continue;
    best = { tie, assertion };
    break;
  }
  const partners = new Set(lanes.flatMap(({ a, b }) => [a, b])).size - 1;
  return { lanes, partners: Math.max(0, partners), ties: ties.length, best };
}

/** Of what states a tie, or else denies it, the one that is read most surely. */
function surest({ assertions }: Pick<Corpus, 'assertions'>, tie: Tie): Assertion | undefined {
  const stating = [tie.supporting, tie.opposing].find((ids) => ids.length > 0) ?? [];
  return stating
    .flatMap((id) => assertions.get(id) ?? [])
    .sort((x, y) => y.confidence - x.confidence || (x.id < y.id ? -1 : 1))[0];
}
