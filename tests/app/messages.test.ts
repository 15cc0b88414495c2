import { describe, expect, it } from 'vitest';
import en from '../../messages/en.json' with { type: 'json' };
import fr from '../../messages/fr.json' with { type: 'json' };
import it_ from '../../messages/it.json' with { type: 'json' };
import { preferred } from '../../src/app/messages/language.svelte.ts';
import { fillIn, placeholdersOf } from '../../src/app/messages/pattern.ts';
import { ACTOR_TYPES, STATUSES } from '../../src/model/index.ts';
import { RELATION_IDS, relationSpec } from '../../src/ontology/relations/index.ts';
import { childrenOf, isNode, type Node, nodesOf, type Source, sources, stringOf, treeOf } from './sources.ts';

type Messages = Readonly<Record<string, string>>;
const LANGUAGES: readonly (readonly [locale: string, messages: Messages])[] = [
  ['en-GB', en],
  ['fr-FR', fr],
  ['it-IT', it_],
];
const trees = [...sources('.ts'), ...sources('.svelte')].map((source) => ({
  ...source,
  tree: treeOf(source),
}));
const OTHERS = LANGUAGES.slice(1);

/** The names that a pattern fills in; the kind of a date, which English has no use for, apart. */
const namesOf = (pattern: string) =>
  [...new Set(placeholdersOf(pattern).map((one) => one.split(' ')[0]!))].filter((name) => name !== 'kind');

