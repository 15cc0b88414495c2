import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isEdtf } from '../../src/time/edtf.ts';
import { findTimes } from '../../src/time/expressions.ts';

type Row = readonly [sentence: string, published: string | null, ...expected: string[]];

function dates(sentence: string, published: string | null): string[] {
  return findTimes(sentence, published).map(({ edtf }) => edtf);
}

function table(rows: readonly Row[]): void {
  test.each(rows.map(([sentence, published, ...expected]) => ({ sentence, published, expected })))(
    '$sentence ($published) → $expected',
    ({ sentence, published, expected }) => {
      expect(dates(sentence, published)).toEqual(expected);
    },
  );
}

/** A Friday. */
const FRIDAY = '2024-04-05';

describe('dates that are written out', () => {
  table([
    ['They met on 26 March 2024.', null, '2024-03-26'],
    ['They met on the 26th of March, 2024.', null, '2024-03-26'],
    ['They met on March 26, 2024, in Niamey.', null, '2024-03-26'],
    ['They met on Tuesday, 26 March 2024.', null, '2024-03-26'],
    ['The first of March 2008.', null, '2008-03-01'],
    ['The note is dated 2024-03-26.', null, '2024-03-26'],
    ['Strasbourg, 16.03.2022', null, '2022-03-16'],
    ['Signed 03/04/2022, day and month in doubt.', null, '2022'],
    ['It began in July 2023.', null, '2023-07'],
    ['It began in Sept. 2023.', null, '2023-09'],
    ['It began in early March 2024.', null, '2024-03'],
    ['It began in 2023.', null, '2023'],
    ['It began in mid-2022 and ended in late 2023.', null, '2022', '2023'],
    ['The summer of 2022 was hot.', null, '2022'],
    ['They broke the 2015 agreement.', null, '2015'],
    ['It is due by the end of 2025.', '2024-04', '2025'],
    ['The mission (2014–2019) failed.', null, '2014/2019'],
    ['There is no 31 February 2024.', null],
    ['It was founded in about 1980.', null, '1980~'],
    ['In the year 2000 and throughout 2003.', null, '2000', '2003'],
  ]);
});

describe('dates without a year take the year of the document, by the tense', () => {
  table([
    ['They met on March 26.', '2024-04-01', '2024-03-26'],
    ['They met on March 26.', '2024', '2024-03-26'],
    ['They met on March 26.', null],
    ['They met in December.', FRIDAY, '2023-12'],
    ['They will meet in December.', FRIDAY, '2024-12'],
    ['In December they will meet.', FRIDAY, '2024-12'],
    ['The talks are to open in February.', '2024-11-20', '2025-02'],
    ['It has to go by 15 September.', FRIDAY, '2024-09-15'],
    ['By Monday evening the matter had been dropped.', FRIDAY, '2024-04-01'],
    // The first clause that tells of something decides, not the names before it.
    ['On Monday, for all that, the general signed a pact that will open bases.', FRIDAY, '2024-04-01'],
    ['In March, on the other hand, it put its name to a paper that promises help.', FRIDAY, '2024-03'],
    ['They met in May or June.', FRIDAY, '2023-05', '2023-06'],
    ['It said in December that it would leave.', FRIDAY, '2023-12'],
    ['In July 2018 Athens ordered them out; Moscow did the same in September.', null, '2018-07', '2018-09'],
    ['In March and May 2022 they met again.', null, '2022-03', '2022-05'],
  ]);
});

describe('since, until and between make intervals', () => {
  table([
    ['It has been there since 2018.', null, '2018/..'],
    ['It has been there since March 26.', '2024-04-01', '2024-03-26/..'],
    ['It has been there since last year.', FRIDAY, '2023/..'],
    ['It has been there since Monday night.', FRIDAY, '2024-04-01/..'],
    ['It has been there since the 1990s.', null, '1990~/..'],
    ['It stayed from January 2021 on.', null, '2021-01/..'],
    ['It stayed until March 2025.', null, '../2025-03'],
    ['It was not recognised until 2019.', null, '2019'],
    ['They have until Sunday to leave.', FRIDAY, '../2024-04-07'],
    ['It ran between 2019 and 2022.', null, '2019/2022'],
    ['It ran from 2019 to 2022.', null, '2019/2022'],
    ['It ran from April 2011 to May 2012.', null, '2011-04/2012-05'],
    ['It ran from March to June 2022.', null, '2022-03/2022-06'],
    ['It ran from November to February 2022.', null, '2021-11/2022-02'],
    ['It ran from 3 March to 7 April 2022.', null, '2022-03-03/2022-04-07'],
    ['They met on 26–28 March 2024.', null, '2024-03-26/2024-03-28'],
    ['In the 1990s they were friends.', null, '1990/1999'],
    ['They met in 2021 and 2022.', null, '2021', '2022'],
  ]);
});

