import { describe, expect, it } from 'vitest';
import { readKnowledge } from '../../src/ontology/knowledge.ts';
import { topicFinder } from '../../src/ontology/topics.ts';
import { loadKnowledgeFiles } from '../../src/cli/knowledge-files.ts';

const find = topicFinder([
  { id: 'military', name: 'Military', words: ['weapon*', 'troop*', 'arms'] },
  { id: 'diplomacy', name: 'Diplomacy', words: ['communiqué', 'foreign minist*'] },
]);

describe('topics of a sentence', () => {
  it.each([
    ['Russia delivered weapons and instructors.', ['military']],
    ['WEAPONRY was found.', ['military']],
    ['The foreign ministers read a communique about arms.', ['diplomacy', 'military']],
    ['He raised his alarms in the farms.', []],
    ['The foreign  ministry was silent.', ['diplomacy']],
    ['A stroop is a Dutch syrup.', []],
    ['', []],
  ])('%s', (sentence, topics) => expect(find(sentence)).toEqual(topics));

  it('are those of the table, which has several for one sentence and none for another', () => {
    const { knowledge } = readKnowledge(loadKnowledgeFiles());
    const topics = topicFinder(knowledge.topics!);
    expect(topics('Grain ships left the port under the deal on the Black Sea corridor.')).toEqual(
      expect.arrayContaining(['agriculture', 'maritime']),
    );
    expect(topics('Niger expelled the French troops.')).toContain('military');
    expect(topics('The two presidents met on Tuesday.')).toEqual([]);
  });
});

describe('a table of topics', () => {
  const read = (row: string) => readKnowledge({ 'topics.tsv': `id\tname\twords\n${row}` }).problems;
  it.each([
    ['Energy\tEnergy\toil', '"Energy" is no id of a topic'],
    ['energy\t\toil', 'a topic needs a name and words'],
    ['energy\tEnergy\t', 'a topic needs a name and words'],
    ['energy\tEnergy\toil|gas|oil', 'the word "oil" stands here twice'],
    ['energy\tEnergy\toil\nenergy\tPower\tgrid', 'the topic energy stands here twice'],
  ])('with %j is told to be wrong', (row, message) => {
    expect(read(row)[0]!.message).toContain(message);
  });
  it('that is right has no problems', () => expect(read('energy\tEnergy\toil|gas*')).toEqual([]));
});
