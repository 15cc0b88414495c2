/** The drawn graph as SVG, with a title and a description, and all text escaped. */
import type { ActorType, Status } from '../../model/index.ts';
import { HOLLOW_EDGE } from '../graph/style.ts';
import type { Point } from '../../worker/layoutProtocol.ts';
import {
  type DrawnLane,
  type DrawnNode,
  type GraphColours,
  laneColour,
  type Picture,
} from '../graph/picture.ts';

export interface SvgMeta {
  readonly title: string;
  readonly description: string;
}

const MARGIN = 40;
const FONT = 'system-ui, -apple-system, Segoe UI, Roboto, Helvetica, Arial, sans-serif';
const DASH: Readonly<Record<Status, string>> = { actual: '', planned: '9 6', alleged: '2 5', denied: '' };

/** Writes a picture as an SVG file. Positions are rounded to a tenth of a pixel. */
export function writeSvg(picture: Picture, colours: GraphColours, { title, description }: SvgMeta): string {
  const { x, y, width, height } = frameOf(picture);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title desc" width="${width}" height="${height}" viewBox="${x} ${y} ${width} ${height}" font-family="${FONT}">`,
    `<title id="title">${escapeXml(title)}</title>`,
    `<desc id="desc">${escapeXml(description)}</desc>`,
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${escapeXml(colours.background)}"/>`,
    ...[...picture.lanes]
      .sort((a, b) => Math.abs(a.sign) - Math.abs(b.sign))
      .map((lane) => laneSvg(lane, colours)),
    ...picture.nodes.map((node) => nodeSvg(node, colours)),
    ...picture.nodes.filter((node) => node.labelled).map((node) => labelSvg(node, colours)),
    '</svg>\n',
  ].join('\n');
}

/** Text as it may stand between tags and in attributes; characters that XML has no place for are dropped. */
export function escapeXml(text: string): string {
  return (
    text
      // eslint-disable-next-line no-control-regex -- these are what must go
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '')
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/"/g, '&quot;')
      .replace(/'/g, '&#39;')
  );
}

function frameOf({ nodes, lanes }: Picture): { x: number; y: number; width: number; height: number } {
  const points = [
    ...nodes.flatMap(({ x, y, size, label, fontSize }) => {
      const lines = linesOf(label);
      const half = Math.max(size / 2, ...lines.map((line) => line.length * fontSize * 0.3));
      return [
        { x: x - half, y: y - size / 2 },
        { x: x + half, y: y + size / 2 + fontSize * (0.5 + 1.15 * lines.length) },
      ];
    }),
    ...lanes.flatMap(({ from, control, to }) => (control ? [from, control, to] : [from, to])),
  ];
  if (points.length === 0) return { x: 0, y: 0, width: 2 * MARGIN, height: 2 * MARGIN };
  const bound = (pick: (...values: number[]) => number, axis: 'x' | 'y') =>
    points.reduce((best, point) => pick(best, point[axis]), points[0]![axis]);
  const x = Math.floor(bound(Math.min, 'x') - MARGIN);
  const y = Math.floor(bound(Math.min, 'y') - MARGIN);
  return {
    x,
    y,
    width: Math.ceil(bound(Math.max, 'x') + MARGIN) - x,
    height: Math.ceil(bound(Math.max, 'y') + MARGIN) - y,
  };
}

function laneSvg(lane: DrawnLane, colours: GraphColours): string {
  const { from, control, to, status, width, letter } = lane;
  const colour = escapeXml(laneColour(lane.sign, colours));
  const curve = control ? `Q${at(control)} ${at(to)}` : `L${at(to)}`;
  const dash = DASH[status] ? ` stroke-dasharray="${DASH[status]}"` : '';
  const size = 6 + 1.6 * width;
  const stroke = status === 'denied' ? 1.5 : width;
  const line = (paint: string, thick: number) =>
    `<path d="M${at(from)}${curve}" fill="none" stroke="${paint}" stroke-width="${round(thick)}"${dash}/>`;
  const parts = lane.hollow
    ? [line(colour, stroke + 2 * HOLLOW_EDGE), line(escapeXml(colours.background), stroke)]
    : [line(colour, stroke)];
  if (lane.forward) parts.push(arrowSvg(to, control ?? from, size, colour));
  if (lane.backward) parts.push(arrowSvg(from, control ?? to, size, colour));
  if (letter !== '') parts.push(letterSvg(middle(from, control, to), letter, colour, colours));
  return parts.join('');
}

