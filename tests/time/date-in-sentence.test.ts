import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { storyOf } from '../../src/time/story.ts';
import { likeliest } from '../../src/time/weigh.ts';
import { type RelationId, relationSpec } from '../../src/ontology/relations/index.ts';
import type { Act } from '../../src/time/whose.ts';
import { isEdtf } from '../../src/time/edtf.ts';
import type { Place } from '../../src/time/candidates.ts';
import { withMentions } from './mentions.ts';

function when(
  marked: string,
  published: string | null,
  kind: Act = 'deed',
  relation?: RelationId,
): string | null {
  const { text, at } = withMentions(marked);
  return whenOf(text, at, published, kind, relation);
}

/** The date that the sentence itself gives. */
function whenOf(
  text: string,
  at: readonly Place[],
  published: string | null,
  kind: Act = 'deed',
  relation: RelationId = 'expelled',
): string | null {
  const story = storyOf(text, [[0, text.length]], published);
  const cues = relationSpec(relation).cues;
  const actorEnd = at[0]?.end ?? 0;
  const act = { sentence: 0, at, actorEnd, kind, cues, isEnding: false, status: 'actual' } as const;
  const found = likeliest(story(act));
  return found?.from === 'sentence' ? found.edtf : null;
}

describe('the date of an act', () => {
  const rows: readonly (readonly [string, string | null, string | null])[] = [
    ['[Mali] expelled the ambassador of [France] in January 2022.', null, '2022-01'],
    ['On Tuesday [Mali] said that [France] had lost its trust.', '2024-04-05', '2024-04-02'],
    ['[Mali] expelled [France].', '2024-04-05', null],
    // Of two clauses, the one that the mentions stand in.
    ['[Sweden] and [Denmark] dropped out in 2006; Norway left in 2009.', null, '2006'],
    ['Qatar went in 2019, and [Gabon] came back to [OPEC] in 2016.', null, '2016'],
    ['[Gabon] came back to [OPEC] in 2016, and Qatar went in 2019.', null, '2016'],
    // A date that opens the sentence holds for all of it.
    ['In May 2018, after long talks, [Iran] and, to the surprise of many, [Iraq] signed.', null, '2018-05'],
    // "In the unrest of 2022" tells when, "the deal of 2015" which.
    ['[Russia] stood by the president of [Kazakhstan] in the mass unrest of 2022.', '2023-11-16', '2022'],
    ['[Russia], not bound by the long deal of 2015, met [Kazakhstan] in May 2019.', '2023-11-16', '2019-05'],
    // A dateline is no date of an act.
    ['NIAMEY, Aug 4 (Agency) – [Niger] has ended five accords with [France].', '2023-08-04', null],
    ['NIAMEY, Aug 4 – [Niger] ended its accords with [France] on Thursday.', '2023-08-04', '2023-08-03'],
    // What a count of days ties to the rest of its sentence has a date of its own, counted back.
    ['[Sweden] joined on 7 March 2024, eleven months after [Finland].', null, '2024-03-07'],
    ['Sweden came in on 7 March 2024, eleven months after [Finland] had joined [NATO].', null, '2023-04'],
    ['[Chad] left on 7 March 2024, eleven months after Finland had joined [NATO].', null, '2024-03-07'],
    ['The ban fell in November 2018, the year after [Chad] and [Togo] had made peace.', null, '2017'],
    ['The gas plant has reopened, three years after [insurgents] stormed [Palma].', '2024-06-20', '2021'],
    ['On 25 February 2022, one day after [Russia] had attacked [Ukraine], it met.', null, '2022-02-24'],
    [
      'Chad has left, ten years after its entry and two years after [Togo] quit [OPEC].',
      '2024-06-20',
      '2022',
    ],
    // The other way round where that clause has the date.
    ['Two weeks after the coup of 26 July 2023, [France] cut all aid to [Niger].', null, '2023-08'],
    ['[France] cut all aid to [Niger] two weeks after the coup of 26 July 2023.', null, '2023-08'],
    // What was told long before is not what a count in the news starts from.
    ['Three years after troops entered Darfur, [Chad] accused [Sudan].', '2024-05-14', null],
    // A date that tells which thing is meant yields to one that tells when.
    ['[Sri Lanka] scrapped the 2002 ceasefire with the [LTTE] on 3 January 2008.', null, '2008-01-03'],
    ['[Mali] has been served by [MINUSMA] (the council chose it in 2013).', null, '2013'],
  ];
  test.each(rows)('%s (%s) → %s', (marked, published, expected) => {
    expect(when(marked, published)).toBe(expected);
  });

  test('is not taken from behind a semicolon, two clauses and a bracket', () => {
    const far = '[Mali] expelled [France]; Chad, which had said that it would not, left (as it did in 2016).';
    expect(when(far, null)).toBeNull();
  });

  test('of something said must stand nearer than that of a deed', () => {
    const marked =
      '[Austria] appealed to [Luhansk] to free two employees of the former mission, whom it had been holding, as was known, since April 2022.';
    expect(when(marked, '2023-11-30', 'speech')).toBeNull();
    expect(when('On 3 May 2022 [Austria] accused [Luhansk].', null, 'speech')).toBe('2022-05-03');
  });

  test('of something said is not that of the deed of which it is said', () => {
    const villa = '[The League] brands the bombing of a villa by [Israel] on 9 September an outrage.';
    expect(when(villa, '2025-09-15', 'speech', 'accuses')).toBeNull();
    const own = '[The League] blamed [Israel] for the bombing on 9 September.';
    expect(when(own, '2025-09-15', 'speech', 'accuses')).toBe('2025-09-09');
  });

  test('of a state is one since, or until, it lasts, or that of its beginning', () => {
    expect(
      when('Soldiers of [Zimbabwe] fought in the [Congo] until 2002.', null, 'state', 'deployed-in'),
    ).toBe('../2002');
    expect(
      when('[INTERFET] went ashore in [Timor] on 20 September 1999.', null, 'state', 'deployed-in'),
    ).toBe('1999-09-20');
    expect(
      when('[INTERFET] of [Timor] bought trucks on 20 September 1999.', null, 'state', 'deployed-in'),
    ).toBeNull();
    expect(
      when('[Togo], a member of [ECOWAS], announced a vote on 3 May 2020.', null, 'state', 'deployed-in'),
    ).toBeNull();
  });

  test('is found without mentions where the sentence names only one', () => {
    expect(whenOf('They signed in 2018.', [], null)).toBe('2018');
  });

  test('is valid or null, whatever the text and wherever the mentions', () => {
    const place = fc.nat(60).chain((start) => fc.nat(20).map((more) => ({ start, end: start + more })));
    const piece = fc.constantFrom(
      'in 2018',
      'since May 2020',
      '; ',
      ', which',
      '(',
      ')',
      'France',
      'and',
      'on Tuesday',
    );
    const text = fc.array(piece, { maxLength: 12 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(text, fc.array(place, { maxLength: 4 }), (sentence, at) => {
        const date = whenOf(sentence, at, '2024-04-05');
        if (date !== null) expect(isEdtf(date)).toBe(true);
      }),
    );
  });
});
