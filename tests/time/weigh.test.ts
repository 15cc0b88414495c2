import { describe, expect, test } from 'vitest';
import type { Choice } from '../../src/time/choices.ts';
import { chancesOf, likeliest } from '../../src/time/weigh.ts';
import weights from '../../src/time/weights.json' with { type: 'json' };

const [[name, weight]] = Object.entries(weights) as [[string, number]];

/** A choice that is `odds` times as likely as no date. */
function choice(edtf: string, odds: number): Choice {
  return { edtf, from: 'sentence', figures: { [name]: Math.log(odds) / weight } };
}

describe('of the dates that an act may have', () => {
  const rows: readonly (readonly [string, readonly Choice[], string | null])[] = [
    ['none is taken if no date is likelier', [choice('2024-05', 0.6)], null],
    ['the likeliest is taken', [choice('2023', 1.2), choice('2024', 1.1)], '2023'],
    [
      'one that says the same less precisely speaks for it',
      [choice('2024', 0.5), choice('2024-05', 0.6)],
      '2024-05',
    ],
    [
      'so does one that says so perhaps, or since when',
      [choice('2024?', 0.5), choice('2024-05/..', 0.6)],
      '2024-05/..',
    ],
    ['another does not', [choice('2024-05', 0.6), choice('2024-06', 0.5), choice('2023', 0.5)], null],
    ['of nothing there is none', [], null],
  ];
  test.each(rows)('%s', (_, choices, expected) => {
    expect(likeliest(choices)?.edtf ?? null).toBe(expected);
  });

  test('the chances leave the rest to none', () => {
    const [a, b] = chancesOf([choice('2023', 1), choice('2024', 2)]);
    expect(a).toBeCloseTo(1 / 4);
    expect(b).toBeCloseTo(1 / 2);
  });
});
