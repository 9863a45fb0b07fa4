/** One answer a handler, made into HTTP in one place: what is no page runs no loader and renders nothing. */
import type { ServerBuild } from '@remix-run/node';
import { beforeEach, describe, expect, test } from 'vitest';
import type { RequestContext } from '~/context';
import { AppError } from '~/errors';
import { type Answer, done, file, fragment, page, seeOther } from '~/http/answer';
import { createPages, type ShowPage } from '~/http/pages';
import { type Asked, anyone, anyoneSends } from '~/http/route';
import { href } from '~/urls';

let loaded = 0;
let rendered = 0;
let answers: (asked: Asked) => unknown = () => null;

const route = {
  loader: anyone(async () => {
    loaded += 1;
    return 'the room';
  }),
  action: anyoneSends(async (asked) => answers(asked)),
  default: () => null,
  handle: { keeps: { words: [], rest: [] } },
};
const show: ShowPage = (_request, _context, { loaded, sent }) => {
  rendered += 1;
  return Response.json([loaded.data, sent?.data ?? null], { status: loaded.status ?? sent?.status ?? 200 });
};
const pages = createPages(
  {
    routes: {
      root: { id: 'root', path: '', module: { default: () => null } },
      messages: { id: 'messages', parentId: 'root', path: 'salons/:salon/messages', module: route },
    },
  } as unknown as ServerBuild,
  show,
);

beforeEach(() => {
  loaded = 0;
  rendered = 0;
});

const ANNE = { id: 'anne', appRole: 'member', confirmed: true, proven: false };
let sent: Request;

async function post(answer: (asked: Asked) => Answer | null, script = true, viewer: unknown = ANNE): Promise<Response> {
  answers = answer;
  const logged = (message: string) => expect.unreachable(message);
  const config = { demo: false, origin: 'http://maison.fr' };
  const context = {
    config,
    viewer,
    fragment: script,
    acceptEncoding: null,
    requestId: 'one',
    log: logged,
    pendingPosts: {},
  };
  sent = new Request(`http://maison.fr${href('messages', { salon: 'le banc' })}`, { method: 'POST', body: 'a=1' });
  return pages(sent, context as unknown as RequestContext, 'messages');
}

describe('a form that the script has sent', () => {
  test('is refused with its fragment alone: the page behind it is neither loaded nor rendered', async () => {
    const answer = await post(() => fragment(<p id="composer">Écrivez quelque chose.</p>, 422));
    expect([answer.status, await answer.text()]).toEqual([422, '<p id="composer">Écrivez quelque chose.</p>']);
    expect([loaded, rendered]).toEqual([0, 0]);
  });

  test('is told of nothing but success where the stream brings the change', async () => {
    const answer = await post(() => done('/salons', { 'Set-Cookie': 'a=1' }));
    expect([answer.status, answer.headers.get('set-cookie'), await answer.text()]).toEqual([204, 'a=1', '']);
    expect([loaded, rendered]).toEqual([0, 0]);
  });

  test('is refused in a few words where the whole of it is', async () => {
    const answer = await post(() => {
      throw new AppError('too_many', 'messages', 7);
    });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '7']);
    expect([loaded, rendered]).toEqual([0, 0]);
  });

  test('is told by its path what it is about', async () => {
    const asked: Asked[] = [];
    await post((each) => {
      asked.push(each);
      return done('/salons');
    });
    expect(asked.map(({ request, params }) => [request, params])).toEqual([[sent, { salon: 'le banc' }]]);
    expect(asked[0]?.request).toBe(sent);
  });

  test('stops at the row of its address', async () => {
    const answer = await post(() => expect.unreachable(), true, null);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/connexion?retour=%2Fsalons']);
  });

  test('is stored once where its answer is a page all the same', async () => {
    let stored = 0;
    const answer = await post(() => {
      stored += 1;
      return page('no text', 422);
    });
    expect([answer.status, await answer.json()]).toEqual([422, ['the room', 'no text']]);
    expect([stored, loaded, rendered]).toEqual([1, 1, 1]);
  });

  test('gets a file as it is', async () => {
    const answer = await post(() => file(new Response('{}', { headers: { 'Content-Type': 'application/json' } })));
    expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([
      200,
      'application/json',
      '{}',
    ]);
    expect([loaded, rendered]).toEqual([0, 0]);
  });
});

describe('a form that the browser has sent', () => {
  test('comes back with its errors in the page, loaded once', async () => {
    const answer = await post(() => page('no text', 422), false);
    expect([answer.status, await answer.json()]).toEqual([422, ['the room', 'no text']]);
    expect([loaded, rendered]).toEqual([1, 1]);
  });

  test('leads on, whether stored or not', async () => {
    for (const answer of [done('/salons'), seeOther('/salons')]) {
      const { status, headers } = await post(() => answer, false);
      expect([status, headers.get('location')]).toEqual([303, '/salons']);
    }
    expect([loaded, rendered]).toEqual([0, 0]);
  });

  test('is the same at an address that is spelt otherwise than we spell it', async () => {
    answers = () => page('no text', 422);
    const request = new Request('http://maison.fr/Salons/banc/Messages/', { method: 'POST', body: 'a=1' });
    const context = { viewer: ANNE, config: {}, fragment: false } as unknown as RequestContext;
    expect(await (await pages(request, context, null)).json()).toEqual(['the room', 'no text']);
  });
});
