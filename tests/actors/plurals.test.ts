import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ActorInText } from '../../src/actors/actor-in-text.ts';
import { findPlurals } from '../../src/actors/plurals.ts';
import { unfold } from '../../src/assertions/unfold.ts';
import type { ActorType } from '../../src/model/index.ts';
import { splitSentences } from '../../src/text/sentences.ts';

/** A text with its actors: `[Mali]` is a country, `[o:NATO]` an organisation. */
function marked(source: string): { text: string; actors: ActorInText[] } {
  const actors = new Map<string, ActorInText & { mentions: ActorInText['mentions'][number][] }>();
  let text = '';
  for (const part of source.split(/(\[[^\]]*\])/)) {
    const [, kind, name = ''] = /^\[(o:)?([^\]]*)\]$/.exec(part) ?? [];
    if (name !== '') {
      const type: ActorType = kind === undefined ? 'country' : 'organisation';
      const actor = actors.get(name) ?? { id: name, name, type, known: undefined, mentions: [] };
      actors.set(name, actor);
      actor.mentions.push({ start: text.length, end: text.length + name.length, words: name, type });
      text += name;
    } else text += part;
  }
  return { text, actors: [...actors.values()] };
}

function plurals(source: string): string[] {
  const { text, actors } = marked(source);
  return findPlurals(text, splitSentences(text), actors).map(
    ({ start, end, actors: several }) =>
      `${text.slice(start, end)}: ${several.map(({ name }) => name).join(', ')}`,
  );
}

describe('an expression for several', () => {
  it.each<[source: string, found: string[]]>([
    ['[Ghana] and [Togo] met. Both countries will build a road.', ['Both countries: Ghana, Togo']],
    ['[Ghana] thanked [Togo]. The two governments met.', ['The two governments: Ghana, Togo']],
    // Words that describe them stand between, no others.
    ['[Ghana] met [Togo]. Both West African countries signed.', ['Both West African countries: Ghana, Togo']],
    // So do those that stand alone, if a verb follows.
    ['[Ghana] met [Togo], and the two recalled their ambassadors.', ['the two: Ghana, Togo']],
    ['[Ghana] met [Togo]. Both have left.', ['Both: Ghana, Togo']],
    ['[Ghana] met [Togo]. Both their envoys wept, and the two of them sang.', []],
    ['[Ghana] met the [o:AU]. Both have left.', []],
    ['[Ghana] met [Togo]. The two wounded soldiers wept, both detained journalists, too.', []],
    ['[Ghana] met [Togo]. Both United States senators sang.', []],
    // Whoever stands together, not whoever stands near.
    ['[Oman] brought [Iran] and [Iraq] together. It urged both sides on.', ['both sides: Iran, Iraq']],
    [
      '[Ghana], [Togo] and [Benin] met. The three neighbours signed.',
      ['The three neighbours: Ghana, Togo, Benin'],
    ],
    [
      '[Ghana] met [Togo]. The two sides talked. [France] praised both governments.',
      ['The two sides: Ghana, Togo', 'both governments: Ghana, Togo'],
    ],
    // Told of before, they are spoken of again, whoever else a sentence names; but not if others are named together since.
    [
      '[Ghana] and [Togo] met. Both countries signed. [Fiji] called on [Togo] to wait. The two sides wept.',
      ['Both countries: Ghana, Togo', 'The two sides: Ghana, Togo'],
    ],
    [
      '[Ghana] and [Togo] met. Both countries signed. [Fiji] and [Togo] waited. The two sides wept.',
      ['Both countries: Ghana, Togo', 'The two sides: Fiji, Togo'],
    ],
    // Sides may be bodies; countries are none.
    ['[Sudan] fought the [o:RSF]. The two sides met.', ['The two sides: Sudan, RSF']],
    ['[Sudan] fought the [o:RSF]. The two countries met.', []],
    // Not as many as are told of, or too far before.
    ['[Ghana], [Togo] and [Benin] met. Both countries signed.', []],
    ['[Ghana] met nobody. Both countries signed.', []],
    ['[Ghana] met [Togo]. It rained. It poured. It snowed. Both countries signed.', []],
    // Each of them, or those that something is done to.
    ['[Ghana] met [Togo]. An attack on either country counts.', ['either country: Ghana, Togo']],
    ['[Ghana] met [Togo]. The ministers of both, he said, wept.', ['both: Ghana, Togo']],
    ['[Ghana] met [Togo]. [Benin] accused both of lying.', ['both: Ghana, Togo']],
    ['[Ghana] met [Togo]. Losses on either side were heavy.', []],
    ['[Ghana] met [Togo]. Neither country signed, on either side of the border.', []],
    ['[Ghana] sang and danced with [Togo]. It was praised for both.', []],
    // Places and other things.
    ['[Ghana] met [Togo]. People on both sides wept.', []],
    ['[Ghana] met [Togo]. Both sides of the river are dry.', []],
    ['[Ghana] met [Togo]. The two agreements hold.', []],
  ])('%s', (source, found) => {
    expect(plurals(source)).toEqual(found);
  });
});

