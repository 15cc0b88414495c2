/** The legend of a report: what the colours, lines and shapes of its picture mean. */
import { type ActorType, type Sign, STATUSES, type Status, ACTOR_TYPES } from '../../../model/index.ts';
import { laneLetter } from '../../graph/lanes.ts';
import type { DrawnLane, DrawnNode, GraphColours, Picture } from '../../graph/picture.ts';
import { signWord, statusWord, typeWord } from '../../inspector/words.ts';
import { m } from '../../messages.ts';
import { shapesOf } from '../drawing.ts';
import { drawShapes } from './drawShapes.ts';
import { type Flow, MARGIN, MUTED, WIDTH } from './flow.ts';
import type { TextStyle } from './typeset.ts';

interface Entry {
  readonly picture: Picture;
  readonly label: string;
}

const STYLE: TextStyle = { face: 'regular', size: 9 };
/** Width of a swatch, and height of a row, in points. */
const [SWATCH, ROW] = [34, 16];
const COLUMNS = 4;

/** Writes the legend of a picture: only what occurs in it. */
export async function writeLegend(
  flow: Flow,
  picture: Picture,
  hulls: boolean,
  colours: GraphColours,
): Promise<void> {
  const entries = entriesOf(picture);
  const width = WIDTH / COLUMNS;
  for (let start = 0; start < entries.length; start += COLUMNS) {
    flow.need(ROW);
    for (const [column, { picture: swatch, label }] of entries.slice(start, start + COLUMNS).entries()) {
      const x = MARGIN + column * width;
      const clip = { x, y: flow.y, width: SWATCH, height: ROW };
      const placing = { x, y: flow.y, scale: 1 };
      await flow.page.artifact(() =>
        drawShapes(flow.page, shapesOf(swatch, colours), placing, clip, flow.typesetter),
      );
      const [line] = flow.typesetter.lines(label, width - SWATCH - 10, STYLE);
      if (line)
        await flow.page.mark(flow.element('P'), () =>
          flow.page.write(line, x + SWATCH + 4, flow.y + 11, STYLE),
        );
    }
    flow.y += ROW;
  }
  flow.y += 3;
  const notes = [
    m('report_legend_width'),
    ...(picture.lanes.some(({ hollow }) => hollow) ? [m('report_legend_hollow')] : []),
    ...(hulls ? [m('report_legend_bloc')] : []),
  ];
  for (const note of notes) await flow.text(note, { face: 'regular', size: 8 }, { colour: MUTED });
}

function entriesOf({ lanes, nodes }: Picture): Entry[] {
  const has = <T>(all: readonly T[], some: readonly T[]) => all.filter((one) => some.includes(one));
  const signs = has<Sign>(
    [1, -1, 0],
    lanes.map(({ sign }) => sign),
  );
  const statuses = has<Status>(
    STATUSES,
    lanes.map(({ status }) => status),
  );
  const types = has<ActorType>(
    ACTOR_TYPES,
    nodes.map(({ type }) => type),
  );
  return [
    ...signs.map((sign): Entry => ({ picture: lane(sign, 'actual'), label: signWord(sign) })),
    ...statuses.map((status): Entry => ({ picture: lane(0, status), label: statusWord(status) })),
    ...types.map((type): Entry => ({ picture: { lanes: [], nodes: [node(type)] }, label: typeWord(type) })),
  ];
}

/** A lane on the side on which lanes of its sign bow out. */
function lane(sign: Sign, status: Status): Picture {
  const drawn: DrawnLane = {
    sign,
    status,
    hollow: false,
    width: 2.5,
    letter: laneLetter({ status, certainty: 'certain' }, false),
    from: { x: 2, y: ROW / 2 },
    control: { x: SWATCH / 2, y: ROW / 2 - 9 * sign },
    to: { x: SWATCH - 2, y: ROW / 2 },
    forward: false,
    backward: false,
  };
  return { lanes: [drawn], nodes: [] };
}

function node(type: ActorType): DrawnNode {
  const place = { x: SWATCH / 2, y: ROW / 2, size: 11 };
  return { id: type, label: '', code: '', type, labelled: false, fontSize: 8, ...place };
}
