/** The demonstration's server with the tests' furnished site in its database: every known page is photographed. */
import type { Page } from 'playwright';
import { runningEmbedded } from '../../db/embedded';
import { type Cast, castIn, type Member } from '../../tests/support/cast';
import { furnish, openKnown } from '../../tests/support/known-pages';
import { visitor } from '../../tests/support/server';
import { holding } from '../../tests/support/site';
import { PAGES } from './pages';
import { furnishRooms, type Rooms } from './rooms';
import type { Shot, Who } from './shot';

export type Furnished = {
  readonly rooms: Rooms;
  readonly shots: readonly (readonly [name: string, shot: Shot])[];
  /** Takes up a session in this browser. */
  readonly signIn: (page: Page, who: Who) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** @param dataDir where the running server keeps its database */
export async function furnished(origin: string, dataDir: string): Promise<Furnished> {
  const url = runningEmbedded(dataDir) ?? '';
  const cast = castIn(url);
  const [monique, fatima] = [await demoMember(cast, 'monique'), await demoMember(cast, 'fatima')];
  const rooms = await furnishRooms(cast, fatima);
  const known = await furnish({
    ...{ url, cast, stranger: () => visitor(origin) },
    as: async (member) => holding(origin, await cast.session(member)),
  });
  const people: Readonly<Partial<Record<Who, Member>>> = { ...known.people, monique, fatima };
  return {
    rooms,
    shots: [
      ...known.pages.map(
        (page) => [fileName(page.name), { who: page.who, open: (tab: Page) => openKnown(tab, page) }] as const,
      ),
      ...PAGES,
    ] satisfies Furnished['shots'],
    async signIn(page, who) {
      const member = people[who];
      if (!member) return;
      const [name = '', value = ''] = (await cast.session(member)).split('=');
      await page.context().addCookies([{ name, value, url: origin }]);
    },
    close: cast.close,
  };
}

const fileName = (name: string): string => name.replace(/[^\p{L}\d]+/gu, '-');

async function demoMember({ sql }: Cast, name: string): Promise<Member> {
  const [found] = await sql<Member[]>`
    select u.id, p.full_name as name, u.email from auth.users u join profiles p on p.id = u.id
    where u.email = ${`${name}@exemple.fr`}`;
  if (!found) throw new Error(`a demonstration without ${name}`);
  return found;
}
