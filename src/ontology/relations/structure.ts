/** Relations of structure: who belongs to whom, and where. Their sign is 0. */
import { ANY, BODIES, type RelationSpec } from '../spec.ts';

export const structure = {
  'member-of': {
    label: 'is a member of',
    inverse: 'has as a member',
    sign: 0,
    time: 'state',
    cues: 'member|join|belong|found|form|enter|part(?![\\p{L}])|takes? part|contribut|took part|tak|sent|reinforc|serv',
    source: ANY,
    target: ['organisation', 'mission'],
    examples: [
      { text: '[Mali] is a member of the {African Union}.' },
      { text: '[Mali] sent a letter to the {African Union}.', none: true },
    ],
  },
  'part-of': {
    label: 'is run by',
    inverse: 'runs',
    sign: 0,
    time: 'state',
    cues: 'launch|set up|establish|creat|found|form|run|command|part of|mission|mandate|authori',
    source: ['organisation', 'mission'],
    target: BODIES,
    examples: [
      { text: '[EUTM Mali], a training mission of the {European Union}, opened in 2013.' },
      { text: '[EUTM Mali] thanked the {European Union}.', none: true },
    ],
  },
  'deployed-in': {
    label: 'is deployed in',
    inverse: 'hosts',
    sign: 0,
    time: 'state',
    cues: 'deploy|station|sent|send|troop|soldier|base|arriv|present|garrison|presence|mission|landed|landing|force|launch|set up|work',
    source: ANY,
    target: ['country'],
    plover: 'MOBILIZE',
    cameo: ['15'],
    examples: [
      { text: '[French] troops are stationed in {Chad}.' },
      { text: '[France] sent a letter to {Chad}.', none: true },
    ],
  },
} satisfies Record<string, RelationSpec>;
