/** The times that the inventory asks of each part of the site (O17): one request after the other, as one reader meets them. */
import { sessionsByHash } from '~/auth/queries/sessions';
import { messagePage } from '~/chat/queries';
import { openDatabase } from '~/db';
import { DEMO_EMAILS, DEMO_PASSWORD } from '~/http/demo-accounts';
import { salonsOf } from '~/salons/queries/lists';
import { roomFor } from '~/salons/queries/room';
import { href } from '~/urls';
import { quantile } from '../rounds';
import { ms, type Row } from '../table';
import type { Bench } from './bench';

const TIMES = 60;
/** The first ones fill what is kept. */
const WARMING = 10;

type Target = { readonly part: string; readonly most: number; readonly ask: () => Promise<unknown> };

export async function targets(bench: Bench): Promise<Row[]> {
  const database = openDatabase(bench.site.url, { viewers: 1, systems: 1 });
  try {
    const rows: Row[] = [];
    for (const target of [...pagesOf(bench), ...statementsOf(bench, database)]) rows.push(await row(target));
    return rows;
  } finally {
    await database.close();
  }
}

async function row({ part, most, ask }: Target): Promise<Row> {
  const times: number[] = [];
  for (let n = 0; n < TIMES + WARMING; n += 1) {
    const began = performance.now();
    await ask();
    if (n >= WARMING) times.push(performance.now() - began);
  }
  times.sort((one, other) => one - other);
  return {
    what: `${part}: half of the answers, 95 of 100`,
    ours: `${ms(quantile(times, 0.5))}; ${ms(quantile(times, 0.95))}`,
    goal: `≤ ${most} ms`,
  };
}

function pagesOf({ site, server }: Bench): readonly Target[] {
  const [reader, other] = site.members;
  const headers = { Cookie: reader?.cookie ?? '' };
  const asked = async (path: string, init: RequestInit, status = 200) => {
    const answer = await fetch(server.origin + path, { redirect: 'manual', ...init });
    if (answer.status !== status) throw new Error(`${path} answers ${answer.status}`);
    return answer;
  };
  const whole = (path: string, init: RequestInit = { headers }, status = 200) =>
    asked(path, init, status).then((answer) => answer.arrayBuffer());
  const post = (form: Record<string, string>, others: Record<string, string>): RequestInit => ({
    method: 'POST',
    headers: { Origin: server.origin, ...others },
    body: new URLSearchParams(form),
  });
  const account = { courriel: DEMO_EMAILS[0], mot_de_passe: DEMO_PASSWORD };
  const message = post({ texte: 'Bonjour à tous.' }, { ...headers, 'X-Aurora': 'fragment' });
  return [
    { part: 'auth: signing in', most: 150, ask: () => whole(href('signIn'), post(account, {}), 303) },
    {
      part: 'chat: a message is stored',
      most: 100,
      ask: () => whole(href('messages', { salon: site.salonId }), message, 204),
    },
    { part: 'courses: the catalogue', most: 200, ask: () => whole(href('courses')) },
    { part: 'profiles: a member’s card', most: 120, ask: () => whole(href('member', { membre: other?.id ?? '' })) },
    { part: 'salons: the list', most: 180, ask: () => whole(href('salons')) },
    {
      part: 'first byte of the room',
      most: 200,
      ask: () => asked(href('salon', { salon: site.salonId }), { headers }).then((answer) => answer.body?.cancel()),
    },
    { part: 'files: a picture', most: 300, ask: () => whole('/couvertures/1.png', {}) },
  ];
}

type Database = ReturnType<typeof openDatabase>;

/** What a room and a list ask, without the site around it. */
function statementsOf({ site }: Bench, database: Database): readonly Target[] {
  const [reader] = site.members;
  const id = reader?.id ?? '';
  return [
    {
      part: 'database: session, room, messages and list',
      most: 100,
      async ask() {
        await database.systemStatement((tx) => sessionsByHash(tx, ['']));
        await database.viewerStatement((tx) => roomFor(tx, id, site.salonId));
        await database.asViewer(id, (tx) => messagePage(tx, site.salonId, null));
        await database.asViewer(id, (tx) => salonsOf(tx, id));
      },
    },
  ];
}
