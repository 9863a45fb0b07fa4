import { afterAll, beforeAll, expect, test } from 'vitest';
import { ground } from '../support/realtime-site';
import { type RunningServer, startServer } from '../support/server';
import { eventually, type LivePage, readLivePage, say, send } from '../support/stream-reader';

const here = ground();
let server: RunningServer;

beforeAll(async () => {
  server = await startServer({ DATABASE_URL: here.url });
});
afterAll(() => server.kill());

async function room(messages: number) {
  const owner = await here.cast.member('Monique');
  const { id } = await here.cast.salon(owner);
  const rows = await here.cast.sql<{ id: string }[]>`
    insert into chat_messages (salon_id, user_id, content)
    select ${id}, ${owner.id}, 'propos ' || n || '.' from generate_series(1, ${messages}) n
    returning id`;
  return { id, owner, cookie: await here.cast.session(owner), messages: rows.map((row) => row.id) };
}

const items = (page: LivePage): string[] => page.html().match(/<li id="v[^"]*"/g) ?? [];
const at = (id: string, message: string) => `/salons/${id}/messages/${message}`;

test('begins with the fifty last messages, in a page that the browser may build without a script', async () => {
  const { id, cookie } = await room(60);
  const page = await readLivePage(server.origin, id, cookie);
  await eventually(() => items(page).length).toBe(50);
  expect(page.headers()).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'private, no-store',
    'x-accel-buffering': 'no',
  });
  expect(page.html()).toContain('propos 11.');
  expect(page.html()).toContain('propos 60.');
  expect(page.html()).not.toContain('propos 10.');
  expect(page.html()).not.toMatch(/<script|onload=|<\/ol>|<\/html>/);
  expect(page.isOver()).toBe(false);
});

test('lets its own rules through its policy, and nobody else’s', async () => {
  const { id, cookie } = await room(2);
  const page = await readLivePage(server.origin, id, cookie);
  await eventually(() => items(page).length).toBe(2);
  await say(server.origin, id, cookie, '<style>li{display:none}</style>');
  await eventually(() => items(page).length).toBe(3);
  const policy = String(page.headers()['content-security-policy']);
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
  expect(nonce).toBeTruthy();
  expect(policy).toContain("frame-ancestors 'self'");
  const styles = page.html().match(/<style[^>]*>/g) ?? [];
  expect(styles.length).toBeGreaterThanOrEqual(4);
  expect(new Set(styles)).toEqual(new Set([`<style nonce="${nonce}">`]));
  const other = await readLivePage(server.origin, id, cookie);
  expect(other.headers()['content-security-policy']).not.toContain(nonce);
});

test('goes on: a new message, an edit and a deletion in the place of what they change', async () => {
  const { id, cookie } = await room(3);
  const page = await readLivePage(server.origin, id, cookie);
  await eventually(() => items(page).length).toBe(3);
  await say(server.origin, id, cookie, 'tout neuf');
  await eventually(() => items(page).length).toBe(4);
  const fourth = /<style[^>]*>#(v(\d+)-4)\{order:4\}<\/style><li id="v\2-4"[^>]*data-seq="4"/.exec(page.html());
  expect(fourth).not.toBeNull();
  const message = fourth?.[2] ?? '';

  await send(server.origin, at(id, message), cookie, { texte: 'tout autre' });
  await eventually(page.html).toContain('tout autre');
  expect(page.html()).toMatch(
    new RegExp(`#v${message}-4{display:none}#v${message}-5{order:4}</style><li id="v${message}-5"[^>]*data-seq="4"`),
  );

  await send(server.origin, `${at(id, message)}/supprimer`, cookie, {});
  await eventually(() => items(page).length).toBe(6);
  const last = page.html().slice(page.html().lastIndexOf('<style'));
  expect(last).toContain(`#v${message}-5{display:none}#v${message}-6{order:4}`);
  expect(last).toContain('Message supprimé');
  expect(last).not.toContain('tout');
});

test('shows no change of what it has never shown', async () => {
  const { id, cookie, messages } = await room(52);
  const page = await readLivePage(server.origin, id, cookie);
  await eventually(() => items(page).length).toBe(50);
  await send(server.origin, at(id, messages[0] ?? ''), cookie, { texte: 'jamais vu' });
  await send(server.origin, `${at(id, messages[1] ?? '')}/supprimer`, cookie, {});
  await say(server.origin, id, cookie, 'la suite');
  await eventually(page.html).toContain('la suite');
  expect(items(page)).toHaveLength(51);
  expect(page.html()).not.toContain('jamais vu');
});

test('says where to go on when the server is stopped', async () => {
  const { id, cookie } = await room(1);
  const stops = await startServer({ DATABASE_URL: here.url });
  const page = await readLivePage(stops.origin, id, cookie);
  await eventually(() => items(page).length).toBe(1);
  expect(await stops.stop()).toBe(0);
  await eventually(page.isOver).toBe(true);
  expect(page.html()).toMatch(
    new RegExp(`<a href="/salons/${id}/direct"[^>]*>La reprendre</a></p></main></body></html>$`),
  );
});

test('from a cursor nobody gave asks to be loaded again', async () => {
  const { id, cookie } = await room(1);
  for (const cursor of ['2', '-1', 'abc', '9223372036854775808']) {
    const page = await readLivePage(server.origin, id, cookie, `?depuis=${cursor}`);
    await eventually(page.isOver).toBe(true);
    expect(page.html()).toContain('Recharger la conversation');
  }
});
