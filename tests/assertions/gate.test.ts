import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ActorInText } from '../../src/actors/actor-in-text.ts';
import { chanceOf, featuresOf } from '../../src/assertions/gate.ts';
import { findPairs, pairPlaces } from '../../src/assertions/pairs.ts';
import type { Unpaired } from '../../src/assertions/trace.ts';
import { fitGate } from '../../src/evaluate/fit-gate.ts';
import { parseLabels } from '../../src/evaluate/labels.ts';
import { compileLookup } from '../../src/ontology/lookup.ts';
import { parseSettings } from '../../src/reader/reader.ts';
import { readReaderGate } from './reader-gate.ts';
import { splitSentences } from '../../src/text/sentences.ts';

const lookup = compileLookup({ actors: new Map(), officials: [] });
const NAMES = ['Niger', 'France', 'Mali', 'Chad', 'Togo', 'Italy'];

function castOf(text: string): ActorInText[] {
  return NAMES.map((name) => ({
    id: `country:${name}`,
    name,
    type: 'country' as const,
    known: undefined,
    mentions: [...text.matchAll(new RegExp(name, 'g'))].map((m) => ({
      start: m.index,
      end: m.index + name.length,
      words: name,
      type: 'country' as const,
    })),
  }));
}

function placesOf(text: string) {
  return pairPlaces(text, splitSentences(text), castOf(text)).flat();
}

describe('the gate of the shipped reader', () => {
  const gate = readReaderGate();
  const chance = (text: string, pair: number) => chanceOf(gate, placesOf(text)[pair]!);

  it('thinks two lone actors of a sentence likelier to be related than members of one list', () => {
    const [alone] = placesOf('Niger expelled France.');
    const listed = placesOf('Togo told Niger, Mali and Chad about it.').find(
      ({ first, second }) => first.name === 'Niger' && second.name === 'Mali',
    );
    expect(chanceOf(gate, alone!)).toBeGreaterThan(chanceOf(gate, listed!));
  });

  it('thinks actors of one sentence likelier to be related than actors of two crowded ones', () => {
    const crowded = 'Niger, Mali and France met. Italy, Chad and Togo did not.';
    const apart = placesOf(crowded).filter(({ back }) => back > 0);
    expect(apart).toHaveLength(9);
    for (const place of apart)
      expect(chanceOf(gate, place)).toBeLessThan(chance('Niger expelled France.', 0));
  });

  it('asks about two actors of one sentence, not about two long and crowded ones, and says what it left out', () => {
    const long = 'after a summer of rain, of which nobody in the capital had seen the like in forty years';
    const text = `Niger, Mali and France met ${long}. Italy, Chad and Togo did not, ${long}.`;
    const left: Unpaired[] = [];
    const pairs = findPairs(text, splitSentences(text), castOf(text), gate, left);
    expect(pairs.some(({ sentence, question }) => sentence === 1 && question.from === 0)).toBe(false);
    expect(left.filter(({ why }) => why === 'hopeless').length).toBeGreaterThanOrEqual(9);
    expect(pairs.length + left.length).toBe(placesOf(text).length);
  });
});

describe('a fitted gate', () => {
  const text = Array.from({ length: 40 }, (_, i) =>
    i % 2 === 0 ? 'Niger expelled France.' : 'Mali watched how in the far and distant north Chad slept.',
  ).join(' ');
  const labels = parseLabels(
    JSON.stringify({
      id: 'x',
      entities: NAMES.map((name) => ({ name, type: 'country', aliases: [] })),
      relations: [
        {
          source: 'Niger',
          relation: 'expelled',
          target: 'France',
          status: 'actual',
          when: null,
          evidence: ['Niger expelled France.'],
        },
      ],
    }),
    'x.json',
  );
  const document = { text } as Parameters<typeof fitGate>[0][number]['document'];

  it('tells pairs that are related from those that are not', () => {
    const gate = fitGate([{ document, labels }], lookup, 99);
    const of = (name: string) => placesOf(text).find(({ first, back }) => back === 0 && first.name === name)!;
    expect(chanceOf(gate, of('Niger'))).toBeGreaterThan(0.8);
    expect(chanceOf(gate, of('Mali'))).toBeLessThan(0.2);
    expect(gate.worth).toBe(0);
  });

  it('asks fewer pairs for a smaller budget', () => {
    const asked = (budget: number) => {
      const gate = fitGate([{ document, labels }], lookup, budget);
      return findPairs(text, splitSentences(text), castOf(text), gate).length;
    };
    expect(asked(0.3)).toBeLessThan(asked(99));
    expect(asked(99)).toBe(placesOf(text).length);
  });
});

describe('a gate of another make', () => {
  it('is refused with what is wanted, since nothing would be read', () => {
    const path = 'data/reader/reader.json';
    const settings = JSON.parse(readFileSync(path, 'utf8')) as { gate?: object };
    const settingsWith = (gate: object | undefined) => () =>
      parseSettings(JSON.stringify({ ...settings, gate }), path);
    expect(settingsWith({ ...settings.gate, worth: undefined, lowest: 0.1 })).toThrow(
      /reader\.json must give its gate as "together", "apart" and "worth"/,
    );
    expect(settingsWith({ worth: 0.1 })).toThrow(/"together"/);
    expect(settingsWith(undefined)().gate).toBeUndefined();
  });
});

describe('what the gate is told', () => {
  it('has a weight of the shipped reader for each number', () => {
    const gate = readReaderGate();
    for (const place of placesOf('Niger expelled France. Mali and Chad met.')) {
      expect(featuresOf(place)).toHaveLength((place.back === 0 ? gate.together : gate.apart).length);
      expect(featuresOf(place).every(Number.isFinite)).toBe(true);
    }
  });
});
