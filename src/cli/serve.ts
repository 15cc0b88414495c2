/** The static server of `entente explore`: the built page and one graph, to this machine only. */
import { createReadStream, statSync } from 'node:fs';
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import { basename, extname, join, normalize, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.onnx': 'application/octet-stream',
};

const HEADERS: Readonly<Record<string, string>> = {
  // The networks need shared memory for their second thread, and pages get it only so.
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  // Nothing is fetched from elsewhere and no script of a document can run.
  'Content-Security-Policy':
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval' blob:; worker-src 'self' blob:; " +
    "style-src 'self' 'unsafe-inline'; img-src 'self' blob: data:; connect-src 'self' blob: data:; " +
    "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/** Serves `folder`, and the file `graph` (if any) as `/graph.json`. Not yet listening. */
export function graphServer(folder: string, graph: string | null): Server {
  return createServer((request, response) => {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    const refusal = refusalOf(request);
    if (refusal) return end(response, ...refusal);
    const path = pathOf(request.url ?? '/');
    if (path === null) return end(response, 400, 'Not a path of this page.');
    if (path !== '/graph.json')
      return send(request, response, join(folder, path === '/' ? 'index.html' : path));
    // No graph is no mistake: the page then starts empty, without an error in its console.
    if (graph === null) return end(response, 204, '');
    response.setHeader('X-Entente-Graph', encodeURIComponent(basename(graph)));
    return send(request, response, graph);
  });
}

/** A page elsewhere may point a name of its own at this machine; its requests carry that name. */
function refusalOf({ method, headers }: IncomingMessage): [status: number, message: string] | null {
  if (method !== 'GET' && method !== 'HEAD') return [405, 'Only GET and HEAD.'];
  const host = (headers.host ?? '').replace(/:\d+$/, '');
  return ['127.0.0.1', 'localhost', '[::1]'].includes(host)
    ? null
    : [403, 'Open this page as http://127.0.0.1.'];
}

/** The path within the folder; null where it leads out of it. */
function pathOf(url: string): string | null {
  try {
    const decoded = decodeURIComponent(url.split(/[?#]/, 1)[0]!);
    if (decoded.includes('\0') || decoded.includes('\\')) return null;
    if (decoded.split('/').some((step) => step === '..' || (step.startsWith('.') && step !== '.')))
      return null;
    return normalize(decoded).split(sep).join('/');
  } catch {
    return null;
  }
}

function send(request: IncomingMessage, response: ServerResponse, file: string): void {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (!stats?.isFile()) return end(response, 404, 'Not here.');
  const tag = `"${stats.size.toString(36)}-${stats.mtimeMs.toString(36)}"`;
  response.setHeader('ETag', tag);
  response.setHeader('Cache-Control', 'no-cache');
  if (request.headers['if-none-match'] === tag) return end(response, 304, '');
  response.setHeader('Content-Type', TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream');
  response.setHeader('Content-Length', stats.size);
  if (request.method === 'HEAD') return end(response, 200, '');
  createReadStream(file)
    .on('error', () => response.destroy())
    .pipe(response);
}

function end(response: ServerResponse, status: number, message: string): void {
  response.statusCode = status;
  if (message !== '') response.setHeader('Content-Type', 'text/plain; charset=utf-8');
  response.end(message);
}
