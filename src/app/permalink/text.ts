/**
 * Values as they stand in an address. Every value is a list of words, parted by `,` and `;`; within a word all
 * that could be taken for something else is percent-encoded, so that mails and chats leave the address whole.
 */

/** A word of an address: readable where that is safe (`country:NER`), `~` where it is empty. */
export function word(text: string): string {
  if (text === '') return '~';
  return encodeURIComponent(wellFormed(text))
    .replace(/[!'()*~]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(/%3A/g, ':')
    .replace(/%20/g, '+');
}

/** What a word says; undefined where it is none. */
export function unword(text: string): string | undefined {
  if (text === '~') return '';
  if (text === '') return undefined;
  try {
    return decodeURIComponent(text.replace(/\+/g, '%20'));
  } catch {
    return undefined;
  }
}

/** Words parted by commas; of none: empty. */
export function words(texts: readonly string[]): string {
  return texts.map(word).join(',');
}

/** What words say; undefined where one is none. */
export function unwords(text: string): readonly string[] | undefined {
  if (text === '') return [];
  const all = text.split(',').map(unword);
  return all.every((one) => one !== undefined) ? all : undefined;
}

/** A number with at most some decimals; undefined where it is none. */
export function finite(text: string | undefined): number | undefined {
  return text !== undefined && /^-?\d{1,9}(\.\d{1,6})?$/.test(text) ? Number(text) : undefined;
}

/** An address has no place for half a character. */
function wellFormed(text: string): string {
  return text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
}
