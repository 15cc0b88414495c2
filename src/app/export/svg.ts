/** The drawn graph as SVG, with a title and a description, and all text escaped. */
import type { Point } from '../../worker/layoutProtocol.ts';
import type { GraphColours, Picture } from '../graph/picture.ts';
import type { Backdrop } from './backdrop.ts';
import { frameOf, shapesOf } from './drawing.ts';
import { LEADING, type Lettering, type Move, type Paint, type Shape } from './shapes.ts';

export interface SvgMeta {
  readonly title: string;
  readonly description: string;
}

const FONT = 'system-ui, -apple-system, Segoe UI, Roboto, Helvetica, Arial, sans-serif';

/** Writes a picture as an SVG file. Positions are rounded to a tenth of a pixel. */
export function writeSvg(
  picture: Picture,
  colours: GraphColours,
  { title, description }: SvgMeta,
  backdrop: Backdrop | null = null,
): string {
  const { x, y, width, height } = frameOf(picture, backdrop);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title desc" width="${width}" height="${height}" viewBox="${x} ${y} ${width} ${height}" font-family="${FONT}">`,
    `<title id="title">${escapeXml(title)}</title>`,
    `<desc id="desc">${escapeXml(description)}</desc>`,
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${escapeXml(colours.background)}"/>`,
    ...shapesOf(picture, colours, backdrop).map(shapeSvg),
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

function shapeSvg(shape: Shape): string {
  switch (shape.kind) {
    case 'circle':
      return `<circle cx="${round(shape.at.x)}" cy="${round(shape.at.y)}" r="${round(shape.r)}" ${paintSvg(shape.paint)}/>`;
    case 'square':
      return `<rect x="${round(shape.at.x)}" y="${round(shape.at.y)}" width="${round(shape.size)}" height="${round(shape.size)}" rx="${round(shape.round)}" ${paintSvg(shape.paint)}/>`;
    case 'path':
      return `<path d="${shape.moves.map(moveSvg).join('')}" ${paintSvg(shape.paint)}/>`;
    case 'text':
      return textSvg(shape);
  }
}

function moveSvg(move: Move): string {
  const [letter, ...points] = move;
  return letter + points.map(at).join(' ');
}

function paintSvg({ fill, stroke, width, dash, cap }: Paint): string {
  return [
    `fill="${fill === null ? 'none' : escapeXml(fill)}"`,
    ...(stroke === null ? [] : [`stroke="${escapeXml(stroke)}" stroke-width="${round(width)}"`]),
    ...(cap === 'round' ? ['stroke-linecap="round"'] : []),
    ...(dash.length === 0 ? [] : [`stroke-dasharray="${dash.join(' ')}"`]),
  ].join(' ');
}

function textSvg({ at: { x, y }, lines, size, weight, colour, halo }: Lettering): string {
  const spans = lines.map((line, index) => {
    const dy = index === 0 ? '' : ` dy="${round(size * LEADING)}"`;
    return `<tspan x="${round(x)}"${dy}>${escapeXml(line)}</tspan>`;
  });
  const around = halo
    ? ` stroke="${escapeXml(halo.colour)}" stroke-width="${round(halo.width)}" stroke-linejoin="round" paint-order="stroke"`
    : '';
  return `<text x="${round(x)}" y="${round(y)}" text-anchor="middle" font-size="${round(size)}" font-weight="${weight}" fill="${escapeXml(colour)}"${around}>${spans.join('')}</text>`;
}

function at({ x, y }: Point): string {
  return `${round(x)} ${round(y)}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
