import { describe, expect, test } from 'vitest';
import { cleanArticle } from '../../src/documents/clean.ts';
import { furnitureOf } from '../../src/documents/furniture.ts';
import { paragraphsOf, uniform } from '../../src/documents/paragraphs.ts';

const BODY = 'Niger ended its military agreement with the United States on Saturday, officials said.';
const MORE = 'The junta had already expelled the French ambassador and cut ties with Paris last year.';

function clean(text: string, title: string | null = null) {
  return cleanArticle(
    { lines: text.split('\n'), hasLineBreaks: true, page: {}, given: {}, notes: [] },
    title,
  );
}

describe('lines that are no part of an article', () => {
  test.each([
    ['This site uses technical (necessary) and analytics cookies.', 'cookies'],
    ['By continuing to browse, you agree to the use of cookies.', 'cookies'],
    ['We use cookies to keep the lights on. OK', 'cookies'],
    ['Accept all', 'cookies'],
    ['Cookie settings', 'cookies'],
    ['Share this article', 'share'],
    ['Share on Facebook', 'share'],
    ['Click to share on WhatsApp (Opens in new window)', 'share'],
    ['1.2K Shares', 'share'],
    ['Subscribe', 'subscribe'],
    ['Subscribe to our newsletter', 'subscribe'],
    ['SIGN UP FOR OUR DAILY NEWSLETTER', 'subscribe'],
    ['Get the latest news delivered to your inbox', 'subscribe'],
    ['Read also: Niger expels the French ambassador', 'related'],
    ['READ MORE: Who is General Tiani?', 'related'],
    ['You might also be interested in..', 'related'],
    ['You may also like', 'related'],
    ['Related articles', 'related'],
    ['Tags: Niger, Sahel, ECOWAS', 'related'],
    ['FILE PHOTO: General Tiani greets supporters in Niamey. REUTERS/Stringer', 'caption'],
    ['Photo: Presidency of Niger', 'caption'],
    ['Image source, Getty Images', 'caption'],
    ['Soldiers in Niamey on Sunday (Photo by Boureima Hama / AFP)', 'caption'],
    ['Protesters wave flags outside the base. [File: Mahamadou Hamidou/Reuters]', 'caption'],
    ['© Agence France-Presse', 'caption'],
    ['0 Comments', 'comments'],
    ['Notify of', 'comments'],
    ['guest', 'comments'],
    ['Inline Feedbacks', 'comments'],
    ['View all comments', 'comments'],
    ['Leave a Reply', 'comments'],
    ['Your email address will not be published. Required fields are marked *', 'comments'],
    ['Advertisement', 'advertisement'],
    ['ADVERTISEMENT', 'advertisement'],
    ['Story continues below', 'advertisement'],
    ['close button', 'advertisement'],
    ['Home » Italy looks to resume dialogue with “de facto” Niger gov’t', 'breadcrumb'],
    ['Home > World > Africa', 'breadcrumb'],
    ['News › Africa › Niger', 'breadcrumb'],
    ['5 min read', 'byline'],
    ['By Jane Doe and Ali Moussa', 'byline'],
    ['Last updated: 26 March 2024 at 14:05', 'byline'],
  ])('%s', (line, kind) => {
    expect(furnitureOf(line)).toBe(kind);
  });

  test.each([
    'The European Union fined the company over cookies on its website.',
    '“We use cookies as bait,” your minister said of the operation.',
    'Share prices fell after Niger suspended uranium exports to France.',
    'Subscribe to peace, the president told both sides.',
    'Related charges against the envoy were dropped after Italy intervened.',
    'See also the treaty that Niger and Russia signed in 2023.',
    'Read more than once, the note was a threat against Mali.',
    'Photographs of the meeting show General Tiani with the ambassador.',
    'The ministry told AFP that France would withdraw.',
    'The image of France has suffered in the Sahel.',
    'Comments by the minister angered Algeria.',
    'No comment was given by the embassy.',
    'Guests from Mali and Burkina Faso arrived.',
    'Advertisement of the post had been suspended by the United Nations.',
    'Home affairs ministers of Italy and Niger met on Monday.',
    'By Monday Niger had closed its airspace.',
    'By Friday Mali and Niger had left.',
    'Closed borders hurt Benin.',
    'NIAMEY (Reuters) - Niger has ended its agreement with Washington.',
    'Updated sanctions were adopted by ECOWAS in 2024.',
    'Video evidence shows that Wagner troops fired at the convoy.',
    'Sign language was used.',
    'Our reporter learned that the regulator had banned cookies in Mali.',
    'Picture, if you will, a war between Niger and Benin.',
    'Watch-dog groups accuse Mali of killing civilians.',
    'The envoy told AFP/Reuters.',
    'Video by the army shows Russian troops.',
    'Photo opportunities with the junta were refused by Italy.',
    'Home to 1,500 French troops, Niger turned to Russia.',
    'Log in the road: rebels stopped the convoy in Mali.',
    'Share of trade with Russia rose.',
    'Donate now, the UN told its members, or Sudan will starve.',
    'Related cases against Benin were dropped: Niger lost.',
  ])('keeps the sentence: %s', (line) => {
    expect(furnitureOf(line)).toBeNull();
  });
});

