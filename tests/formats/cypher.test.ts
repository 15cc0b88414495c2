import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cypherString, writeCypher } from '../../src/formats/cypher.ts';
import { foldTies } from '../../src/ties/fold.ts';
import { SMALL, anyGraph } from './graphs.ts';
import { HOSTILE, HOSTILE_TEXT } from './hostile.ts';

const CODE_POINT = /\\u+([0-9A-Fa-f]{4})/;

/** What a server reads that replaces code points within strings (openCypher). */
function readNow(literal: string): string {
  const inner = /^'((?:[^'\\]|\\[^])*)'$/.exec(literal);
  if (!inner) throw new Error(`not one string: ${literal}`);
  return inner[1]!.replace(/\\(?:u([0-9A-Fa-f]{4})|([^]))/g, (_, hex: string | undefined, other: string) =>
    hex === undefined ? other : String.fromCharCode(parseInt(hex, 16)),
  );
}

/** What a server reads that replaces every code point first, wherever it stands (older Neo4j). */
function readThen(literal: string): string {
  let text = '';
  for (let i = 0; i < literal.length; i++) {
    const found = CODE_POINT.exec(literal.slice(i));
    if (found?.index === 0) {
      text += String.fromCharCode(parseInt(found[1]!, 16));
      i += found[0].length - 1;
    } else text += literal[i];
  }
  return readNow(text);
}

/** Statements, split at the semicolons outside of strings. */
function statements(script: string): string[] {
  return script.match(/(?:'(?:[^'\\]|\\[^])*'|[^';])+;/g) ?? [];
}

describe('Cypher', () => {
  test('holds actors, the document, the assertion with its evidence, and the tie', () => {
    const script = writeCypher(SMALL);
    expect(statements(script)).toHaveLength(3 + 1 + 1 + 2 + 1);
    expect(script).toContain('MERGE (n:Actor {id: row.id}) SET n:Country, n += row;');
    expect(script).toContain("quote: 'Niger expelled France.', reader: 'test/1', confidence: 0.9");
    expect(script).toContain('MERGE (s)-[r:EXPELLED {id: row.fields.id}]->(t)');
    expect(script).toContain("start: '2023-12-01', end: '2023-12-31', spells: '2023-12'");
  });

  test.each([
    ["O'Neill", "'O\\'Neill'"],
    ['back\\slash', "'back\\\\slash'"],
    ['\\u0027', "'\\\\\\u00750027'"],
    ['a\nb', "'a\\u000Ab'"],
  ])('%j is written %s', (text, literal) => {
    expect(cypherString(text)).toBe(literal);
  });

  test('any text stays one string, and comes back from servers of both kinds', () => {
    const nasty = fc.constantFrom(
      "'",
      '"',
      '\\',
      'u',
      'U',
      '0027',
      '\n',
      ';',
      '\u2028',
      '\ud800',
      '//',
      'é',
      '😀',
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(nasty).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (value) => {
        const held = value.replace(/\p{Cs}/gu, '\uFFFD');
        expect(readNow(cypherString(value))).toBe(held);
        expect(readThen(cypherString(value))).toBe(held);
      }),
      { numRuns: 500 },
    );
  });

  test('a quoted code point cannot end the string on older servers', () => {
    for (const attack of ['\\u0027}) DETACH DELETE n //', '\\\\u0027', '\\uu0027', 'x\\'])
      expect(readThen(cypherString(attack))).toBe(attack);
  });

  test('hostile text makes no statement of its own', () => {
    expect(statements(writeCypher(HOSTILE))).toHaveLength(statements(writeCypher(SMALL)).length);
    expect(HOSTILE_TEXT).toContain(';');
  });

  test('any graph has a row for each actor, document, assertion and tie', () => {
    fc.assert(
      fc.property(anyGraph, (graph) => {
        const rows = statements(writeCypher(graph))
          .map((statement) => (statement.match(/^ {2}\{/gm) ?? []).length)
          .reduce((sum, count) => sum + count, 0);
        const evidence = graph.assertions.flatMap((assertion) => assertion.evidence);
        const expected = [
          graph.actors,
          graph.documents,
          graph.assertions,
          evidence,
          foldTies(graph.assertions),
        ];
        expect(rows).toBe(expected.reduce((sum, { length }) => sum + length, 0));
      }),
      { numRuns: 40 },
    );
  });
});