describe('relative dates resolve as far as the publication date is known', () => {
  table([
    ['They met on Tuesday.', FRIDAY, '2024-04-02'],
    ['They met on Friday.', FRIDAY, '2024-04-05'],
    ['They met on Tuesday.', '2024-04'],
    ['They met on Tuesday.', null],
    ['They met last Friday.', FRIDAY, '2024-03-29'],
    ['They will meet on Tuesday.', FRIDAY, '2024-04-09'],
    ['They meet next Tuesday.', FRIDAY, '2024-04-09'],
    ['They met on Tuesday last week.', FRIDAY, '2024-03-26'],
    ['They met yesterday.', FRIDAY, '2024-04-04'],
    ['They met yesterday.', '2024-04'],
    ['They met the day before yesterday.', FRIDAY, '2024-04-03'],
    ['They meet today.', '2024-04', '2024-04'],
    ['They met last week.', '2024-04-18', '2024-04'],
    ['They met last week.', '2024-04-12', '2024-04'],
    ['They met a week ago.', '2024-07-03', '2024-06'],
    ['They met last week.', '2024-08-07'],
    ['They met last month.', '2024-01-05', '2023-12'],
    ['They met last month.', '2024'],
    ['They met last year.', '2024', '2023'],
    ['They met earlier this year.', FRIDAY, '2024'],
    ['They met last July.', FRIDAY, '2023-07'],
    ['They met in June of last year.', FRIDAY, '2023-06'],
    ['They met ten days ago.', FRIDAY, '2024-03-26'],
    ['They met three months ago.', FRIDAY, '2024-01'],
    ['They met two years ago.', FRIDAY, '2022'],
    ['They met a decade ago.', FRIDAY, '2014~'],
    ['They met last autumn.', FRIDAY, '2023'],
    ['They met last summer.', '2024-09-05'],
    ['It opened in 2016 and closed four years later.', null, '2016', '2020'],
    ['It opened in May 2009 and closed that September.', null, '2009-05', '2009-09'],
    ['It opened in May 2009 and closed the following month.', null, '2009-05', '2009-06'],
    ['It closed a year later.', FRIDAY],
  ]);
});

describe('what looks like a date and is none', () => {
  table([
    ['They began the march on the capital.', FRIDAY],
    ['March on the capital, he told them.', FRIDAY],
    ['France may withdraw its men.', FRIDAY],
    ['May withdraw, it said.', FRIDAY],
    ['Prime Minister Theresa May spoke; the plan of May failed.', FRIDAY],
    ['It sent 1,500 troops and 2,000 rifles.', FRIDAY],
    ['A force of 2000 went in.', FRIDAY],
    ['Resolution 1701 and Article 1949 hold.', FRIDAY],
    ['An F-16, a Boeing 1937 and 1993 people.', FRIDAY],
    ['In 1993 villages there was no water.', FRIDAY],
    ['Between 1900 and 2000 troops went in.', FRIDAY],
    ['Some 5000-6000 people fled.', FRIDAY],
    ['In the year of 3024.', FRIDAY],
    ['The Good Friday Agreement holds, says the Sunday Times.', FRIDAY],
    ['On a Sunday in May a ship came.', '2024-06-14', '2024-05'],
    ['They meet on Fridays and every Monday.', FRIDAY],
    ['The March 23 Movement (M23) took the town.', FRIDAY],
    ['Over the last year little has changed.', FRIDAY],
    ['He came two years after the coup.', FRIDAY],
    ['It grew within the next month.', FRIDAY],
  ]);

  test('a number after a month is a day, but not when it counts something', () => {
    expect(dates('In March 12 soldiers died.', FRIDAY)).toEqual(['2024-03']);
    expect(dates('In March 2,000 soldiers left.', FRIDAY)).toEqual(['2024-03']);
  });
});

describe('any text', () => {
  const piece = fc.constantFrom(
    ...'since until from to between and in on the last next May March 26 2024 1990s – ( ) , . ; years ago Tuesday week of'.split(
      ' ',
    ),
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(piece, { maxLength: 40 }).map((words) => words.join(' ')),
  );
  const published = fc.constantFrom(null, '2024', '2024-02', '2024-02-29', '2018/..', '0001-01-01', 'soon');

  test('gives valid dates at places of the text that hold words, in order', () => {
    fc.assert(
      fc.property(texts, published, (text, day) => {
        let last = 0;
        for (const { start, end, edtf } of findTimes(text, day)) {
          expect(isEdtf(edtf), edtf).toBe(true);
          expect(text.slice(start, end).trim()).not.toBe('');
          expect(end).toBeLessThanOrEqual(text.length);
          expect(start).toBeGreaterThanOrEqual(last === 0 ? 0 : last - 1);
          last = end;
        }
      }),
      { numRuns: 500 },
    );
  });

  test('a date with its year does not depend on the day of publication', () => {
    const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2030-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, published, (date, day) => {
        const month = date.toLocaleString('en-GB', { month: 'long', timeZone: 'UTC' });
        const text = `They met on ${date.getUTCDate()} ${month} ${date.getUTCFullYear()} in Oslo.`;
        expect(dates(text, day)).toEqual([date.toISOString().slice(0, 10)]);
      }),
    );
  });

  test('a sentence of 10,000 words is read to its end', () => {
    const words = 'in May and 12 of 2024 since March until the last 1990s from Monday to – '.repeat(625);
    const times = findTimes(`${words}on 26 March 2024`, FRIDAY);
    expect(times.at(-1)?.edtf).toBe('2024-03-26');
    expect(findTimes(`${'1 '.repeat(5000)}${'the '.repeat(5000)}`, FRIDAY)).toEqual([]);
  });
});

test('are found however many counts a sentence ties together', () => {
  const sentence = 'Chad has left, a day after Togo left'.repeat(10_000);
  const times = findTimes(sentence, FRIDAY);
  expect(times).toHaveLength(10_000);
  expect(new Set(times.map(({ edtf }) => edtf))).toEqual(new Set(['2024-04-04']));
});
