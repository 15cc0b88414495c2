/** The page of one file without a graph, which lies beside this page. */
import { m } from '../messages.ts';

/** Only the page of one file names the one script that it may run. */
const OWN_POLICY = "script-src 'sha256-";

/** The HTML of the page. Throws an Error for people where it is not there. */
export async function pageShell(): Promise<string> {
  const response = await fetch('page.html');
  const html = response.ok ? await response.text() : '';
  // Some static servers answer every path with their own page.
  if (!html.includes(OWN_POLICY)) throw new Error(m('share_no_page'));
  return html;
}
