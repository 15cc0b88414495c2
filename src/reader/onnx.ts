/** An `Encoder` computed by ONNX Runtime; Node and the page hand in their own build of it. */
import { type Encoder, LINK_FEATURES } from './encoder.ts';

/** What of ONNX Runtime is used here; `onnxruntime-node` and `onnxruntime-web` both have it. */
export interface OnnxRuntime {
  readonly Tensor: new (
    type: 'int64' | 'float32',
    data: BigInt64Array | Float32Array,
    dims: readonly number[],
  ) => OnnxTensor;
}
export interface OnnxTensor {
  readonly data: unknown;
}
export interface OnnxSession {
  readonly run: (feeds: Record<string, never>) => Promise<Record<string, OnnxTensor>>;
}

/** The three files of the reader, loaded. */
export interface OnnxSessions {
  readonly mentions: OnnxSession;
  readonly links: OnnxSession;
  readonly relations: OnnxSession;
}

/**
 * Wraps loaded sessions as an `Encoder`. `hidden`: length of the vectors of the first network; `atOnce`: so many
 * batches the session of the second takes at once.
 */
export function createOnnxEncoder(
  { Tensor }: OnnxRuntime,
  sessions: OnnxSessions,
  hidden: number,
  atOnce = 1,
): Encoder {
  const floats = (data: Float32Array, ...dims: number[]) => new Tensor('float32', data, dims);
  const integers = (data: BigInt64Array, ...dims: number[]) => new Tensor('int64', data, dims);
  const run = async (session: OnnxSession, feeds: Record<string, OnnxTensor>, ...outputs: string[]) => {
    const results = await session.run(feeds as Record<string, never>);
    return outputs.map((name) => results[name]!.data);
  };
  return {
    hidden,
    atOnce,
    async mentions({ rows, length, ids, mask }) {
      const feeds = { ids: integers(ids, rows, length), mask: floats(mask, rows, length) };
      const [vectors, tags] = await run(sessions.mentions, feeds, 'hidden', 'tags');
      return { hidden: vectors as Float32Array, tags: tags as Float32Array };
    },
    async links({ ends, later, earlier, features }) {
      const feeds = {
        ends: floats(ends, ends.length / (2 * hidden), 2 * hidden),
        later: integers(BigInt64Array.from(later, BigInt), later.length),
        earlier: integers(BigInt64Array.from(earlier, BigInt), earlier.length),
        features: floats(features, later.length, LINK_FEATURES),
      };
      return (await run(sessions.links, feeds, 'scores'))[0] as Float32Array;
    },
    async relations({ rows, length, ids, mask }, { actors, weights }) {
      const feeds = {
        ids: integers(ids, rows, length),
        mask: floats(mask, rows, length),
        pool: floats(weights, rows, actors, length),
      };
      const [relations, status] = await run(sessions.relations, feeds, 'relations', 'status');
      return { relations: relations as Float32Array, status: status as Uint8Array };
    },
  };
}
