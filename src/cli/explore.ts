import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type Command,
  type ExitCode,
  NothingDone,
  WrongUse,
  argumentsOf,
  say,
  wholeNumber,
} from './command.ts';
import { loadGraph } from './load-graph.ts';
import { openBrowser } from './open-browser.ts';
import { projectFile } from './root.ts';
import { graphServer } from './serve.ts';

const FIRST_PORT = 4177;
const PORTS_TRIED = 20;

/** The explorer, in the browser, on a graph. */
export const explore: Command = {
  summary: 'open the explorer on a graph',
  help: `entente explore [graph.json] [--port N] [--no-open]

Serves the explorer to this machine only, prints its address and opens the browser.
Without a graph the explorer starts empty; graphs and articles can be opened in it.
Ctrl-C ends it.

      --port N   the port (default: ${FIRST_PORT} or the next free one)
      --no-open  do not open the browser`,
  run,
};

async function run(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = argumentsOf(args, {
    port: { type: 'string' },
    'no-open': { type: 'boolean' },
  });
  const [graph, ...more] = positionals;
  if (more.length > 0) throw new WrongUse('one graph at a time');
  const port = wholeNumber(values.port, '--port', 0, 65_535);
  if (graph !== undefined) loadGraph(graph);
  const page = projectFile('dist', 'app');
  if (!existsSync(`${page}/index.html`)) {
    throw new NothingDone('the explorer is not built yet: run npm run build');
  }
  const server = graphServer(page, graph ?? null);
  const url = `http://127.0.0.1:${await listen(server, port)}/`;
  const ended = new Promise((resolve) => process.once('SIGINT', resolve).once('SIGTERM', resolve));
  process.stdout.write(`Entente shows ${graph ?? 'no graph yet'} at ${url} (Ctrl-C ends it)\n`);
  if (values['no-open'] !== true) openBrowser(url);
  await ended;
  server.close();
  server.closeAllConnections();
  return 0;
}

/** Listens on the port asked for, else on the first free one. Returns the port. */
async function listen(server: Server, asked: number | undefined): Promise<number> {
  const ports = asked === undefined ? Array.from({ length: PORTS_TRIED }, (_, i) => FIRST_PORT + i) : [asked];
  for (const port of ports) {
    if (!(await canListen(server, port))) continue;
    const actual = (server.address() as AddressInfo).port;
    if (asked === undefined && port !== FIRST_PORT) say(`note: port ${FIRST_PORT} is taken; using ${port}`);
    return actual;
  }
  const taken = asked === undefined ? `the ports ${FIRST_PORT} to ${ports.at(-1)} are` : `port ${asked} is`;
  throw new NothingDone(`${taken} taken: name a free one with --port`);
}

function canListen(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false);
      else reject(error);
    };
    server.once('error', onError);
    server.listen(port, '127.0.0.1', () => {
      server.removeListener('error', onError);
      resolve(true);
    });
  });
}
