/** Reliability 5 and 17: bytes on a bare socket, as no HTTP client would send them, hurt nobody. */
import { connect } from 'node:net';
import { beforeAll, describe, expect, test } from 'vitest';
import { href } from '~/urls';
import { rudeSalon } from '../support/rude-salon';
import { openSite } from '../support/site';

const site = openSite({ TRUST_PROXY: '1' });
let cookie: string;
let salon: string;
let port: number;
let wellKept: () => Promise<void>;

beforeAll(async () => {
  ({ cookie, port, salon, wellKept } = await rudeSalon(site));
});

/** What comes back on a bare socket until it closes or `until` is met. */
function raw(bytes: string | Buffer, until = /\r\n\r\n/, end = false): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => (end ? socket.end(bytes) : socket.write(bytes)));
    let seen = '';
    socket.on('data', (chunk) => {
      seen += chunk.toString('latin1');
      if (until.test(seen)) socket.destroy();
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(seen));
  });
}

describe('on a bare socket', () => {
  const head = (line: string, ...headers: string[]) => [line, ...headers, '', ''].join('\r\n');

  test.each<[string, string | Buffer]>([
    ['no HTTP at all', Buffer.from(Array.from({ length: 2_000 }, (_, at) => (at * 7_919) % 256))],
    ['a TLS greeting', Buffer.from('16030100c8010000c40303', 'hex')],
    ['an unknown method', head('RIEN / HTTP/1.1', 'Host: x')],
    ['no Host', head('GET / HTTP/1.1')],
    ['HTTP/9.9', head('GET / HTTP/9.9', 'Host: x')],
    ['two lengths', `${head('POST /connexion HTTP/1.1', 'Host: x', 'Content-Length: 3', 'Content-Length: 5')}abc`],
    [
      'a length and chunks',
      `${head('POST /connexion HTTP/1.1', 'Host: x', 'Content-Length: 3', 'Transfer-Encoding: chunked')}0\r\n\r\n`,
    ],
    ['a negative length', head('POST /connexion HTTP/1.1', 'Host: x', 'Content-Length: -1')],
    ['a chunk that is no number', `${head('POST /connexion HTTP/1.1', 'Host: x', 'Transfer-Encoding: chunked')}zz\r\n`],
    ['a NUL in a header', head('GET / HTTP/1.1', 'Host: x', 'A: b\0c')],
    ['a bare LF in a header', 'GET / HTTP/1.1\nHost: x\nA:b\rc\n\n'],
    ['an HTTP/2 preface', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
  ])('%s is a 4xx or a closed connection', async (_, bytes) => {
    const answer = await raw(bytes, /\r\n\r\n/, true);
    expect(answer === '' || /^HTTP\/1\.1 4\d\d/.test(answer), answer.slice(0, 80)).toBe(true);
  });

  test.each([
    ['an absolute address', head('GET http://evil.fr/salons HTTP/1.1', 'Host: evil.fr', 'Connection: close')],
    ['an asterisk', head('OPTIONS * HTTP/1.1', 'Host: x', 'Connection: close')],
    ['a proxy’s CONNECT', head('CONNECT evil.fr:443 HTTP/1.1', 'Host: evil.fr:443', 'Connection: close')],
    ['an upgrade', head('GET / HTTP/1.1', 'Host: x', 'Connection: Upgrade', 'Upgrade: websocket')],
    ['a path without a slash', head('GET salons HTTP/1.1', 'Host: x', 'Connection: close')],
    ['a Host that is none', head('GET / HTTP/1.1', 'Host: a b/../c', 'Connection: close')],
    ['an empty Host', head('GET / HTTP/1.1', 'Host:', 'Connection: close')],
    ['a folded path', head('GET /a/../../../../etc/passwd HTTP/1.1', 'Host: x', 'Connection: close')],
    ['a file outside', head('GET /assets/..%2f..%2f..%2fpackage.json HTTP/1.1', 'Host: x', 'Connection: close')],
    ['a file by backslashes', head('GET /assets\\..\\..\\server\\index.js HTTP/1.1', 'Host: x', 'Connection: close')],
  ])('%s gets no 5xx and nothing of the machine', async (_, bytes) => {
    const answer = await raw(bytes, /^$/, true);
    expect(answer).not.toMatch(/^HTTP\/1\.1 5/);
    expect(answer).not.toMatch(/root:|"dependencies"|virtual:remix/);
  });

  test('a length that promises more than comes, and a reader who leaves, hurt nobody', async () => {
    const path = href('messages', { salon });
    const promise = head(
      `POST ${path} HTTP/1.1`,
      `Host: localhost:${port}`,
      `Origin: ${site.origin}`,
      `Cookie: ${cookie}`,
      'Content-Type: application/x-www-form-urlencoded',
      'Content-Length: 100',
    );
    const before = await site.cast.sql`select count(*) from chat_messages`;
    for (let leaving = 0; leaving < 20; leaving += 1) await raw(`${promise}texte=moiti`, /\r\n\r\n/, true);
    expect(await site.cast.sql`select count(*) from chat_messages`).toEqual(before);
    await wellKept();
  });

  test('what comes after a body that was too short a length is no request of the same member', async () => {
    const path = href('messages', { salon });
    const answer = await raw(
      `${head(`POST ${path} HTTP/1.1`, `Host: localhost:${port}`, `Origin: ${site.origin}`, 'Content-Length: 5', 'Content-Type: application/x-www-form-urlencoded')}texte=bonjour\r\n\r\n`,
      /HTTP\/1\.1 400/,
    );
    // The rest is refused, before or after what was whole is answered: the words are put aside meanwhile (C-08).
    expect(answer).toMatch(/^HTTP\/1\.1 (303|400)/);
    expect(answer.match(/HTTP\/1\.1 303/g)?.length ?? 0).toBeLessThanOrEqual(1);
  });
});
