/** Light, dark, or as the system has it; remembered in the browser. */

export type ThemeChoice = 'system' | 'light' | 'dark';

const KEY = 'entente-theme';
const CHOICES: readonly ThemeChoice[] = ['system', 'light', 'dark'];

export class Theme {
  choice = $state<ThemeChoice>(remembered());
  private systemDark = $state(false);
  readonly resolved = $derived(this.choice === 'system' ? (this.systemDark ? 'dark' : 'light') : this.choice);

  constructor() {
    const query = matchMedia('(prefers-color-scheme: dark)');
    this.systemDark = query.matches;
    query.addEventListener('change', ({ matches }) => (this.systemDark = matches));
  }

  choose(choice: ThemeChoice): void {
    this.choice = choice;
    try {
      localStorage.setItem(KEY, choice);
    } catch {
      // A browser that keeps nothing still shows the theme until the page is closed.
    }
  }

  /** The next of the three. */
  next(): ThemeChoice {
    return CHOICES[(CHOICES.indexOf(this.choice) + 1) % CHOICES.length]!;
  }
}

function remembered(): ThemeChoice {
  try {
    const kept = localStorage.getItem(KEY);
    return CHOICES.find((choice) => choice === kept) ?? 'system';
  } catch {
    return 'system';
  }
}