it('is found however many there are, in one sentence or in many', () => {
  for (const end of [' ', '. ']) {
    const { text, actors } = marked(
      `[Ghana] and [Togo] met${end}${`Both countries met${end}`.repeat(20_000)}`,
    );
    const sentences = splitSentences(text);
    const found = findPlurals(text, sentences, actors);
    expect(found).toHaveLength(20_000);
    expect(unfold(text, sentences, actors, found).text.split('Ghana and Togo')).toHaveLength(20_002);
  }
});

describe('a text written out', () => {
  const source = '[Ghana] met [Togo]. On 3 May both countries signed; [Benin] did not.';

  it('names them where the expression stands, and keeps its sentences and all other mentions', () => {
    const { text, actors } = marked(source);
    const sentences = splitSentences(text);
    const unfolded = unfold(text, sentences, actors, findPlurals(text, sentences, actors));
    expect(unfolded.text).toBe('Ghana met Togo. On 3 May Ghana and Togo signed; Benin did not.');
    expect(unfolded.sentences.map((span) => unfolded.text.slice(...span))).toEqual([
      'Ghana met Togo.',
      'On 3 May Ghana and Togo signed; Benin did not.',
    ]);
    for (const actor of unfolded.actors)
      for (const { start, end } of actor.mentions) expect(unfolded.text.slice(start, end)).toBe(actor.name);
    const inText = unfolded.actors.map((actor) =>
      unfolded.inText(actor).mentions.map(({ start, end }) => text.slice(start, end)),
    );
    expect(inText).toEqual([['Ghana', 'both countries'], ['Togo', 'both countries'], ['Benin']]);
  });

  it('is the text itself where there is no such expression', () => {
    const { text, actors } = marked('[Ghana] met [Togo].');
    const unfolded = unfold(text, splitSentences(text), actors, []);
    expect([unfolded.text, unfolded.actors, unfolded.inText(actors[0]!)]).toEqual([text, actors, actors[0]]);
  });

  it('has every mention at its place, whatever the text', () => {
    const piece = fc.constantFrom(
      '[Ghana]',
      '[Togo]',
      '[o:NATO]',
      ' and ',
      '. ',
      'Both countries met',
      'the two sides',
      ', ',
      '\n\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const { text, actors } = marked(pieces.join(''));
        const sentences = splitSentences(text);
        const {
          text: out,
          sentences: moved,
          actors: written,
        } = unfold(text, sentences, actors, findPlurals(text, sentences, actors));
        expect(moved).toHaveLength(sentences.length);
        for (const actor of written)
          for (const { start, end } of actor.mentions) expect(out.slice(start, end)).toBe(actor.name);
      }),
    );
  });
});
