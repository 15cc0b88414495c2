import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command } from '../../src/app/commands/command.ts';
import { fuzzyRank } from '../../src/app/commands/fuzzy.ts';
import {
  commandFor,
  isPressed,
  isSingle,
  keyInWords,
  type KeyPlace,
  type KeyPress,
} from '../../src/app/commands/keys.ts';
import { paletteItems } from '../../src/app/commands/palette.ts';
import { cardPlace } from '../../src/app/tour/steps.ts';
import { actor } from './builders.ts';

function press(key: string, held: Partial<KeyPress> = {}): KeyPress {
  return { key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held };
}

function command(id: string, more: Partial<Command> = {}): Command {
  return { id, group: 'page', label: () => id, run: () => undefined, ...more };
}

describe('a key', () => {
  it.each<[string, KeyPress, boolean]>([
    ['g', press('g'), true],
    ['g', press('G', { shiftKey: true }), false],
    ['g', press('g', { ctrlKey: true }), false],
    ['g', press('G'), true],
    ['?', press('?', { shiftKey: true }), true],
    ['?', press('?'), true],
    ['Ctrl+K', press('k', { ctrlKey: true }), true],
    ['Ctrl+K', press('k', { metaKey: true }), true],
    ['Ctrl+K', press('k'), false],
    ['[', press('['), true],
    ['[', press('[', { ctrlKey: true, altKey: true, getModifierState: () => true }), true],
    ['[', press('{', { shiftKey: true }), false],
    ['Shift+[', press('{', { shiftKey: true }), true],
    ['Shift+[', press('['), false],
    ['+', press('+', { shiftKey: true }), true],
    ['-', press('-'), true],
    ['F6', press('F6'), true],
    ['F6', press('F6', { shiftKey: true }), false],
    ['Shift+F6', press('F6', { shiftKey: true }), true],
  ])('%s is meant by %j: %s', (key, pressed, meant) => {
    expect(isPressed(key, pressed)).toBe(meant);
  });

  it.each([
    ['g', true],
    ['?', true],
    ['+', true],
    ['Shift+[', true],
    ['Ctrl+K', false],
    ['F6', false],
  ])('%s alone can be switched off: %s', (key, single) => {
    expect(isSingle(key)).toBe(single);
  });

  it('is shown as it is printed', () => {
    expect([keyInWords('g'), keyInWords('-'), keyInWords('Ctrl+K'), keyInWords('+')]).toEqual([
      'G',
      '−',
      'Ctrl+K',
      '+',
    ]);
    expect(keyInWords('Ctrl+K', true)).toBe('⌘+K');
  });
});

describe('a command is run by its key', () => {
  const COMMANDS = [
    command('view', { keys: ['t'] }),
    command('graph', { keys: ['f'], scope: 'graph' }),
    command('help', { keys: ['?'], scope: 'page' }),
    command('palette', { keys: ['Ctrl+K'] }),
    command('off', { keys: ['x'], when: () => false }),
    command('listed', { keys: ['e'], run: null }),
  ];
  const CTRL_K = press('k', { ctrlKey: true });

  it.each<[KeyPress, KeyPlace, string | undefined, string | undefined]>([
    [press('t'), 'view', 'view', undefined],
    [press('t'), 'graph', 'view', undefined],
    [press('t'), 'page', undefined, undefined],
    [press('t'), 'field', undefined, undefined],
    [press('f'), 'graph', 'graph', undefined],
    [press('f'), 'view', undefined, undefined],
    [press('?'), 'page', 'help', undefined],
    [press('?'), 'field', undefined, undefined],
    [press('?'), 'dialog', undefined, undefined],
    [CTRL_K, 'page', 'palette', 'palette'],
    [CTRL_K, 'field', 'palette', 'palette'],
    [CTRL_K, 'dialog', undefined, undefined],
    [press('x'), 'view', undefined, undefined],
    [press('e'), 'graph', undefined, undefined],
  ])('%j in %s: %s, with single keys off: %s', (pressed, place, on, off) => {
    expect(commandFor(COMMANDS, pressed, place, true)?.id).toBe(on);
    expect(commandFor(COMMANDS, pressed, place, false)?.id).toBe(off);
  });
});

describe('the palette', () => {
  it.each([
    ['Go to the table', 'tab', true],
    ['Go to the table', 'gtt', true],
    ['Go to the table', 'table go', true],
    ['Aller au réseau', 'reseau', true],
    ['Go to the table', 'graph', false],
  ])('fits "%s" to "%s": %s', (label, typed, fits) => {
    expect(fuzzyRank(label, typed) !== null).toBe(fits);
  });

  it('takes any piece of a label for it', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.nat(), fc.nat(), (label, from, length) => {
        const piece = label.slice(from % label.length).slice(0, 1 + (length % label.length));
        expect(fuzzyRank(label, piece.trim())).not.toBeNull();
      }),
    );
  });

  it('ranks the start of a label, the start of a word, anywhere, strewn letters', () => {
    const ranks = ['Table of all', 'Go to table', 'Equitable', 'To a big lake'].map((l) =>
      fuzzyRank(l, 'tab'),
    );
    expect(ranks).toEqual([...ranks].sort((a, b) => a! - b!));
    expect(new Set(ranks).size).toBe(4);
  });

  const COMMANDS = [
    command('Go to the graph', { group: 'views' }),
    command('Search', { group: 'find' }),
    command('Not now', { when: () => false }),
    command('Only listed', { run: null }),
  ];
  const ACTORS = [actor('greece'), actor('niger')];
  const list = (typed: string) =>
    paletteItems(COMMANDS, ACTORS, typed, () => 1).map((item) =>
      item.kind === 'command' ? item.command.id : item.actor.id,
    );

  it('lists what can be run, by group, before anything is typed', () => {
    expect(list('')).toEqual(['Search', 'Go to the graph']);
  });

  it('finds commands and actors, poor fits last', () => {
    expect(list('gr')).toEqual(['Go to the graph', 'greece']);
    expect(list('ne')).toEqual([]);
    expect(list('ge')).toEqual(['niger', 'Go to the graph']);
  });
});

describe('the card of the tour', () => {
  it('stands wholly within the window, and beside its target where there is room', () => {
    const side = fc.integer({ min: 0, max: 1000 });
    const box = fc.record({ left: side, top: side, width: side, height: side });
    const view = { width: 1000, height: 800 };
    const card = { width: 340, height: 180 };
    fc.assert(
      fc.property(box, (target) => {
        const { left, top } = cardPlace(target, card, view);
        expect(left).toBeGreaterThanOrEqual(0);
        expect(top).toBeGreaterThanOrEqual(0);
        expect(left + card.width).toBeLessThanOrEqual(view.width);
        expect(top + card.height).toBeLessThanOrEqual(view.height);
      }),
    );
    expect(cardPlace({ left: 0, top: 0, width: 272, height: 40 }, card, view)).toEqual({ left: 12, top: 52 });
    expect(cardPlace({ left: 0, top: 700, width: 1000, height: 100 }, card, view).top).toBe(508);
    expect(cardPlace({ left: 616, top: 48, width: 384, height: 750 }, card, view).left).toBe(264);
  });
});
