import type { RelationSpec } from './spec.ts';
import type { Problem } from './table.ts';

const FILE = 'src/ontology/relations';

/** What is wrong in the relations: two that read the same, no example, a symmetric one with an inverse, … */
export function checkRelations(specs: Readonly<Record<string, RelationSpec>>): Problem[] {
  const messages: string[] = [];
  const byLabel = new Map<string, string>();
  for (const [id, spec] of Object.entries(specs)) {
    messages.push(...faults(spec).map((fault) => `${id} ${fault}`));
    messages.push(...unknownEffects(id, spec, specs));
    const other = byLabel.get(spec.label);
    if (other !== undefined) messages.push(`${id} and ${other} have the same label "${spec.label}"`);
    byLabel.set(spec.label, id);
  }
  return messages.map((message) => ({ file: FILE, line: 0, message }));
}

function faults(spec: RelationSpec): string[] {
  const wrong: string[] = [];
  if (spec.label.trim() === '') wrong.push('has no label');
  if (!spec.examples.some((example) => !example.none))
    wrong.push('has no example: add a sentence that states it');
  for (const { text } of spec.examples) {
    if (!/\[.+\]/.test(text) || !/\{.+\}/.test(text))
      wrong.push(`has an example without [source] or {target}: "${text}"`);
  }
  if (spec.symmetric && spec.inverse !== undefined)
    wrong.push('is symmetric and has an inverse: remove one of them');
  if (!spec.symmetric && spec.inverse === undefined) wrong.push('has no inverse label and is not symmetric');
  if (spec.source.length === 0 || spec.target.length === 0) wrong.push('allows no source or no target');
  return wrong;
}

function unknownEffects(
  id: string,
  spec: RelationSpec,
  specs: Readonly<Record<string, RelationSpec>>,
): string[] {
  const named = [...(spec.opens?.relations ?? []), ...(spec.closes?.relations ?? [])];
  return named
    .filter((name) => !(name in specs))
    .map((name) => `${id} opens or closes "${name}", which is no relation`);
}