describe('the text of an article', () => {
  test.each<[what: string, input: string, title: string, paragraphs: string[]]>([
    [
      'a label, then the title',
      `Africa\n\nNiger ends deal with Washington\n\n${BODY}`,
      'Niger ends deal with Washington',
      [BODY],
    ],
    ['a line "Title:"', `Title: Niger ends deal\n${BODY}`, 'Niger ends deal', [BODY]],
    ['no title, but a sentence first', `${BODY}\n${MORE}`, '', [BODY, MORE]],
    [
      'a title that comes twice',
      `Niger ends deal with US\nNiger Ends Deal With US\n\n${BODY}`,
      'Niger ends deal with US',
      [BODY],
    ],
    [
      'a breadcrumb with the title',
      `Home » Niger ends deal with US\n\nNiger ends deal with US\n\n${BODY}`,
      'Niger ends deal with US',
      [BODY],
    ],
    [
      'a date above the title',
      `Sunday, 17 March 2024, 10:30 GMT\n\nNiger ends deal with US\n\n${BODY}`,
      'Niger ends deal with US',
      [BODY],
    ],
    [
      'a headline of three words, then place and date',
      `Thirty states agree\n\nGeneva, 6 March 2024\n\n${BODY}`,
      'Thirty states agree',
      ['Geneva, 6 March 2024', BODY],
    ],
    [
      'a label, a short headline, place and date',
      `Africa\n\nNiger quits\n\nNIAMEY – 17 March 2024\n\n${BODY}`,
      'Niger quits',
      ['NIAMEY – 17 March 2024', BODY],
    ],
    [
      'a label, place and date, then the title',
      `Africa\n\nNew York, Sunday, March 17, 2024\n\nNiger ends deal with US\n\n${BODY}`,
      'Niger ends deal with US',
      [BODY],
    ],
    [
      'a headline of many words, then place and date',
      `Niger ends deal with Washington\n\nNiamey, 17 March 2024\n\n${BODY}`,
      'Niger ends deal with Washington',
      ['Niamey, 17 March 2024', BODY],
    ],
    [
      'a headline that ends in a date',
      `Weekly news\n\nWhat Niger said on Friday, 15 March 2024\n\n${BODY}`,
      'What Niger said on Friday, 15 March 2024',
      [BODY],
    ],
    [
      'a label, place and date, and no title',
      `Africa\n\nNiamey, 17 March 2024\n\n${BODY}`,
      'Niamey, 17 March 2024',
      [BODY],
    ],
    [
      'bullets',
      `${BODY}\n\n  •  ${MORE}\n  - Third point of the paper stands here.`,
      '',
      [BODY, MORE, 'Third point of the paper stands here.'],
    ],
    ['a paragraph that comes twice', `${BODY}\n\n${MORE}\n\n${BODY}`, '', [BODY, MORE]],
    ['short answers that recur', `${BODY}\nYes.\n${MORE}\nYes.`, '', [BODY, 'Yes.', MORE, 'Yes.']],
    [
      'titles of other articles after the end',
      `${BODY}\n\n${MORE}\n\nYou may also like\nHow Mali lost its north to rebels\nTen books on the Sahel`,
      '',
      [BODY, MORE],
    ],
    [
      'links amid the text',
      `${BODY}\n\nRelated articles\nHow Mali lost its north to rebels\n\n${MORE}`,
      '',
      [BODY, MORE],
    ],
  ])('%s', (_, input, title, paragraphs) => {
    expect(clean(input)).toMatchObject({ title, paragraphs });
  });

  test('a title that is known replaces the text’s own wording of it, with the outlet’s name behind', () => {
    const known = 'Niger ends deal with Washington';
    const { title, paragraphs } = clean(`World\n${known} | The Herald\n\n${BODY}`, known);
    expect([title, ...paragraphs]).toEqual([known, BODY]);
  });

  test.each([
    ['Russia signed a pact with Mali\n\n“', ['Russia signed a pact with Mali']],
    ['Russia signed a pact with Mali\n\nRussia signed a pact with Mali', ['Russia signed a pact with Mali']],
  ])('a line above nothing is the article, no title: %j', (text, paragraphs) => {
    expect(clean(text)).toMatchObject({ title: '', paragraphs });
  });

  test('a paragraph in another language is left out with a note', () => {
    const { paragraphs, notes } = clean(
      `${BODY}\n\nMissione dell’Italia in Niger contro la minaccia jihadista e il traffico di uomini\n\n${MORE}`,
    );
    expect(paragraphs).toEqual([BODY, MORE]);
    expect(notes).toEqual([expect.stringContaining('a paragraph in Italian')]);
  });
});

describe('wrapped lines', () => {
  const wrapped = [
    'Niger ended its military agreement with the United',
    'States on Saturday. The junta had already expelled',
    'the French ambassador.',
    '',
    'Russian troops arrived in Niamey in April, and US-',
    'led exercises in the region were called off.',
  ].join('\n');

  test('become paragraphs again', () => {
    expect(paragraphsOf(wrapped)).toEqual([
      'Niger ended its military agreement with the United States on Saturday. The junta had already expelled the French ambassador.',
      'Russian troops arrived in Niamey in April, and US-led exercises in the region were called off.',
    ]);
  });

  test('a line that is a paragraph of its own stays one', () => {
    expect(paragraphsOf(`${BODY}\n${MORE}`)).toEqual([BODY, MORE]);
    expect(paragraphsOf('Notify of\nguest\n0 Comments')).toEqual(['Notify of', 'guest', '0 Comments']);
  });
});

describe('characters', () => {
  test.each([
    ['a\r\nb\rc', 'a\nb\nc'],
    ['Burkina\u00a0Faso \t and\u200b Mali', 'Burkina Faso and Mali'],
    ['agree\u00adment', 'agreement'],
    ['Jama\u0065\u0301', 'Jama\u00e9'],
    ['a\u0000b\u0007c', 'abc'],
    ['  \n\n text \n ', 'text'],
  ])('%j becomes %j', (input, output) => {
    expect(uniform(input)).toBe(output);
  });
});
