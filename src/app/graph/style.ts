/** How actors and lanes look on the canvas. */
import type { NodeSingular, StylesheetJson } from 'cytoscape';
import { LABEL_EMS } from './labels.ts';
import { type GraphColours, laneColour, mixed } from './picture.ts';

/** The dash patterns, in pixels: on, off. */
export const DASHES = { planned: [9, 6], alleged: [2, 5] } as const;

/** How much of its colour a lane has among many. */
const PALE = 0.6;
/** How much longer dashes are among many, where the graph is drawn small: short ones blur, and cost time. */
const LONGER = 2.5;

/** Width of the outline of a hollow lane, in pixels. */
export const HOLLOW_EDGE = 1.25;

/** The style sheet of the canvas in the colours of a theme. */
export function graphStyle(colours: GraphColours): StylesheetJson {
  return [
    ...nodeStyle(colours),
    ...laneStyle(colours),
    ...signStyle(colours),
    ...laneKinds(),
    ...stateStyle(colours),
  ];
}

function nodeStyle(colours: GraphColours): StylesheetJson {
  return [
    {
      selector: 'node',
      style: {
        width: 'data(size)',
        height: 'data(size)',
        'background-color': colours.node,
        'border-width': 1.5,
        'border-color': colours.nodeBorder,
        'font-family': 'system-ui, sans-serif',
        'font-weight': 500,
        'font-size': 'data(fontSize)',
        color: colours.text,
        'text-wrap': 'wrap',
        'text-max-width': (node: NodeSingular) => `${(node.data('fontSize') as number) * LABEL_EMS}px`,
        'text-valign': 'bottom',
        'text-margin-y': 4,
        'text-outline-color': colours.background,
        'text-outline-width': 2,
        'z-index': 10,
      },
    },
    { selector: 'node[?labelled]', style: { label: 'data(label)', 'z-index': 11 } },
    { selector: 'node[type = "country"]', style: { shape: 'ellipse' } },
    { selector: 'node[type = "organisation"]', style: { shape: 'round-rectangle' } },
    { selector: 'node[type = "mission"]', style: { shape: 'diamond' } },
    { selector: 'node[type = "person"]', style: { shape: 'hexagon' } },
    {
      selector: 'node[code]',
      style: {
        'background-image': (node: NodeSingular) => codeImage(node.data('code') as string, colours.text),
        'background-fit': 'contain',
        'background-image-smoothing': 'yes',
      },
    },
  ];
}

/**
 * Rules for each sign: colours that functions give would be reckoned anew for each lane. Among many lanes
 * they are paler. The colour is mixed and not let through, since an arrow that lets something through is
 * drawn twice.
 */
function signStyle(colours: GraphColours): StylesheetJson {
  return ([1, -1, 0] as const).flatMap((sign) => {
    const colour = laneColour(sign, colours);
    const lane = `edge[sign = ${sign}]`;
    return [
      ...coloured(lane, colour, colours),
      ...coloured(`${lane}.dense`, mixed(colour, colours.background, PALE), colours),
      { selector: lane, style: { color: colour } },
    ];
  });
}

function coloured(lane: string, colour: string, { background }: GraphColours): StylesheetJson {
  return [
    {
      selector: lane,
      style: {
        'line-color': colour,
        'source-arrow-color': colour,
        'target-arrow-color': colour,
        'mid-target-arrow-color': colour,
      },
    },
    {
      selector: `${lane}[?hollow]`,
      style: {
        'line-color': background,
        'line-outline-width': HOLLOW_EDGE,
        'line-outline-color': colour,
      },
    },
  ];
}

