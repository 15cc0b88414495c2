import { describe, expect, it } from 'vitest';
import { fillIn, placeholdersOf, type Values } from '../../src/app/messages/pattern.ts';

const TIES = '{count, plural, =0 {no tie} one {# tie} other {# ties}}';

describe('a pattern', () => {
  it.each<[string, Values, string, string]>([
    ['As of {date}.', { date: 'March 2024' }, 'en-GB', 'As of March 2024.'],
    ['{count}', { count: 12345 }, 'en-GB', '12,345'],
    ['{count}', { count: 12345 }, 'it-IT', '12.345'],
    ['{count}', { count: 12345 }, 'fr-FR', '12\u202f345'],
    ['{year}', { year: '2024' }, 'en-GB', '2024'],
    [TIES, { count: 0 }, 'en-GB', 'no tie'],
    [TIES, { count: 1 }, 'en-GB', '1 tie'],
    [TIES, { count: 1200 }, 'en-GB', '1,200 ties'],
    // French counts nothing as one; what has a rule of its own, such as millions, is as all others.
    ['{count, plural, one {# lien} other {# liens}}', { count: 0 }, 'fr-FR', '0 lien'],
    ['{count, plural, one {# lien} other {# liens}}', { count: 1e6 }, 'fr-FR', '1\u202f000\u202f000 liens'],
    ['{clock, select, when {in the world} other {as reported}}', { clock: 'when' }, 'en-GB', 'in the world'],
    ['{clock, select, when {in the world} other {as reported}}', { clock: 'x' }, 'en-GB', 'as reported'],
    [
      '{a, select, x {{b}} other {{count, plural, one {#} other {(#)}}}}',
      { a: 'y', b: '', count: 2 },
      'en-GB',
      '(2)',
    ],
    ["l’acteur d'à côté # 1", {}, 'fr-FR', "l’acteur d'à côté # 1"],
    ['{name}', { name: '{count} # <b>' }, 'en-GB', '{count} # <b>'],
  ])('%s with %j in %s', (pattern, values, locale, text) => {
    expect(fillIn(pattern, values, locale)).toBe(text);
  });

  it.each([
    ['{name', /No } at/],
    ['name}', /too many/],
    ['{}', /No placeholder/],
    ['{count, plural, one {#}}', /No "other"/],
    ['{count, plural, one {# other {#}}', /No placeholder/],
    ['{name} of {other}', /No value for \{other\}/],
  ])('%s is refused, and why', (pattern, why) => {
    expect(() => fillIn(pattern, { name: 'x', count: 1 }, 'en-GB')).toThrow(why);
  });

  it('names its placeholders with their kinds', () => {
    expect(
      placeholdersOf('{when}: {ties, plural, one {# of {all}} other {#}}, {x, select, other {}}'),
    ).toEqual(['all value', 'ties plural', 'when value', 'x select']);
  });
});
