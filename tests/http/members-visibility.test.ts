/** R01: on her page each asker sees what the one table says, and no more (D05, D06, D08, C-22). */
import { beforeAll, describe, expect, test } from 'vitest';
import { href } from '~/urls';
import type { Member } from '../support/cast';
import type { Visitor } from '../support/server';
import { mainOf, openSite, words } from '../support/site';
import { ASKERS, type Asker, SEEN } from '../support/visibility';

const site = openSite();
let she: Member;
const visitors = new Map<Asker, Visitor>();
const FIELDS = ['Mots de présentation', 'Besançon', 'ruches'];

beforeAll(async () => {
  const { cast } = site;
  she = await cast.member('Thérèse Œuvrard');
  const people = new Map<Asker, Member>([['herself', she]]);
  for (const asker of ['stranger', 'co-member', 'blocked', 'blocker'] as const)
    people.set(asker, await cast.member(asker));
  const { id: salon } = await cast.salon(she);
  await cast.join(people.get('co-member') ?? she, salon);
  const idOf = (asker: Asker) => people.get(asker)?.id ?? '';
  await cast.sql`
    insert into blocks (blocker_id, blocked_id)
    values (${she.id}, ${idOf('blocked')}), (${idOf('blocker')}, ${she.id})`;
  visitors.set('signed out', site.stranger());
  for (const [asker, member] of people) visitors.set(asker, await site.as(member));
});

describe.each(['tous', 'salons', 'moi'] as const)('fields shown to: %s', (shownTo) => {
  test.each(ASKERS)('%s', async (asker) => {
    await site.cast.sql`
      update profiles
      set
        bio = 'Mots de présentation', city = 'Besançon', interests = '{ruches}',
        bio_shown_to = ${shownTo}, city_shown_to = ${shownTo}, interests_shown_to = ${shownTo}
      where id = ${she.id}`;
    const answer = await visitors.get(asker)?.get(href('member', { membre: she.id }));
    const html = answer?.status === 200 ? words(mainOf(await answer.text())) : '';
    const shown = FIELDS.filter((field) => html.includes(field));
    const name = html.includes('Thérèse Œuvrard');
    // Who has blocked her sees her name and the way back alone.
    const wanted = asker === 'blocker' ? 'card' : SEEN[shownTo][asker];
    expect([name, shown]).toEqual([wanted !== 'nothing', wanted === 'card and fields' ? FIELDS : []]);
  });
});
