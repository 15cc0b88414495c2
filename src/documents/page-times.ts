/**
 * The date that the `<time>` elements of a page tell of its article. Pages hold many: of teasers, of
 * comments, of updates. Better none than that of another article.
 */
import type { Page, PageElement, PageNode } from './dom.ts';
import { dateIn } from './published.ts';

/** A page with more is a list of articles; the date of one stands near its top. */
const MOST_TIMES = 200;
/** What stands beside an article, not in it. */
const BESIDE = new Set(['ASIDE', 'NAV', 'FOOTER']);
/** Such names on the frame of a page say what it also holds, not what it is. */
const FRAMES = new Set(['#DOCUMENT', 'HTML', 'BODY', 'MAIN']);
const TEASERS =
  /(?:^|[\s_-])(?:related\w{0,20}|teasers?|recommended|recommendations|trending|sidebar|promos?|most-?read|most-?popular|read-?next|read-?more|more-?stories|more-?news|latest-?news|comments?)(?=$|[\s_-])/i;
const UPDATE = /^\s*(?:last )?(?:updated?|modified)\b/i;
const UPDATE_BEFORE = /\b(?:updated?|modified)(?: on| at)?\s*:?\s*$/i;

/** The date that the article's own `<time>` gives: the one marked as that of publication, else the first that is no update. */
export function dateOfTimes(page: Page): string | null {
  const times = timesOfArticle(page);
  const dates = [times.filter(isPublication), times.filter((time) => !isUpdate(time)), times]
    .flat()
    .map((time) => dateIn(time.getAttribute('datetime') ?? ''));
  return dates.find((date) => date !== null) ?? null;
}

/** The times within the article; where it has none those above it, in the page's main part or beside its title. */
function timesOfArticle(page: Page): PageElement[] {
  const withTitle = new Set<PageNode>(ancestorsOf(page.querySelector('h1')));
  const isOwn = (node: PageNode) =>
    ![node, ...ancestorsOf(node)].some((one) => isBeside(one) && !withTitle.has(one));
  const found = [...page.querySelectorAll('main, article, time[datetime]')].slice(0, MOST_TIMES);
  const main = found.find(isNamed('MAIN'));
  const articles = found.filter(isNamed('ARTICLE')).filter(isOwn);
  const article = articles.find((one) => withTitle.has(one)) ?? articles[0];
  const times = found.filter(isNamed('TIME')).filter((time) => isOwn(time) && isWithin(time, main));
  const inside = times.filter((time) => isWithin(time, article));
  if (inside.length > 0 || article === undefined) return inside;
  const isNearTitle = (node: PageNode) => withTitle.has(node) && !FRAMES.has(node.nodeName.toUpperCase());
  return times.filter((time) => {
    const above = ancestorsOf(time);
    const isAbove = found.indexOf(time) < found.indexOf(article) && !above.some(isNamed('ARTICLE'));
    return isAbove && (main !== undefined || above.some(isNearTitle));
  });
}

function isBeside(node: PageNode): boolean {
  const name = node.nodeName.toUpperCase();
  if (BESIDE.has(name)) return true;
  if (node.nodeType !== 1 || FRAMES.has(name)) return false;
  const element = node as PageElement;
  return TEASERS.test(`${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`);
}

function isNamed(name: string): (node: PageNode) => boolean {
  return ({ nodeName }) => nodeName.toUpperCase() === name;
}

function isWithin(node: PageNode, frame: PageNode | undefined): boolean {
  return frame === undefined || ancestorsOf(node).includes(frame);
}

function isPublication(time: PageElement): boolean {
  return (
    /\bdatePublished\b/i.test(time.getAttribute('itemprop') ?? '') || time.getAttribute('pubdate') !== null
  );
}

/** "Updated 11 November", in its own words, those before it or its marks. */
function isUpdate(time: PageElement): boolean {
  const marks = `${time.getAttribute('itemprop') ?? ''} ${time.getAttribute('class') ?? ''}`;
  // WordPress marks a time that is both with both.
  if (/\bpublished\b/i.test(marks)) return false;
  const before = (time.previousSibling?.textContent ?? '').slice(-40);
  return (
    /\b(?:dateModified|updated|modified)\b/i.test(marks) ||
    UPDATE.test((time.textContent ?? '').slice(0, 40)) ||
    UPDATE_BEFORE.test(before)
  );
}

function ancestorsOf(node: PageNode | null): PageNode[] {
  const ancestors: PageNode[] = [];
  for (let above = node?.parentNode ?? null; above; above = above.parentNode) ancestors.push(above);
  return ancestors;
}