/** A triangle whose tip is at the end of a lane. */
function arrowSvg(tip: Point, before: Point, size: number, colour: string): string {
  const length = Math.hypot(tip.x - before.x, tip.y - before.y) || 1;
  const [dx, dy] = [(tip.x - before.x) / length, (tip.y - before.y) / length];
  const base = { x: tip.x - dx * size, y: tip.y - dy * size };
  const half = size / 2;
  const left = { x: base.x - dy * half, y: base.y + dx * half };
  const right = { x: base.x + dy * half, y: base.y - dx * half };
  return `<path d="M${at(tip)}L${at(left)}L${at(right)}Z" fill="${colour}"/>`;
}

function letterSvg(point: Point, letter: string, colour: string, colours: GraphColours): string {
  return `<text x="${round(point.x)}" y="${round(point.y + 4)}" text-anchor="middle" font-size="12" font-weight="700" fill="${colour}" stroke="${escapeXml(colours.background)}" stroke-width="4" paint-order="stroke">${escapeXml(letter)}</text>`;
}

function middle(from: Point, control: Point | null, to: Point): Point {
  if (!control) return { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  return { x: (from.x + 2 * control.x + to.x) / 4, y: (from.y + 2 * control.y + to.y) / 4 };
}

function nodeSvg(node: DrawnNode, colours: GraphColours): string {
  const paint = `fill="${escapeXml(colours.node)}" stroke="${escapeXml(colours.nodeBorder)}" stroke-width="1.5"`;
  const code = node.code
    ? `<text x="${round(node.x)}" y="${round(node.y + node.size * 0.11)}" text-anchor="middle" font-size="${round(node.size * 0.31)}" font-weight="600" fill="${escapeXml(colours.text)}">${escapeXml(node.code)}</text>`
    : '';
  return shapeSvg(node, paint) + code;
}

function shapeSvg({ x, y, size, type }: DrawnNode & { readonly type: ActorType }, paint: string): string {
  const r = size / 2;
  const outline = (...corners: (readonly [number, number])[]) =>
    `<path d="M${corners.map(([dx, dy]) => at({ x: x + dx * r, y: y + dy * r })).join('L')}Z" ${paint}/>`;
  switch (type) {
    case 'country':
      return `<circle cx="${round(x)}" cy="${round(y)}" r="${round(r)}" ${paint}/>`;
    case 'organisation':
      return `<rect x="${round(x - r)}" y="${round(y - r)}" width="${size}" height="${size}" rx="${round(size / 5)}" ${paint}/>`;
    case 'mission':
      return outline([0, -1], [1, 0], [0, 1], [-1, 0]);
    case 'person':
      return outline([-0.5, -1], [0.5, -1], [1, 0], [0.5, 1], [-0.5, 1], [-1, 0]);
  }
}

function labelSvg({ x, y, size, label, fontSize }: DrawnNode, colours: GraphColours): string {
  const top = y + size / 2 + 4 + fontSize;
  const lines = linesOf(label).map((line, index) => {
    const dy = index === 0 ? '' : ` dy="${round(fontSize * 1.15)}"`;
    return `<tspan x="${round(x)}"${dy}>${escapeXml(line)}</tspan>`;
  });
  return `<text y="${round(top)}" text-anchor="middle" font-size="${round(fontSize)}" font-weight="500" fill="${escapeXml(colours.text)}" stroke="${escapeXml(colours.background)}" stroke-width="${round(fontSize / 3)}" stroke-linejoin="round" paint-order="stroke">${lines.join('')}</text>`;
}

/** A label in lines of about as many letters as on the canvas. */
export function linesOf(label: string): string[] {
  const lines: string[] = [];
  for (const word of label.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= 16)
      lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function at({ x, y }: Point): string {
  return `${round(x)} ${round(y)}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
