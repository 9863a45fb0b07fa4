/** A post that is under way for as long as a test wants. */
import { request } from 'node:http';

/** Starts a post whose last bytes are held back; `finish` sends them. */
export function heldPost(origin: string, path: string, cookie: string, body: string) {
  const { hostname, port } = new URL(origin);
  const asked = request({
    host: hostname,
    port,
    path,
    method: 'POST',
    headers: {
      Cookie: cookie,
      Origin: origin,
      Expect: '100-continue',
      'Content-Type': 'application/x-www-form-urlencoded',
      'Content-Length': Buffer.byteLength(body),
    },
  });
  const answered = new Promise<number>((resolve, reject) => {
    asked.on('response', (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    asked.on('error', reject);
  });
  const arrived = new Promise<void>((resolve) => asked.on('continue', resolve));
  asked.flushHeaders();
  return { arrived, answered, finish: () => asked.end(body) };
}
