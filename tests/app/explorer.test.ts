import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Opening } from '../../src/app/data/opening.svelte.ts';
import { Explorer } from '../../src/app/explorer.svelte.ts';
import { toggle } from '../../src/app/filters/filters.ts';
import { writeGraph } from '../../src/formats/json.ts';
import type { ExtractionResponse } from '../../src/worker/protocol.ts';
import { corpus, file, says } from './builders.ts';

const NIGER = [
  says('niger', 'expelled', 'france', { when: '2023-12', reported: '2023-12-05' }),
  says('niger', 'met-with', 'russia', { when: '2024-03-26', reported: '2024-03-27', by: 'wire' }),
  says('niger', 'accuses', 'benin', { by: 'wire' }),
];

const LIGHT = { folder: 'reader', bytes: 47e6 };
const CAREFUL = { folder: 'reader-careful', bytes: 106e6 };

describe('the state of the screen', () => {
  it('follows one date and one set of filters in graph, counts and summary', () => {
    const explorer = new Explorer();
    explorer.open(corpus(NIGER));
    expect(explorer.lanes).toHaveLength(3);
    explorer.time = { ...explorer.time, day: '2023-12-31' };
    expect(explorer.shown.map(({ tie }) => tie.target).sort()).toEqual(['benin', 'france']);
    expect(explorer.summary).toContain('As of 2023: 3 of 4 actors, 2 ties');
    explorer.filters = toggle(explorer.filters, 'relation', ['accuses'], false);
    expect([...explorer.degrees.keys()].sort()).toEqual(['france', 'niger']);
    expect(explorer.filtered).toBe(true);
    explorer.showAll();
    expect(explorer.shown).toHaveLength(2);
  });

  it('keeps the layout’s lanes whatever is filtered or dated', () => {
    const explorer = new Explorer();
    explorer.open(corpus(NIGER));
    const before = explorer.allLanes.map((lane) => lane.id);
    explorer.time = { ...explorer.time, day: '2000-01-01', clock: 'reported' };
    explorer.filters = toggle(explorer.filters, 'outlet', ['wire'], false);
    expect(explorer.allLanes.map((lane) => lane.id)).toEqual(before);
  });

  it('counts undated ties whether or not they are shown', () => {
    const explorer = new Explorer();
    explorer.open(corpus(NIGER));
    expect(explorer.undatedCount).toBe(1);
    explorer.time = { ...explorer.time, undated: false };
    expect(explorer.undatedCount).toBe(1);
    expect(explorer.shown).toHaveLength(2);
  });

  it('selects a tie as part of its dyad, and the lane with it', () => {
    const explorer = new Explorer();
    explorer.open(corpus(NIGER));
    explorer.selectTie('niger expelled france', true);
    expect(explorer.selection).toMatchObject({ kind: 'dyad', a: 'france', b: 'niger', sign: -1 });
    expect(explorer.selectedLane).toBe('france -1 niger');
    expect(explorer.inspectorCalls).toBe(1);
    expect(explorer.selectedBars?.reduce((sum, bar) => sum + bar.conflict, 0)).toBe(1);
  });

  it('opens a snapshot at its date and on its clock', () => {
    const explorer = new Explorer();
    const open = corpus(NIGER);
    const mark = { asOf: '2023', clock: 'reported' as const, parent: 'a'.repeat(64) };
    explorer.open({ ...open, file: { ...open.file, snapshot: mark } });
    expect(explorer.time).toMatchObject({ day: '2023-12-31', clock: 'reported' });
    expect(explorer.summary).toContain('As of 2023');
  });

  it('starts anew with another graph', () => {
    const explorer = new Explorer();
    explorer.open(corpus(NIGER));
    explorer.selectActor('niger');
    explorer.time = { ...explorer.time, day: '2024-01-01' };
    explorer.open(corpus(NIGER.slice(0, 1)));
    expect([explorer.selection, explorer.time.day, explorer.shown.length]).toEqual([null, null, 1]);
  });
});

