/** The source files of the page as syntax trees, for tests that read them. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'svelte/compiler';

const APP = join(import.meta.dirname, '..', '..', 'src', 'app');

export interface Source {
  /** Counted from `src/app/`. */
  readonly path: string;
  readonly text: string;
}

/** A node of a syntax tree, of Svelte's or of its expressions. */
export interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

export function sources(extension: '.ts' | '.svelte'): Source[] {
  return readdirSync(APP, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith(extension))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(APP, path), 'utf8') }));
}

/** A file as Svelte reads it; a program is the script of a component without markup. */
export function treeOf({ path, text }: Source): Node {
  const component = path.endsWith('.ts') ? `<script lang="ts">\n${text}\n</script>` : text;
  return parse(component, { modern: true, filename: path }) as unknown as Node;
}

/** A node and all that it holds. */
export function* nodesOf(node: Node): Generator<Node> {
  yield node;
  for (const child of childrenOf(node)) yield* nodesOf(child);
}

export function childrenOf(node: Node): Node[] {
  return Object.values(node).flat().filter(isNode);
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}

/** The text of a string; of a template, the beginning of it. Null where a node is neither. */
export function stringOf(node: Node): string | null {
  if (node.type === 'Literal') return typeof node['value'] === 'string' ? node['value'] : null;
  if (node.type !== 'TemplateLiteral') return null;
  const [first] = node['quasis'] as { value: { cooked: string } }[];
  return first!.value.cooked;
}
