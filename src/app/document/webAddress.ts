/** The address of a document as a link: only `http` and `https`, since addresses come from documents. */
export function webAddress(url: string | null): string | null {
  if (url === null) return null;
  try {
    const { protocol, href } = new URL(url);
    return protocol === 'https:' || protocol === 'http:' ? href : null;
  } catch {
    return null;
  }
}