/** Stands in for the worker that reads articles. */
class FakeWorker extends EventTarget {
  static last: FakeWorker;
  terminated = false;
  readonly posted: unknown[] = [];
  constructor() {
    super();
    FakeWorker.last = this;
  }
  postMessage(message: unknown): void {
    this.posted.push(message);
  }
  terminate(): void {
    this.terminated = true;
  }
  answer(data: ExtractionResponse): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

describe('opening', () => {
  const article = () => new File(['Mali left ECOWAS.'], 'mali.txt');
  const graph = (name: string, ...said: Parameters<typeof says>[]) =>
    new File([writeGraph(file(said.map((s) => says(...s))))], name);
  let explorer: Explorer;
  let opening: Opening;

  beforeEach(() => {
    vi.stubGlobal('Worker', FakeWorker);
    vi.stubGlobal('document', { baseURI: 'http://localhost/sub/' });
    explorer = new Explorer();
    opening = new Opening(explorer);
  });
  afterEach(() => vi.unstubAllGlobals());

  it.each([
    ['no graph', new Response('', { status: 404 }), 'absent', 0],
    [
      'a page instead of a graph',
      new Response('<html>', { headers: { 'content-type': 'text/html' } }),
      'absent',
      0,
    ],
    ['a broken graph', new Response('{"format":'), 'failed', 1],
    ['a failing server', new Response('', { status: 500 }), 'failed', 1],
  ])('meets %s with a message or none', async (_, response, served, problems) => {
    vi.stubGlobal('fetch', () => Promise.resolve(response));
    await opening.fetchServed();
    expect([opening.served, opening.problems.length, explorer.corpus]).toEqual([served, problems, null]);
  });

  it('opens a graph at once where none is open, and asks where one is', async () => {
    await opening.take([graph('a.json', ['niger', 'left', 'ecowas'])]);
    expect(explorer.corpus?.name).toBe('a.json');
    await opening.take([graph('b.json', ['mali', 'left', 'ecowas'])]);
    expect(explorer.corpus?.name).toBe('a.json');
    opening.proceed('add');
    expect(explorer.corpus?.file.assertions).toHaveLength(2);
    await opening.take([graph('b.json', ['mali', 'left', 'ecowas'])]);
    opening.proceed('replace');
    expect(explorer.corpus?.name).toBe('b.json');
    expect(explorer.corpus?.file.assertions).toHaveLength(1);
  });

  it('keeps the open graph when a file is broken', async () => {
    await opening.take([graph('a.json', ['niger', 'left', 'ecowas'])]);
    await opening.take([new File(['{'], 'broken.json')]);
    expect(explorer.corpus?.name).toBe('a.json');
    expect(opening.problems[0]).toContain('broken.json');
  });

  it('reads articles only after a yes, and adds what is read', async () => {
    await opening.take([graph('a.json', ['niger', 'left', 'ecowas'])]);
    await opening.take([article()]);
    expect(opening.extraction.state.kind).toBe('idle');
    opening.proceed('add');
    expect(FakeWorker.last.posted[0]).toMatchObject({
      kind: 'extract',
      readerBase: 'http://localhost/sub/reader/',
    });
    FakeWorker.last.answer({ kind: 'progress', stage: 'reading', done: 0, total: 1, path: 'mali.txt' });
    expect(opening.extraction.state).toMatchObject({ kind: 'running', stage: 'reading', path: 'mali.txt' });
    const read = file([says('mali', 'left', 'ecowas', { by: 'wire' })]);
    FakeWorker.last.answer({ kind: 'done', graph: read, notes: [{ path: 'mali.txt', message: 'short' }] });
    expect(explorer.corpus?.file.assertions).toHaveLength(2);
    expect([explorer.unsaved, opening.notes.length]).toEqual([true, 1]);
  });

  it('keeps its reader for more articles, a while; another reader takes its place', () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const read = file([says('mali', 'left', 'ecowas', { by: 'wire' })]);
    const done = () => FakeWorker.last.answer({ kind: 'done', graph: read, notes: [] });
    const extraction = opening.extraction;
    const start = (folder: string) => extraction.start([], folder, () => undefined);
    start('reader');
    const first = FakeWorker.last;
    done();
    vi.advanceTimersByTime(60_000);
    start('reader');
    expect([FakeWorker.last === first, first.posted.length, first.terminated]).toEqual([true, 2, false]);
    // Reading takes as long as it takes.
    vi.advanceTimersByTime(600_000);
    expect(first.terminated).toBe(false);
    done();
    start('reader-careful');
    const second = FakeWorker.last;
    expect([second === first, first.terminated]).toEqual([false, true]);
    done();
    vi.advanceTimersByTime(600_000);
    expect(second.terminated).toBe(true);
    vi.useRealTimers();
  });

  it.each<[what: string, listed: unknown, chosen: boolean, folder: string]>([
    ['the light reader unless the careful one is chosen', [LIGHT, CAREFUL], false, 'reader'],
    ['the careful reader by choice', [LIGHT, CAREFUL], true, 'reader-careful'],
    ['the light reader where there is no other', [LIGHT], true, 'reader'],
    ['the light reader where no readers are listed', '<html>', true, 'reader'],
  ])('reads with %s', async (_, listed, chosen, folder) => {
    const body = typeof listed === 'string' ? listed : JSON.stringify(listed);
    vi.stubGlobal('fetch', () => Promise.resolve(new Response(body)));
    await opening.take([article()]);
    expect(opening.careful).toEqual(Array.isArray(listed) && listed.includes(CAREFUL) ? CAREFUL : null);
    opening.readsCarefully = chosen;
    opening.proceed('replace');
    expect(FakeWorker.last.posted[0]).toMatchObject({ readerBase: `http://localhost/sub/${folder}/` });
  });

  it('asks for no list of readers when only graphs are opened', async () => {
    const fetched = vi.fn(() => Promise.reject(new Error('not asked for')));
    vi.stubGlobal('fetch', fetched);
    await opening.take([graph('a.json', ['niger', 'left', 'ecowas'])]);
    expect(fetched).not.toHaveBeenCalled();
  });

  it('loses nothing when reading fails or is cancelled', async () => {
    await opening.take([graph('a.json', ['niger', 'left', 'ecowas'])]);
    await opening.take([article()]);
    opening.proceed('replace');
    FakeWorker.last.answer({ kind: 'failed', message: 'reader/links.onnx is missing' });
    expect(opening.extraction.state).toMatchObject({
      kind: 'failed',
      message: 'reader/links.onnx is missing',
    });
    opening.extraction.reset();
    await opening.take([article()]);
    opening.proceed('replace');
    const late = FakeWorker.last;
    opening.extraction.cancel();
    late.answer({ kind: 'done', graph: file([says('x', 'left', 'y')]), notes: [] });
    expect([explorer.corpus?.name, late.terminated, opening.extraction.state.kind]).toEqual([
      'a.json',
      true,
      'idle',
    ]);
  });
});
