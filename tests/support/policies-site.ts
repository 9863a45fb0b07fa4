/** A private salon with one of every kind of person around it, and a neighbour's salons that are none of theirs. */
import type { Member } from './cast';
import { certificateFor } from './certificates';
import type { Stage } from './policies';

export const PERSONS = [
  'owner',
  'moderator',
  'member',
  'outsider',
  'ex-member',
  'signed out',
  'unconfirmed',
  'admin',
] as const;
export type Person = (typeof PERSONS)[number];

export type Site = {
  readonly people: Readonly<Record<Exclude<Person, 'signed out'> | 'neighbour' | 'unblocked', Member>>;
  readonly idOf: (person: Person) => string | null;
  /** Private: owner, moderator, member, unconfirmed. The ex-member spoke and left. */
  readonly salon: string;
  readonly archived: string;
  /** The neighbour's: one private, one public. */
  readonly elsewhere: string;
  readonly open: string;
  /** The course of that lesson. */
  readonly course: string;
  /** Of a published course that owner, member and unconfirmed follow, and the ex-member has left. */
  readonly freeLesson: string;
  /** The first words of each, by author and salon. */
  readonly messageOf: (person: Person | 'neighbour') => number;
};

export async function site(stage: Stage): Promise<Site> {
  const { cast } = stage;
  const people = {
    owner: await cast.member('Odile'),
    moderator: await cast.member('Maurice'),
    member: await cast.member('Mireille'),
    outsider: await cast.member('Otto'),
    'ex-member': await cast.member('Xavier'),
    unconfirmed: await cast.member('Ursule', { confirmed: false }),
    admin: await cast.member('Adèle', { role: 'admin' }),
    neighbour: await cast.member('Nadine'),
    /** Whom nobody has blocked or reported yet. */
    unblocked: await cast.member('Blanche'),
  };
  const salon = (await cast.salon(people.owner, { visibility: 'prive' })).id;
  const archived = (await cast.salon(people.owner, { active: false })).id;
  const elsewhere = (await cast.salon(people.neighbour, { visibility: 'prive' })).id;
  const open = (await cast.salon(people.neighbour)).id;
  for (const room of [salon, archived]) {
    await cast.join(people.moderator, room, 'moderator');
    await cast.join(people.member, room);
    await cast.join(people.unconfirmed, room);
  }
  await cast.join(people['ex-member'], salon);

  const messages = new Map<string, number>();
  for (const person of ['owner', 'moderator', 'member', 'ex-member', 'unconfirmed', 'neighbour'] as const) {
    const { id } = people[person];
    const where = person === 'neighbour' ? elsewhere : salon;
    const [said] = await cast.sql<{ id: string }[]>`
      insert into chat_messages (salon_id, user_id, content) values (${where}, ${id}, ${`Bonjour de ${person}`})
      returning id`;
    messages.set(person, Number(said?.id));
    await cast.sql`
      insert into message_reactions (message_id, user_id, emoji) values (${said?.id ?? 0}, ${id}, 'coeur')`;
    await cast.sql`insert into message_mentions (message_id, user_id, name) values (${said?.id ?? 0}, ${id}, 'Anne')`;
    await cast.sql`
      insert into presence_leases (connection, salon_id, user_id, expires_at)
      values (gen_random_uuid(), ${where}, ${id}, now() + interval '1 hour')`;
  }
  for (const [where, who] of [
    [salon, 'ex-member'],
    [elsewhere, 'unblocked'],
  ] as const) {
    await cast.sql`
      insert into salon_bans (salon_id, user_id, reason) values (${where}, ${people[who].id}, 'Des mots blessants')`;
  }
  for (const [where, who] of [
    [salon, 'outsider'],
    [elsewhere, 'unblocked'],
  ] as const) {
    await cast.sql`insert into salon_requests (salon_id, user_id) values (${where}, ${people[who].id})`;
  }
  for (const [where, who] of [
    [salon, 'owner'],
    [salon, 'member'],
    [elsewhere, 'neighbour'],
  ] as const) {
    await cast.sql`
      insert into salon_invitations (salon_id, invited_by, email, token_hash)
      values (${where}, ${people[who].id}, 'amie@exemple.fr', invitation_hash(${who}))`;
  }
  for (const { id } of Object.values(people)) {
    if (id === people.neighbour.id) continue;
    await cast.sql`insert into blocks (blocker_id, blocked_id) values (${id}, ${people.neighbour.id})`;
  }
  for (const { id } of [people.owner, people.member]) {
    await cast.sql`insert into stripe_customers (id, user_id, livemode) values (${`cus_${id}`}, ${id}, false)`;
    await cast.sql`
      insert into invoices (id, customer_id, user_id, livemode, status, currency, total_cents, paid_cents, created_at)
      values (${`in_${id}`}, ${`cus_${id}`}, ${id}, false, 'paid', 'eur', 4700, 4700, now())`;
  }
  for (const { id } of Object.values(people)) {
    await cast.sql`select add_notice(${id}, 'badge', 'essai', said => 'Un essai')`;
    await cast.sql`insert into dismissed_suggestions (user_id, member_id) values (${id}, ${people.neighbour.id})`;
    await cast.sql`insert into user_activities (user_id, type, title) values (${id}, 'correction', 'Un essai')`;
    await cast.sql`insert into user_stats (user_id) values (${id})`;
    await cast.sql`insert into user_achievements (user_id, badge_id, title) values (${id}, 'essai', 'Un essai')`;
    await cast.sql`insert into play_choices (user_id, is_ranked) values (${id}, true)`;
    await cast.sql`insert into play_rests (user_id, from_day) values (${id}, '2026-01-02')`;
    await cast.sql`
      insert into rankings (user_id, rank, points, week_rank, week_points, computed_at) values (${id}, 1, 0, 1, 0, now())`;
    await cast.sql`insert into mail_rhythms (user_id) values (${id})`;
    await cast.sql`insert into notice_refusals (user_id, kind) values (${id}, 'badge')`;
  }
  for (const { id } of Object.values(people)) {
    await cast.sql`
      insert into pictures (name, folder, user_id, width, height)
      values (left(md5(${id}), 25), 'avatars', ${id}, 400, 400)`;
    await cast.sql`insert into consents (user_id, purpose, version) values (${id}, 'compte', '2026-11')`;
  }
  for (const { id } of Object.values(people))
    await cast.sql`insert into audit_log (actor_id, subject_id, action) values (${people.admin.id}, ${id}, 'mail_history')`;
  await cast.sql`delete from salon_members where salon_id = ${salon} and user_id = ${people['ex-member'].id}`;

  const freeLesson = await school(
    stage,
    [people.owner, people.member, people.unconfirmed, people['ex-member']],
    people['ex-member'],
  );

  for (const person of [people.owner, people.member]) await certificateFor(cast, person);
  await cast.sql`insert into attestation_keys (public_key) values (${`z6Mk${'a'.repeat(44)}`})`;
  await cast.sql`insert into certificate_revocations (status_index, reason) values (999, 'error')`;

  const [{ id: course } = { id: '' }] = await cast.sql<{ id: string }[]>`
    select course_id as id from lessons where id = ${freeLesson}`;

  return {
    people,
    course,
    freeLesson,
    idOf: (person) => (person === 'signed out' ? null : people[person].id),
    salon,
    archived,
    elsewhere,
    open,
    messageOf: (person) => messages.get(person) ?? 0,
  };
}

/** A course with a lesson of every kind and a draft; some follow it, one has left it. Gives the free lesson. */
async function school({ cast, database }: Stage, followers: readonly Member[], leaver: Member): Promise<string> {
  const course = await cast.course({ lessons: [{ free: true }, {}, { after: 10 }, { published: false }] });
  const draft = await cast.course({ published: false, lessons: [{ free: true }] });
  for (const { id } of [course, draft]) await cast.sql`update courses set slug = slug || '-bis' where id = ${id}`;
  const [free = ''] = course.lessons;
  for (const { id } of followers) {
    await database.asViewer(id, async (tx) => {
      await tx`select start_course(${course.id})`;
      await tx`select record_progress(${free}, 'complete', null, null, 'computer')`;
      await tx`insert into lesson_notes (user_id, lesson_id, content) values (${id}, ${free}, 'À retenir')`;
      if (id === leaver.id) await tx`select change_enrollment(${course.id}, 'leave')`;
    });
  }
  return free;
}
