import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passesOf } from '../../src/reader/passes.ts';
import type { Encoder } from '../../src/reader/encoder.ts';
import { type PairQuestion, type QuestionedActor, readPairs } from '../../src/reader/relations.ts';

const actors = Array.from({ length: 8 }, (_, i): QuestionedActor => ({
  type: 'country',
  spans: [[i, i + 1]],
}));

function question(first: number, second: number, from = 0): PairQuestion {
  return { sentence: [from, from + 50], from, first: actors[first]!, second: actors[second]! };
}

/** Who is asked about, and with whom, by their numbers. */
function told(questions: readonly PairQuestion[]): number[][] {
  return passesOf(questions).map((pass) => pass.actors.map((actor) => actors.indexOf(actor)));
}

describe('pairs that are read in one pass', () => {
  it('all partners that one actor is asked about with in a sentence', () => {
    expect(told([question(0, 1), question(0, 2), question(3, 0), question(0, 4)])).toEqual([
      [0, 1, 2, 4],
      [3, 0],
    ]);
  });

  it('never those of different sentences', () => {
    expect(told([question(0, 1), question(0, 2, 60)])).toEqual([
      [0, 1],
      [0, 2],
    ]);
  });

  it('nor those of one sentence that are read with and without the one before', () => {
    const alone = question(0, 1, 60);
    expect(told([alone, { ...question(0, 2, 60), from: 0 }])).toEqual([
      [0, 1],
      [0, 2],
    ]);
  });

  it('every question is answered once, by the right two actors, whatever is asked', () => {
    const pairs = fc.uniqueArray(fc.tuple(fc.nat(7), fc.nat(7), fc.nat(2)), {
      selector: ([a, b, sentence]) => `${a} ${b} ${sentence}`,
    });
    fc.assert(
      fc.property(pairs, (asked) => {
        const questions = asked.filter(([a, b]) => a !== b).map(([a, b, at]) => question(a, b, at * 60));
        const answers = passesOf(questions).flatMap((pass) =>
          pass.asked.map((index, other) => {
            const { first, second, from } = questions[index]!;
            expect([pass.actors[0], pass.actors[other + 1]]).toEqual([first, second]);
            expect(pass.from).toBe(from);
            return index;
          }),
        );
        expect(answers.sort((a, b) => a - b)).toEqual(questions.map((_, index) => index));
      }),
    );
  });
});

describe('a network of another make', () => {
  const markers = { start: 1, end: 2, markers: Array.from({ length: 10 }, (_, i) => i + 3) };
  const pieces = { ids: [20, 21], starts: [0, 1], ends: [1, 2] };
  /** Reads one pair with a network that gives so many statuses of it. */
  function read(statuses: number) {
    const relations = () =>
      Promise.resolve({ relations: new Float32Array(58), status: new Uint8Array(statuses) });
    const encoder = { atOnce: 1, relations } as unknown as Encoder;
    return readPairs([{ ...question(0, 1), sentence: [0, 2] }], pieces, markers, encoder);
  }

  it('is named, with the way out, rather than misread: one status for a pair was not enough', async () => {
    await expect(read(4)).rejects.toThrow(/58 probabilities of relations and 4 of statuses.*restore it/);
    await expect(read(232)).resolves.toHaveLength(1);
  });
});
