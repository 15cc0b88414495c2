/** Stands in for `shell.ts` in the page of one file: the page is its own shell. */

/** The HTML of this page as it was before its script ran, without its graph. */
export function pageShell(): Promise<string> {
  const page = document.documentElement.cloneNode(true) as HTMLElement;
  page.querySelector('#entente-graph')?.remove();
  page.querySelector('#app')!.replaceChildren();
  page.removeAttribute('data-theme');
  page.lang = 'en';
  page.querySelector('title')!.textContent = 'Entente';
  return Promise.resolve(`<!doctype html>\n${page.outerHTML}\n`);
}
