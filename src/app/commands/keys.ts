/** Which command a key press is for. */
import { type Command, isRunnable, type Runnable } from './command.ts';

/** Where a key was pressed. `field`: what is typed there is text; `dialog`: it has keys of its own. */
export type KeyPlace = 'field' | 'dialog' | 'graph' | 'view' | 'page';

export type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'> & {
  readonly getModifierState?: (key: string) => boolean;
};

interface KeySpec {
  readonly base: string;
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
}

/** What Shift makes of characters that have keys of their own, on keyboards like the American. */
const SHIFTED: Readonly<Record<string, string>> = { '[': '{', ']': '}' };

/** The command that a key press is for, if there is one that can be run. `singles`: whether single keys work. */
export function commandFor(
  commands: readonly Command[],
  press: KeyPress,
  place: KeyPlace,
  singles: boolean,
): Runnable | undefined {
  if (place === 'dialog') return undefined;
  return commands.find(
    (command): command is Runnable =>
      (command.keys ?? []).some(
        (key) => isPressed(key, press) && (!isSingle(key) || (singles && isInScope(command, place))),
      ) && isRunnable(command),
  );
}

/** Whether a key is one character, with or without Shift: what WCAG 2.1.4 is about. */
export function isSingle(key: string): boolean {
  const { base, ctrl, alt } = specOf(key);
  return base.length === 1 && !ctrl && !alt;
}

/** Whether this key, as a command names it, is what was pressed. */
export function isPressed(key: string, press: KeyPress): boolean {
  const spec = specOf(key);
  // Windows reports AltGr as Ctrl and Alt: a character typed with it is that character.
  const typed = press.getModifierState?.('AltGraph') ?? false;
  if (spec.ctrl !== (!typed && (press.ctrlKey || press.metaKey))) return false;
  if (spec.alt !== (!typed && press.altKey)) return false;
  const isCharacter = spec.base.length === 1 && spec.base.toLowerCase() === spec.base.toUpperCase();
  if (isCharacter && !spec.shift) return press.key === spec.base;
  if (isCharacter) return press.shiftKey && (press.key === spec.base || press.key === SHIFTED[spec.base]);
  return spec.shift === press.shiftKey && press.key.toLowerCase() === spec.base.toLowerCase();
}

/** Where on the page an element is, for keys. */
export function keyPlaceOf(target: Element): KeyPlace {
  if (target.closest('dialog, [role=dialog]')) return 'dialog';
  if (target.closest('input, select, textarea, [contenteditable]')) return 'field';
  if (target.closest('[data-keys=graph]')) return 'graph';
  return target.closest('#content') ? 'view' : 'page';
}

/** A key as it is printed: letters large, on a Mac the Command key for Ctrl, a true minus sign. */
export function keyInWords(key: string, isMac = false): string {
  const { base, ctrl, alt, shift } = specOf(key);
  const name = base.length === 1 ? base.toUpperCase().replace('-', '−') : base;
  return [ctrl && (isMac ? '⌘' : 'Ctrl'), alt && (isMac ? '⌥' : 'Alt'), shift && 'Shift', name]
    .filter(Boolean)
    .join('+');
}

function isInScope({ scope = 'view' }: Command, place: KeyPlace): boolean {
  if (place === 'field') return false;
  return scope === 'page' || (scope === 'view' ? place !== 'page' : place === 'graph');
}

function specOf(key: string): KeySpec {
  const parts = key === '+' ? ['+'] : key.split(/\+(?=.)/);
  const modifiers = parts.slice(0, -1);
  return {
    base: parts.at(-1)!,
    ctrl: modifiers.includes('Ctrl'),
    alt: modifiers.includes('Alt'),
    shift: modifiers.includes('Shift'),
  };
}
