/** The nginx of docs/examples in front: TLS, HTTP/2, streams that are not held back. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { type ClientHttp2Session, connect } from 'node:http2';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { href } from '~/urls';
import { projectRoot } from '../../db/project-root';
import { freePort } from '../support/server';
import { openSite } from '../support/site';
import { say } from '../support/stream-reader';

const hasNginx = [['nginx', '-v'] as const, ['openssl', 'version'] as const].every(
  ([program, word]) => spawnSync(program, [word]).status === 0,
);
if (!hasNginx) console.log('No nginx or no openssl on this machine: install nginx-light to try it.');

const site = openSite({ TRUST_PROXY: '1' });
let nginx: ChildProcess;
let session: ClientHttp2Session;

/** What Debian's package has around a site, in a folder of its own. */
function configured(folder: string, port: number, behind: string): string {
  const [key, certificate] = [path.join(folder, 'cle.pem'), path.join(folder, 'certificat.pem')];
  const made = spawnSync('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'],
    ...['-subj', '/CN=localhost', '-keyout', key, '-out', certificate],
  ]);
  expect(made.status).toBe(0);
  const example = readFileSync(path.join(projectRoot(), 'docs/examples/nginx.conf'), 'utf8')
    .replace('127.0.0.1:3000', behind)
    .replace('listen 443 ssl http2', `listen 127.0.0.1:${port} ssl http2`)
    .replace(/\nserver \{\s+listen 80;[\s\S]*$/, '\n')
    .replace('/etc/ssl/aurora50.pem', certificate)
    .replace('/etc/ssl/aurora50.key', key);
  const file = path.join(folder, 'nginx.conf');
  const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => {
    mkdirSync(path.join(folder, name));
    chmodSync(path.join(folder, name), 0o777);
    return `${name}_temp_path ${path.join(folder, name)};`;
  });
  writeFileSync(
    file,
    `daemon off; pid ${folder}/pid; error_log stderr; worker_processes 1; events {}\nhttp { access_log off; ${places.join(' ')}\n${example}\n}`,
  );
  return file;
}

describe.skipIf(!hasNginx)('behind nginx', () => {
  beforeAll(async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'aurora50-nginx-'));
    chmodSync(folder, 0o755);
    const port = await freePort();
    nginx = spawn('nginx', [
      '-c',
      configured(folder, port, new URL(site.origin).host.replace('localhost', '127.0.0.1')),
      '-p',
      folder,
    ]);
    let said = '';
    nginx.stderr?.on('data', (piece) => (said += piece));
    while (!(await fetch(`http://127.0.0.1:${port}/`).catch(() => null))) {
      if (nginx.exitCode !== null) throw new Error(said);
      await pause(25);
    }
    session = connect(`https://127.0.0.1:${port}`, { rejectUnauthorized: false });
  });
  afterAll(() => {
    session?.destroy();
    nginx?.kill('SIGTERM');
  });

  const ask = (at: string, headers: Record<string, string> = {}) => {
    const stream = session.request({ ':path': at, ...headers });
    const heard = { status: 0, text: '' };
    stream.on('response', (answer) => (heard.status = Number(answer[':status'])));
    stream.on('data', (piece) => (heard.text += piece));
    return { heard, stream };
  };

  test('a page comes over HTTP/2', async () => {
    const { heard } = ask('/connexion');
    await expect.poll(() => heard.text).toContain('</html>');
    expect(heard.status).toBe(200);
  });

  test('what is posted reaches an open stream at once, each piece before the next one is there', async () => {
    const anne = await site.cast.member('Anne');
    const { id } = await site.cast.salon(anne);
    const cookie = await site.cast.session(anne);
    const { heard, stream } = ask(`${href('salonStream', { salon: id })}?depuis=0`, { cookie });
    await expect.poll(() => heard.text).toContain('retry:');
    for (const word of ['premier.', 'deuxième.', 'troisième.']) {
      await say(site.origin, id, cookie, word);
      await expect.poll(() => heard.text).toContain(word);
    }
    expect([heard.status, stream.closed]).toEqual([200, false]);
    stream.close();
  });

  test('the live page without scripts grows in the same way', async () => {
    const anne = await site.cast.member('Anne');
    const { id } = await site.cast.salon(anne);
    const cookie = await site.cast.session(anne);
    const { heard, stream } = ask(href('salonLive', { salon: id }), { cookie });
    await expect.poll(() => heard.status).toBe(200);
    await say(site.origin, id, cookie, 'au fil de l’eau.');
    await expect.poll(() => heard.text).toContain('au fil de l’eau.');
    stream.close();
  });
});
