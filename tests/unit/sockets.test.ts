/**
 * Found 2c, 8: a film reader that took nothing kept its socket beyond 35 s. A photo of 5 MB was cut on a line below
 * 1.4 Mbit/s (reliability 17).
 */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { cutSlow, cutStalled, HTTP_LIMITS } from '~/http/sockets';
import { href, places, rowOf } from '~/urls';
import { projectRoot } from '../../db/project-root';

/** More than the kernel keeps for a reader on loopback. */
const FILM = Buffer.alloc(32 * 1024 * 1024);

async function reader(ms: number) {
  const server = createServer(HTTP_LIMITS, (_, answer) => {
    answer.writeHead(200, { 'Content-Length': FILM.length });
    answer.end(FILM);
  });
  cutStalled(server, ms);
  const accepted = once(server, 'connection');
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  onTestFinished(() => {
    socket.destroy();
    server.closeAllConnections();
    server.close();
  });
  const [seen] = await accepted;
  return { socket, closed: once(seen, 'close') };
}

test('a reader that takes nothing is cut', async () => {
  const { socket, closed } = await reader(300);
  socket.pause();
  socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
  await closed;
});

test('a reader that takes it slowly has all of it', async () => {
  const { socket } = await reader(2_000);
  socket.write('GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n');
  let taken = 0;
  for await (const piece of socket) taken += piece.length;
  expect(taken).toBeGreaterThan(FILM.length);
});

/** Sends a body of 12 bytes, one every 50 ms, and stops after `sent` of them. @returns what is answered */
async function slowly(target: string, sent: number, stalled = 5_000): Promise<string> {
  const server = createServer(HTTP_LIMITS, async (request, answer) => {
    answer.end(`all of it: ${await text(request).catch(() => 'no')}`);
  });
  cutStalled(server, stalled);
  cutSlow(server, { form: 200, file: 10_000 });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.write(`POST ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 12\r\n\r\n`);
  let left = sent;
  const sending = setInterval(() => (left-- > 0 ? socket.write('x') : clearInterval(sending)), 50);
  onTestFinished(() => {
    clearInterval(sending);
    server.closeAllConnections();
    server.close();
  });
  return text(socket);
}

const PHOTO = href('picture', { image: 'photo' });

test('a form that takes too long is answered 408, a file of the same pace is read to its end', async () => {
  expect(await slowly(`${href('signIn')}?x=${PHOTO}`, 12)).toMatch(/^HTTP\/1\.1 408 /);
  expect(await slowly(`${PHOTO}?x=1`, 12)).toContain('all of it: xxxxxxxxxxxx');
});

test('a file of which nothing comes any more is cut', async () => {
  expect(await slowly(PHOTO, 3, 300)).not.toContain('all of it');
});

test('every route that reads a file has the time for it', () => {
  for (const place of places) {
    const { module, takesFile } = rowOf(place);
    const code = module ? readFileSync(path.join(projectRoot(), 'app/routes', module), 'utf8') : '';
    expect([place, /sentPicture|sendSalonPicture|files\/receive'/.test(code)]).toEqual([place, takesFile === true]);
  }
});
