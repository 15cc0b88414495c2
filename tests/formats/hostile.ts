/** A graph whose every text tries to break out of the format that holds it. */
import type { GraphFile } from '../../src/model/index.ts';
import { ARTICLE, EXPELLED, FRANCE, NIGER, SMALL } from './graphs.ts';

export const HOSTILE_TEXT =
  'A"\'\\ \\u0027 \\\\u0027 </script><!-- ]]> <b> & ${x} `y` {{z}} \u0000\u0007\u2028 \ud800 \n\r\t ; // /* -- #';

export const HOSTILE: GraphFile = {
  ...SMALL,
  documents: [
    {
      ...ARTICLE,
      title: HOSTILE_TEXT,
      source: HOSTILE_TEXT,
      url: 'javascript:alert(1)//"> <x>',
      text: HOSTILE_TEXT,
    },
  ],
  actors: [{ ...NIGER, name: HOSTILE_TEXT, aliases: [HOSTILE_TEXT] }, FRANCE],
  assertions: [
    {
      ...EXPELLED,
      topics: [HOSTILE_TEXT],
      evidence: [
        {
          ...EXPELLED.evidence[0]!,
          start: 0,
          end: HOSTILE_TEXT.length,
          quote: HOSTILE_TEXT,
          source: [],
          target: [],
        },
      ],
    },
  ],
};