describe('the messages', () => {
  it.each(OTHERS)('of %s have the keys of English', (_, messages) => {
    expect(Object.keys(messages).sort()).toEqual(Object.keys(en).sort());
  });

  it.each(OTHERS)('of %s fill in what the English ones do', (_, messages) => {
    const differing = Object.entries(messages).filter(
      ([key, pattern]) => String(namesOf(pattern)) !== String(namesOf((en as Messages)[key] ?? '')),
    );
    expect(differing).toEqual([]);
  });

  it.each(LANGUAGES)('of %s can be filled in, whatever the number', (locale, messages) => {
    for (const [key, pattern] of Object.entries(messages)) {
      for (const count of [0, 1, 2, 1_000_000]) {
        const values = placeholdersOf(pattern).map((one) => {
          const [name, kind] = one.split(' ') as [string, string];
          return [name, kind === 'plural' ? count : 'x'] as const;
        });
        expect(fillIn(pattern, Object.fromEntries(values), locale), key).not.toMatch(/[{}]/);
      }
    }
  });

  it.each(LANGUAGES)('of %s are set as its texts are', (locale, messages) => {
    for (const [key, pattern] of Object.entries(messages)) {
      expect(key).toMatch(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/);
      expect(pattern.trim(), key).toBe(pattern);
      expect(pattern, `${key}: typographic apostrophes`).not.toMatch(/\p{L}'\p{L}/u);
      expect(pattern, `${key}: an ellipsis is one character`).not.toContain('...');
      if (locale === 'fr-FR') expect(pattern, `${key}: no-break spaces`).not.toMatch(/ [:;!»]|« /);
    }
  });

  it('have a word for each relation, status and actor type; the English ones are the ontology’s', () => {
    for (const id of RELATION_IDS) {
      const { label, inverse } = relationSpec(id);
      const key = `relation_${id.replaceAll('-', '_')}`;
      expect((en as Messages)[key]).toBe(label);
      expect((en as Messages)[`${key}_inverse`]).toBe(inverse);
      for (const [, messages] of OTHERS) {
        expect(messages[key], key).toMatch(/./);
        if (inverse !== undefined) expect(messages[`${key}_inverse`], key).toMatch(/./);
      }
    }
    for (const status of STATUSES) expect(en).toHaveProperty(`status_${status}`);
    for (const type of ACTOR_TYPES) expect(en).toHaveProperty(`type_${type}`);
  });

  it('are all used, and those that are used are there', () => {
    const nodes = trees.flatMap(({ tree }) => [...nodesOf(tree)]);
    const whole = new Set(nodes.filter(({ type }) => type === 'Literal').map(stringOf));
    const heads = nodes
      .filter(({ type }) => type === 'TemplateLiteral')
      .map((node) => stringOf(node)!)
      .filter((head) => /^[a-z]+_/.test(head));
    const unused = Object.keys(en).filter(
      (key) => !whole.has(key) && !heads.some((head) => key.startsWith(head)),
    );
    expect(unused).toEqual([]);
  });

  it('are given the values that they fill in', () => {
    const calls = trees.flatMap(({ path, tree }) =>
      [...nodesOf(tree)].flatMap((node) => callsOf(node, path)),
    );
    expect(calls.length).toBeGreaterThan(150);
    const wrong = calls.filter(
      ({ key, names }) => String(names) !== String(namesOf((en as Messages)[key] ?? '')),
    );
    expect(wrong).toEqual([]);
  });
});

/** The messages that a call of `m` may give, with the names of the values that it is given. */
function callsOf(node: Node, path: string): { path: string; key: string; names: string[] }[] {
  if (node.type !== 'CallExpression' || (node['callee'] as Node)['name'] !== 'm') return [];
  const [key, values] = node['arguments'] as Node[];
  const properties = (values?.['properties'] ?? []) as Node[];
  const keys = key?.type === 'ConditionalExpression' ? [key['consequent'], key['alternate']] : [key];
  const names = properties.map((property) => String((property['key'] as Node)['name'])).sort();
  return keys
    .filter(isNode)
    .filter(({ type }) => type === 'Literal')
    .map((one) => ({ path, key: stringOf(one)!, names: names.filter((name) => name !== 'kind') }));
}

/** Attributes that people read or hear. */
const SPOKEN =
  /^(aria-(label|description|roledescription|valuetext|placeholder)|title|placeholder|alt|label|caption)$/;
/** Names that are the same in all languages. */
const NAMES = /\b(Entente)\b/g;

const hasWords = (text: string) => /\p{L}/u.test(text.replace(NAMES, ''));

function markupOf(source: Source): Node {
  return treeOf(source)['fragment'] as Node;
}

/** Words that stand in the markup of a component. */
function wordsIn(node: Node, isSpoken = true): string[] {
  if (node.type === 'Text') return isSpoken && hasWords(String(node['data'])) ? [String(node['data'])] : [];
  if (node.type === 'Attribute') {
    const value = node['value'];
    const parts = Array.isArray(value) ? (value as Node[]) : [];
    return SPOKEN.test(String(node['name'])) ? parts.flatMap((part) => wordsIn(part)) : [];
  }
  if (node.type === 'ExpressionTag') return isSpoken ? literalsIn(node['expression'] as Node) : [];
  if (/^(StyleSheet|Comment|StyleDirective|ClassDirective)$/.test(node.type)) return [];
  return childrenOf(node).flatMap((child) => wordsIn(child));
}

/** Strings that an expression shows: not those that it compares, looks up or gives to a message. */
function literalsIn(node: Node): string[] {
  switch (node.type) {
    case 'Literal':
      return typeof node['value'] === 'string' && hasWords(node['value']) ? [node['value']] : [];
    case 'TemplateElement': {
      const { cooked } = node['value'] as { cooked: string };
      return hasWords(cooked) ? [cooked] : [];
    }
    case 'TemplateLiteral':
    case 'LogicalExpression':
      return childrenOf(node).flatMap(literalsIn);
    case 'ConditionalExpression':
      return [node['consequent'] as Node, node['alternate'] as Node].flatMap(literalsIn);
    case 'BinaryExpression':
      return node['operator'] === '+' ? childrenOf(node).flatMap(literalsIn) : [];
    default:
      return [];
  }
}

/** Strings of a program that look like sentences for people. */
function sentencesIn(tree: Node): string[] {
  return [...nodesOf(tree)]
    .map(stringOf)
    .filter((text) => text !== null)
    .filter((text) => /^\p{Lu}\p{Ll}+ \p{Ll}/u.test(text) || /\p{L} \p{L}.*[.…:]$/u.test(text));
}

describe('the components', () => {
  it.each(sources('.svelte').map((source) => [source.path, source] as const))(
    '%s has no words of its own',
    (_, source) => {
      expect(wordsIn(markupOf(source))).toEqual([]);
    },
  );

  it.each([
    ['<p>Show all</p>', ['Show all']],
    ['<p>{n} · – / 100 %</p>', []],
    ['<h1>Entente</h1>', []],
    ['<button aria-label="Close"></button>', ['Close']],
    ['<button class="button" type="button" title={m("x_y")}></button>', []],
    ['<p>{all ? "fewer" : `${n} more`}</p>', ['fewer', ' more']],
    ['<p>{m(all ? "a_b" : "c_d")}{kind === "actor" ? "" : n}</p>', []],
    ['<Group title="Status" facet="status" />', ['Status']],
    ['{#if a === "b"}<p>c</p>{:else}<i>{d}</i>{/if}', ['c']],
    ['<style>p { content: "words"; }</style>', []],
  ])('of which words are found in %s', (text, words) => {
    expect(wordsIn(markupOf({ path: 'Test.svelte', text }))).toEqual(words);
  });

  it('and the programs beside them make no sentences of their own', () => {
    // What is thrown at programmers, and a name in a graph file that the page translates when it shows it.
    const allowed = /^(No (relation|value|placeholder|"other")|A \} too many|Unknown outlet)/;
    const found = trees.flatMap(({ path, tree }) =>
      sentencesIn(tree)
        .filter((text) => !allowed.test(text))
        .map((text) => `${path}: ${text}`),
    );
    expect(found).toEqual([]);
  });
});

describe('the language of the browser', () => {
  it.each([
    [['fr-CA', 'en'], 'fr'],
    [['de', 'it-CH', 'fr'], 'it'],
    [['EN-us'], 'en'],
    [['de', 'ja'], 'en'],
    [[], 'en'],
    [['fra', 'constructor'], 'en'],
  ])('%j is shown as %s', (languages, code) => {
    expect(preferred(languages)).toBe(code);
  });
});
