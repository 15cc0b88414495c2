import { mkdirSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, type Server, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { graphServer } from '../../src/cli/serve.ts';
import { temporaryFolder } from './built.ts';

const { folder, remove } = temporaryFolder();
let server: Server;

beforeAll(async () => {
  mkdirSync(join(folder, 'app', 'reader'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'graph of mine.json'), '{"graph": true}');
  const files = {
    'index.html': '<p>',
    'a.js': ';',
    'a.wasm': 'w',
    'a.svg': '<svg/>',
    'reader/m.onnx': 'o',
    '.env': 'x',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, 'app', name), text);
  server = graphServer(join(folder, 'app'), join(folder, 'graph of mine.json'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  server.close();
  remove();
});

/** Paths go out as they are: a browser would take `..` out of them. */
function get(path: string, options: { method?: string; headers?: Record<string, string> } = {}) {
  const { port } = server.address() as AddressInfo;
  return new Promise<{ status: number | undefined; headers: IncomingHttpHeaders; body: string }>(
    (resolve, reject) => {
      request({ host: '127.0.0.1', port, path, ...options }, (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (text: string) => (body += text));
        response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body }));
      })
        .on('error', reject)
        .end();
    },
  );
}

describe('the server of the explorer', () => {
  test.each([
    ['/', 'text/html; charset=utf-8', '<p>'],
    ['/index.html?theme=dark', 'text/html; charset=utf-8', '<p>'],
    ['/a.js', 'text/javascript; charset=utf-8', ';'],
    ['/a.wasm', 'application/wasm', 'w'],
    ['/a.svg', 'image/svg+xml', '<svg/>'],
    ['/reader/m.onnx', 'application/octet-stream', 'o'],
    ['/graph.json', 'application/json; charset=utf-8', '{"graph": true}'],
  ])('%s comes as %s', async (path, type, body) => {
    const response = await get(path);
    expect(response).toMatchObject({ status: 200, body });
    expect(response.headers).toMatchObject({
      'content-type': type,
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'x-content-type-options': 'nosniff',
    });
  });

  test.each([
    ['/../secret.txt', 400],
    ['/reader/../../secret.txt', 400],
    ['/%2e%2e/secret.txt', 400],
    ['/..%2fsecret.txt', 400],
    ['/..%5csecret.txt', 400],
    ['/%00', 400],
    ['/%zz', 400],
    ['/.env', 400],
    ['/reader', 404],
    ['/absent.js', 404],
  ])('%s is refused', async (path, status) => {
    const response = await get(path);
    expect(response.status).toBe(status);
    expect(response.body).not.toContain('secret');
  });

  test('other methods and other hosts are refused', async () => {
    expect((await get('/', { method: 'POST' })).status).toBe(405);
    expect((await get('/graph.json', { headers: { Host: 'evil.example' } })).status).toBe(403);
    expect((await get('/graph.json', { headers: { Host: 'localhost:1' } })).status).toBe(200);
  });

  test('what the browser has is not sent again', async () => {
    const { headers } = await get('/a.js');
    const again = await get('/a.js', { headers: { 'If-None-Match': headers.etag! } });
    expect(again).toMatchObject({ status: 304, body: '' });
  });
});