function laneStyle(colours: GraphColours): StylesheetJson {
  return [
    {
      selector: 'edge',
      style: {
        width: 'data(width)',
        'curve-style': 'unbundled-bezier',
        'control-point-distances': 'data(bow)',
        'control-point-weights': 0.5,
        'edge-distances': 'node-position',
        'arrow-scale': 1,
        'line-cap': 'butt',
        'font-family': 'system-ui, sans-serif',
        'font-size': 12,
        'font-weight': 700,
        'min-zoomed-font-size': 8,
        'z-index': 1,
      },
    },
    {
      selector: 'edge[letter]',
      style: {
        label: 'data(letter)',
        'text-background-color': colours.background,
        'text-background-opacity': 1,
        'text-background-padding': '2px',
        'text-background-shape': 'roundrectangle',
      },
    },
  ];
}

function laneKinds(): StylesheetJson {
  return [
    { selector: 'edge.dense', style: { 'arrow-scale': 0.8 } },
    { selector: 'edge.lane[sign = 0]', style: { 'curve-style': 'straight', 'z-index': 0 } },
    { selector: 'edge[?forward]', style: { 'target-arrow-shape': 'triangle' } },
    { selector: 'edge[?backward]', style: { 'source-arrow-shape': 'triangle' } },
    ...(['planned', 'alleged'] as const).flatMap((status) => {
      const [lane, dashes] = [`edge[status = "${status}"]`, DASHES[status]];
      return [
        { selector: lane, style: { 'line-style': 'dashed', 'line-dash-pattern': [...dashes] } },
        {
          selector: `${lane}.dense`,
          style: { 'line-dash-pattern': dashes.map((length) => LONGER * length) },
        },
      ] as StylesheetJson;
    }),
    { selector: 'edge[status = "denied"]', style: { width: 1.5, 'mid-target-arrow-shape': 'tee' } },
    {
      selector: 'edge.fan',
      style: {
        'z-index': 22,
        'font-weight': 500,
        'min-zoomed-font-size': 6,
        'text-rotation': 'autorotate',
        'text-wrap': 'ellipsis',
        'text-max-width': '180px',
      },
    },
    { selector: 'edge.fanned', style: { display: 'none' } },
  ];
}

function stateStyle(colours: GraphColours): StylesheetJson {
  return [
    { selector: '[?hidden]', style: { display: 'none' } },
    { selector: '.faded, .off', style: { opacity: 0.15 } },
    { selector: 'node.pinned', style: { 'border-width': 5, 'border-style': 'double', label: 'data(label)' } },
    {
      selector: 'node.chosen, node.hit',
      style: {
        'underlay-color': colours.accent,
        'underlay-opacity': 0.35,
        'underlay-padding': 7,
        'underlay-shape': 'ellipse',
        label: 'data(label)',
        'z-index': 28,
      },
    },
    {
      selector: 'node.selected',
      style: { 'border-width': 4, 'border-color': colours.accent, label: 'data(label)', 'z-index': 30 },
    },
    {
      selector: 'edge.selected',
      style: {
        'underlay-color': colours.accent,
        'underlay-opacity': 0.35,
        'underlay-padding': 5,
        'z-index': 20,
      },
    },
    {
      selector: 'node.focused',
      style: {
        'outline-width': 3,
        'outline-color': colours.accent,
        'outline-offset': 4,
        label: 'data(label)',
        'z-index': 40,
      },
    },
    {
      selector: 'edge.focused',
      style: {
        'underlay-color': colours.accent,
        'underlay-opacity': 0.7,
        'underlay-padding': 5,
        'z-index': 20,
      },
    },
    { selector: 'node.near', style: { label: 'data(label)', 'z-index': 25 } },
    {
      selector: 'core',
      style: { 'active-bg-opacity': 0, 'outside-texture-bg-opacity': 0 } as never,
    },
  ];
}

/** A country's code as an image, since a node has one label only. Codes are three capitals, nothing else. */
function codeImage(code: string, colour: string): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="128" height="128" viewBox="0 0 64 64"><text x="32" y="39" text-anchor="middle" font-family="system-ui, sans-serif" font-weight="600" font-size="20" fill="${colour}">${code}</text></svg>`;
  return `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`;
}
