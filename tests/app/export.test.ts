import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { subsetOf } from '../../src/app/export/subset.ts';
import { linesOf } from '../../src/app/export/drawing.ts';
import { escapeXml, writeSvg } from '../../src/app/export/svg.ts';
import { ALL_TIME, NO_FILTERS, shownTies, standingAt, toggle } from '../../src/app/filters/filters.ts';
import type { DrawnNode, GraphColours, Picture } from '../../src/app/graph/picture.ts';
import { readGraph, writeGraph } from '../../src/formats/json.ts';
import { corpus, says } from './builders.ts';

const COLOURS: GraphColours = {
  background: '#fff',
  text: '#000',
  node: '#eee',
  nodeBorder: '#555',
  accent: '#609',
  cooperation: '#00f',
  conflict: '#b40',
  structure: '#777',
};

function node(id: string, more: Partial<DrawnNode> = {}): DrawnNode {
  return {
    id,
    label: id,
    code: '',
    type: 'country',
    size: 40,
    x: 0,
    y: 0,
    labelled: true,
    fontSize: 12,
    ...more,
  };
}

const PICTURE: Picture = {
  nodes: [node('Niger', { code: 'NER' }), node('NATO', { type: 'organisation', x: 200 })],
  lanes: [
    {
      sign: -1,
      status: 'planned',
      hollow: false,
      width: 3,
      letter: 'P',
      from: { x: 20, y: 0 },
      control: { x: 100, y: 20 },
      to: { x: 180, y: 0 },
      forward: true,
      backward: false,
    },
  ],
};

describe('an SVG', () => {
  it('has a title, a description, and what is drawn', () => {
    const svg = writeSvg(PICTURE, COLOURS, { title: 'Sahel', description: '2 actors' });
    expect(svg).toContain('<title id="title">Sahel</title>');
    expect(svg).toContain('<desc id="desc">2 actors</desc>');
    expect(svg).toMatch(/stroke="#b40" stroke-width="3" stroke-dasharray="9 6"/);
    expect(svg.match(/<circle|<rect x="180"/g)).toHaveLength(2);
    expect(svg).toContain('>NER<');
  });

  it('never lets text from documents become markup', () => {
    const nasty = '</text><script>alert(1)</script>"\'&\u0000\u001b\ud800';
    const picture = { ...PICTURE, nodes: [node('x', { label: nasty, code: nasty })] };
    const svg = writeSvg(picture, COLOURS, { title: nasty, description: nasty });
    expect(svg).not.toContain('<script');
    for (const bad of ['\u0000', '\u001b', '\ud800']) expect(svg).not.toContain(bad);
    expect(svg).toContain('&lt;script&gt;');
  });

  it('escapes any text so that no bracket, quote or lone surrogate is left', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(escapeXml(text)).not.toMatch(/[<>"']|&(?!amp;|lt;|gt;|quot;|#39;)/);
        expect(escapeXml(text)).not.toMatch(/\p{Surrogate}/u);
      }),
    );
    expect(escapeXml('Côte d’Ivoire 🕊')).toBe('Côte d’Ivoire 🕊');
  });

  it('draws an empty graph as an empty picture', () => {
    expect(writeSvg({ nodes: [], lanes: [] }, COLOURS, { title: '', description: '' })).toContain(
      'width="80"',
    );
  });

  it('breaks long names into lines and keeps every word', () => {
    const name = 'Islamic State in the Greater Sahel Province';
    expect(linesOf(name)).toEqual(['Islamic State in', 'the Greater', 'Sahel Province']);
    expect(linesOf(name).join(' ')).toBe(name);
  });
});

describe('a JSON export', () => {
  const all = corpus([
    says('italy', 'cooperates-with', 'niger', { by: 'daily', when: '2020' }),
    says('niger', 'expelled', 'france', { by: 'wire', when: '2023-12' }),
    says('france', 'deployed-in', 'niger', { by: 'radio', when: '2013' }),
  ]);

  it('holds what the filters show and nothing else', () => {
    const filters = toggle(NO_FILTERS, 'relation', ['expelled', 'deployed-in'], false);
    const file = subsetOf(all, shownTies(all, all.ties, filters, standingAt(all, ALL_TIME)));
    expect(file.actors.map((a) => a.id)).toEqual(['italy', 'niger']);
    expect(file.documents.map((d) => d.id)).toEqual(['daily']);
    expect(file.assertions).toHaveLength(1);
  });

  it('keeps what ended a tie, so that it has the same dates when it is opened again', () => {
    const filters = toggle(NO_FILTERS, 'relation', ['expelled', 'cooperates-with'], false);
    const file = subsetOf(all, shownTies(all, all.ties, filters, standingAt(all, ALL_TIME)));
    expect(file.assertions.map((a) => a.relation).sort()).toEqual(['deployed-in', 'expelled']);
  });

  it('is the same graph when nothing is filtered', () => {
    const file = subsetOf(all, shownTies(all, all.ties, NO_FILTERS, standingAt(all, ALL_TIME)));
    expect(file).toEqual(all.file);
    expect(readGraph(writeGraph(file), 'again.json').assertions).toHaveLength(3);
  });
});
