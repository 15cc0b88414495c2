import { readFileSync, readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { openReader } from '../../src/cli/reader.ts';
import { loadKnowledgeFiles } from '../../src/cli/knowledge-files.ts';
import { knownCountry } from '../../src/extract.ts';
import { parseKnowledge } from '../../src/ontology/knowledge.ts';
import { compileLookup } from '../../src/ontology/lookup.ts';
import { batchOf } from '../../src/reader/encoder.ts';
import { type LinkedMention, findMentions } from '../../src/reader/mentions.ts';
import type { Reader } from '../../src/reader/reader.ts';
import { poolOf } from '../../src/reader/relations.ts';
import { splitSentences } from '../../src/text/sentences.ts';

/** Output of the Python model (PyTorch, float32) on the raw texts of the seeds. */
interface Golden {
  readonly ids: readonly number[];
  readonly mentions: readonly {
    readonly start: number;
    readonly end: number;
    readonly type: string;
    readonly words: string;
    readonly link: number | null;
    readonly score: number;
  }[];
  readonly pairs: readonly {
    readonly ids: readonly number[];
    /** Of two actors, or of three in the last of the first example. */
    readonly at: readonly (readonly number[])[];
    readonly relations: readonly number[];
    readonly status: readonly number[];
  }[];
}

const FOLDER = 'tests/reader/golden';
const names = readdirSync(FOLDER).map((file) => file.replace('.json', ''));
const golden = (name: string) => JSON.parse(readFileSync(`${FOLDER}/${name}.json`, 'utf8')) as Golden;
const textOf = (name: string) => readFileSync(`seeds/${name}.txt`, 'utf8');
/** The reference reads one window; only texts that fit one are read alike as a whole. */
const short = names.filter((name) => golden(name).ids.length < 505);

let reader: Reader;
beforeAll(async () => {
  reader = await openReader('data/reader', { threads: 1 });
});

describe('the reader agrees with the Python model it was exported from', () => {
  it('has all five stored examples, four of them in one window', () => {
    expect(names).toHaveLength(5);
    expect(short).toHaveLength(4);
  });

  it.each(names)('gives the same word pieces for %s', (name) => {
    const stored = golden(name).ids;
    expect(reader.mentions.pieces.cut(textOf(name)).ids.slice(0, stored.length)).toEqual(stored);
  });

  it.each(names)(
    'gives the same probabilities of relations for %s, to 1e-3, and of statuses, in 255ths',
    async (name) => {
      const { pairs } = golden(name);
      expect(pairs.length).toBeGreaterThan(5);
      for (const { ids, at, relations, status } of pairs) {
        const batch = batchOf([ids]);
        const got = await reader.encoder.relations(batch, poolOf([{ ids, at }], batch.length));
        expect([got.relations.length, got.status.length]).toEqual([relations.length, status.length]);
        expect(farthest(got.relations, relations)).toBeLessThan(1e-3);
        expect(
          farthest(
            Float32Array.from(got.status, (part) => part / 255),
            status,
          ),
        ).toBeLessThan(3e-3);
      }
    },
  );

  it.each(short)('finds the same mentions in %s, with the same best links', async (name) => {
    const text = textOf(name);
    const lookup = compileLookup(parseKnowledge(loadKnowledgeFiles()));
    const mentions = await findMentions(
      text,
      splitSentences(text),
      reader.mentions.pieces.cut(text),
      reader.mentions.frame,
      reader.encoder,
      (words) => knownCountry(words, lookup),
    );
    // Where two tags share a word the reference keeps both; the reader keeps the first.
    const stored = golden(name).mentions.filter((m, i, all) => i === 0 || all[i - 1]!.end <= m.start);
    expect(mentions.map(({ start, end, type }) => [start, end, type])).toEqual(
      stored.map(({ start, end, type }) => [start, end, type]),
    );
    const best = mentions.map(bestLink);
    const agree = stored.filter(
      (m, i) => Math.abs(m.score - best[i]!) < 1e-2 || (m.link === null && best[i]! <= 0),
    );
    // Features that come from tables differ where ours know more names than the reference's.
    expect(agree.length / stored.length).toBeGreaterThan(0.9);
  });
});

function bestLink({ links }: LinkedMention): number {
  return Math.max(0, ...links.map(({ score }) => score));
}

function farthest(got: ArrayLike<number>, stored: readonly number[]): number {
  return Math.max(...stored.map((value, i) => Math.abs(value - got[i]!)));
}
