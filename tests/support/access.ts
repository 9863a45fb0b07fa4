/** Ten persons in a salon of each one's own, and how each comes off at an address: for the matrix of addresses. */
import { randomUUID } from 'node:crypto';
import { type Place, places, rowOf } from '~/urls';
import { pathOf } from './every-page';
import type { Furnishing, Params } from './known-page';
import { type Visitor, visitor } from './server';
import { holding } from './site';

export const PERSONS = [
  'stranger',
  'unconfirmed',
  'outsider',
  'ex-member',
  'member',
  'moderator',
  'owner',
  'blocked',
  'suspended',
  'admin',
] as const;
export type Person = (typeof PERSONS)[number];

/** The salon of each. */
export const SALON = 'Salon de la table';

/** Who is in the salon, and as what; a blocked one is a member whom the author of its message has blocked. */
const AS: Readonly<Partial<Record<Person, string>>> = {
  unconfirmed: 'member',
  member: 'member',
  moderator: 'moderator',
  owner: 'owner',
  blocked: 'member',
  suspended: 'member',
};

export type World = {
  readonly visitor: Visitor;
  readonly params: Params;
  readonly id: string | null;
  readonly role: string | undefined;
  readonly salon: string;
  /** Whose salon and message it is. */
  readonly author: string;
  /** Another salon of theirs. */
  readonly elsewhere: string;
};

/** A private salon with a message of its owner's, an invitation of hers, and a report; and this person in her relation to it. */
export async function worldOf(site: Furnishing & { origin: string }, person: Person): Promise<World> {
  const { cast } = site;
  const owner = await cast.member('Odile Tenant');
  const me = person === 'owner' ? owner : await personOf(site, person);
  const { id: salon, code } = await cast.salon(owner, { visibility: 'prive', name: SALON });
  const bystander = await cast.member('Lucien Témoin');
  await cast.join(bystander, salon);
  const role = AS[person];
  if (me && role && person !== 'owner') await cast.join(me, salon, role);
  const [message] = await cast.sql<{ id: string }[]>`
    insert into chat_messages (salon_id, user_id, content) values (${salon}, ${owner.id}, 'Bonsoir')
    returning id`;
  const [invitation] = await cast.sql<{ id: string }[]>`
    insert into salon_invitations (salon_id, invited_by, email, token_hash)
    values (${salon}, ${owner.id}, 'amie@exemple.fr', invitation_hash(${randomUUID()})) returning id`;
  const [report] = await cast.sql<{ id: string }[]>`
    insert into reports (reporter_id, reported_id, reason, nature, salon_id, message_id, words, said_at)
    values (${bystander.id}, ${(await cast.member('Régine Dite')).id}, 'Pourquoi', 'autre', ${salon}, ${message?.id ?? 0}, 'Bonsoir', now())
    returning id`;
  if (me && person === 'blocked')
    await cast.sql`insert into blocks (blocker_id, blocked_id) values (${owner.id}, ${me.id})`;
  await cast.session(bystander);
  const [session] = await cast.sql<
    { handle: string }[]
  >`select handle from auth.sessions where user_id = ${bystander.id}`;
  const at = { salon, message: message?.id ?? 0, invitation: invitation?.id ?? 0, membre: bystander.id };
  return {
    ...{ id: me?.id ?? null, role, salon, author: owner.id, elsewhere: (await cast.salon(owner)).id },
    visitor: me ? await site.as(me) : site.stranger(),
    params: {
      '/salons': at,
      '/s/': { code },
      '/reglages/appareils': { session: session?.handle ?? '' },
      '/mes-donnees/export': { copie: randomUUID() },
      '/membres': { membre: owner.id },
      '/admin/signalements': { signalement: report?.id ?? 0 },
    },
  };
}

async function personOf({ cast }: Furnishing, person: Person) {
  if (person === 'stranger') return null;
  const me = await cast.member(`Personne ${person}`, {
    confirmed: person !== 'unconfirmed',
    ...(person === 'admin' && { role: 'admin', proven: true }),
  });
  if (person === 'suspended')
    await cast.sql`insert into auth.suspensions (user_id, reason) values (${me.id}, 'Une raison')`;
  return me;
}

/** Each person behind a line of her own: the limits of one are not those of another. */
export const behind = (origin: string, cookie: string, n: number): Visitor => {
  const line = { 'X-Forwarded-For': `198.51.100.${n}` };
  const inner = cookie ? holding(origin, cookie) : visitor(origin);
  return {
    ...inner,
    get: (p, h) => inner.get(p, { ...line, ...h }),
    post: (p, f, h) => inner.post(p, f, { ...line, ...h }),
  };
};

/** ✓ let in; → sign-in; ? asked for a proof; ⊘ told of the suspension; else the status. */
export function outcomeOf(answer: Response): string {
  const to = answer.headers.get('Location') ?? '';
  if (/^\/connexion\/preuve/.test(to)) return '?';
  if (/^\/connexion/.test(to)) return '→';
  if (/^\/suspension/.test(to)) return '⊘';
  return answer.status < 400 ? '✓' : String(answer.status);
}

/** Rows of the table: every address that names something, once a method. */
export const rows: readonly { readonly place: Place; readonly method: 'GET' | 'POST' }[] = places.flatMap((place) => {
  const { pattern, get, post } = rowOf(place);
  if (!pattern.includes(':')) return [];
  return [...(get ? [{ place, method: 'GET' as const }] : []), ...(post ? [{ place, method: 'POST' as const }] : [])];
});

export { pathOf };
