/** Commands on the page itself: help, tour, theme, language, keys. */
import { type LanguageCode, LANGUAGES, language } from '../messages/language.svelte.ts';
import { m } from '../messages.ts';
import type { Screen } from '../screen.ts';
import type { Command, CommandsOf } from './command.ts';

export const pageCommands: CommandsOf = (screen) => [
  {
    id: 'page.help',
    group: 'page',
    label: () => m('command_help'),
    keys: ['?'],
    scope: 'page',
    run: () => screen.overlays.show('help'),
  },
  {
    id: 'page.tour',
    group: 'page',
    label: () => m('command_tour'),
    when: () => screen.explorer.corpus !== null,
    run: () => screen.overlays.show('tour'),
  },
  ...themeCommands(screen),
  ...languageCommands(),
  {
    id: 'page.single-keys',
    group: 'page',
    label: () => m('command_single_keys', { on: screen.singleKeys.on ? 'yes' : 'no' }),
    run: () => screen.singleKeys.set(!screen.singleKeys.on),
  },
];

function themeCommands({ theme }: Screen): Command[] {
  return (['light', 'dark', 'system'] as const).map((choice) => ({
    id: `page.theme-${choice}`,
    group: 'page',
    label: () => m('command_theme', { choice }),
    when: () => theme.choice !== choice,
    run: () => theme.choose(choice),
  }));
}

function languageCommands(): Command[] {
  return (Object.keys(LANGUAGES) as LanguageCode[]).map((code) => ({
    id: `page.language-${code}`,
    group: 'page',
    // In its own words, for those who cannot read the others.
    label: () => m('command_language', { name: LANGUAGES[code] }),
    when: () => language.code !== code,
    run: () => language.choose(code),
  }));
}
