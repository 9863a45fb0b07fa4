/** R02: the directory, a member's card and home with the demonstration's members and with 100,000 more. */
import { href } from '~/urls';
import { timesWithCrowd } from '../page-times';
import type { Row } from '../table';
import type { Bench } from './bench';

export async function manyMembers(bench: Bench): Promise<Row[]> {
  const { members, sql } = bench.site;
  const [reader, other] = members;
  // The bench's own guests are not listed: the directory is the demonstration's 150.
  await sql`update profiles set is_listed = false where email like 'mesure%'`;
  await sql`
    update profiles set city = 'Nantes', interests = '{jardinage}', onboarding_completed = true
    where id = ${reader?.id ?? ''}`;
  const found = (name: string, query: Readonly<Record<string, string>>) =>
    [`directory, ${name}`, href('members', {}, query)] as const;
  const pages = [
    found('first page', {}),
    found('by a name', { q: 'monique' }),
    found('by two letters', { q: 'mo' }),
    found('by a name that nobody has', { q: 'zzqx' }),
    found('by an interest', { interet: 'jardinage' }),
    found('by a town', { ville: 'Nantes' }),
    found('near home', { pres: 'on' }),
    ['card of a member', href('member', { membre: other?.id ?? '' })] as const,
    ['home', href('home')] as const,
  ];
  const cookie = reader?.cookie ?? '';
  return timesWithCrowd(
    bench,
    pages.map(([name, path]) => ({ name, path, cookie, goal: '≤ 2×' })),
  );
}
