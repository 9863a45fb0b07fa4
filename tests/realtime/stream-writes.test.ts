/** What an open stream does with its socket; docs/decisions/042. */
import { createServer, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { expect, onTestFinished, test, vi } from 'vitest';
import { restAfter } from '~/chat/channel';
import { openStream, type Stream } from '~/realtime/stream';

/** One request on a bare connection. @returns the stream that answers it, and all that arrives until the end */
async function opened(ask: string): Promise<{ streams: Stream[]; responses: ServerResponse[]; all: Promise<string> }> {
  const streams: Stream[] = [];
  const responses: ServerResponse[] = [];
  const server = createServer((request, response) => {
    if (request.url === '/vite') return setTimeout(() => response.end('vite'), 20);
    responses.push(response);
    vi.spyOn(response, 'write');
    streams.push(openStream(response, { 'Content-Type': 'text/event-stream' }, Date.now()));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  onTestFinished(() => {
    socket.destroy();
    server.close();
  });
  const parts: Buffer[] = [];
  const all = new Promise<string>((resolve) => {
    socket.on('data', (part) => parts.push(part));
    socket.on('end', () => resolve(Buffer.concat(parts).toString()));
  });
  socket.write(ask);
  await vi.waitFor(() => expect(streams).toHaveLength(1));
  return { streams, responses, all };
}

const GET = (path: string) => `GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`;

test('events go to the socket itself, after the head and before the end', async () => {
  const { streams, responses, all } = await opened(GET('/flux'));
  streams[0]?.write(Buffer.from('un '));
  streams[0]?.write('deux ');
  streams[0]?.end('trois');
  const [head, body] = (await all).split('\r\n\r\n');
  expect(head).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
  expect(body).toBe('un deux trois');
  expect(responses[0]?.write).not.toHaveBeenCalled();
});

test('a stream that waits behind another answer on its connection comes after it, whole', async () => {
  const { streams, all } = await opened(GET('/vite') + GET('/flux'));
  streams[0]?.write('un ');
  streams[0]?.end('deux');
  const text = await all;
  expect(text.indexOf('vite')).toBeGreaterThan(0);
  expect(text.slice(text.indexOf('vite'))).toMatch(/^viteHTTP\/1\.1 200 OK\r\n[\s\S]*\r\n\r\nun deux$/);
});

test('a salon rests as long as its last batch took, not at all when that was quick, and never long', () => {
  expect([0, 0.9, 4, 24, 400].map(restAfter)).toEqual([0, 0, 4, 24, 25]);
});
