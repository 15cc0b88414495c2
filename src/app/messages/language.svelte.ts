/** The language of the screen; remembered in the browser. English is there from the start, others are loaded. */
import en from '../../../messages/en.json';

export type LanguageCode = 'en' | 'fr' | 'it';
export type MessageKey = keyof typeof en;
type Messages = Readonly<Record<MessageKey, string>>;

/** Names of the languages in themselves. */
export const LANGUAGES: Readonly<Record<LanguageCode, string>> = {
  en: 'English',
  fr: 'Français',
  it: 'Italiano',
};

const KEY = 'entente-language';
const LOCALES: Readonly<Record<LanguageCode, string>> = { en: 'en-GB', fr: 'fr-FR', it: 'it-IT' };
const LOAD: Readonly<Record<LanguageCode, () => Promise<Messages>>> = {
  en: () => Promise.resolve(en),
  fr: async () => (await import('../../../messages/fr.json')).default,
  it: async () => (await import('../../../messages/it.json')).default,
};

class Language {
  code = $state.raw<LanguageCode>('en');
  /** The messages of the language; what formats them reads them here, and is so written anew when they change. */
  messages = $state.raw<Messages>(en);
  private turn = 0;

  /** For dates, numbers and plurals. */
  get locale(): string {
    return LOCALES[this.code];
  }

  /** Shows the language that was chosen last, or else the browser's. */
  async start(): Promise<void> {
    await this.show(remembered() ?? preferred(navigator.languages));
  }

  /** Shows a language from now on. */
  async choose(code: LanguageCode): Promise<void> {
    await this.show(code);
    try {
      localStorage.setItem(KEY, code);
    } catch {
      // A browser that keeps nothing still shows the language until the page is closed.
    }
  }

  /** A newer call makes an older one void. */
  async show(code: LanguageCode): Promise<void> {
    const turn = ++this.turn;
    const messages = await LOAD[code]();
    if (turn !== this.turn) return;
    this.messages = messages;
    this.code = code;
  }
}

export const language = new Language();

/** The first language that a person prefers and the page has: `fr-CA` is French. */
export function preferred(languages: readonly string[]): LanguageCode {
  for (const tag of languages) {
    const code = tag.toLowerCase().split('-')[0]!;
    if (isLanguage(code)) return code;
  }
  return 'en';
}

function remembered(): LanguageCode | null {
  try {
    const kept = localStorage.getItem(KEY);
    return kept !== null && isLanguage(kept) ? kept : null;
  } catch {
    return null;
  }
}

function isLanguage(code: string): code is LanguageCode {
  return Object.hasOwn(LANGUAGES, code);
}
