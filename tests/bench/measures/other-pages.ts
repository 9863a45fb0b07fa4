/** The lists, a member's own pages, sign-in and the first page. */
import { href } from '~/urls';
import { getRequest } from '../connection';
import { load } from '../load';
import { median, thrice } from '../rounds';
import { kilobytes, type Row, whole } from '../table';
import type { Bench } from './bench';

export async function otherPages({ site, server, quick }: Bench): Promise<Row[]> {
  const seconds = quick ? 1 : 3;
  const cookies = site.members.map((member) => member.cookie);
  const [admin] = site.quiet;
  await site.sql`update profiles set app_role = 'admin' where id = ${admin?.id ?? ''}`;
  // A copy of one's data is for who has just proved that it is she.
  await site.sql`update auth.sessions set proven_at = now()`;
  const staff = [admin?.cookie ?? ''];
  const pages = [
    { name: 'salons page', path: href('salons'), cookies },
    { name: 'own profile', path: href('profile'), cookies },
    { name: 'directory', path: href('members'), cookies },
    { name: 'notices', path: href('notices'), cookies },
    { name: 'own data', path: href('myData'), cookies },
    { name: 'export of own data', path: href('dataCopy'), cookies },
    { name: 'admin: members', path: href('staffMembers'), cookies: staff },
    { name: 'admin: figures', path: href('figures'), cookies: staff },
    { name: 'admin: state', path: href('siteState'), cookies: staff },
    { name: 'landing page', path: href('home'), cookies: [''] },
    { name: 'sign-in page', path: href('signIn'), cookies: [''] },
  ];
  const rows: Row[] = [];
  for (const { name, path, cookies } of pages) {
    const requests = cookies.map((cookie) => getRequest(path, cookie ? { Cookie: cookie } : {}));
    const request = (n: number) => requests[n % requests.length] ?? Buffer.alloc(0);
    const rounds = await thrice(() => load({ port: server.port, connections: 10, seconds, request }));
    const packed = getRequest(path, { 'Accept-Encoding': 'gzip', ...(cookies[0] && { Cookie: cookies[0] }) });
    const { bytes } = await load({ port: server.port, connections: 1, seconds: 0.1, request: () => packed });
    rows.push({
      what: `${name}, 10 connections; gzip size`,
      ours: `${whole(median(rounds.map((round) => round.perSecond)))}/s; ${kilobytes(bytes)}`,
      goal: '≤ 60 KB gzip',
    });
  }
  return rows;
}
