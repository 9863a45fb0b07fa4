/** Found 2c, 8: a film reader that took nothing kept its socket beyond 35 s. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { cutStalled, HTTP_LIMITS } from '~/http/sockets';

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
