/** A member with something in every table that can name her: for what must find all of it, or leave none of it. */
import { randomBytes, randomUUID } from 'node:crypto';
import type { Cast, Member } from './cast';

const hash = () => randomBytes(32).toString('hex');

/** A member with something in every table that can name her; `kept` marks what she wrote, `foreign` what others did. */
export async function memberWithEverything(cast: Cast, name = 'Gisèle', marker = '') {
  const { sql } = cast;
  const her = await cast.member(name, { role: 'admin' });
  const other = await cast.member('Monique');
  const own = await cast.salon(her, { name: `Son salon ${hash().slice(0, 6)}` });
  const alone = await cast.salon(her, { name: 'Rien que pour elle' });
  const shared = await cast.salon(other);
  await cast.join(other, own.id);
  await cast.join(her, shared.id);
  await sql`
    insert into salon_bans (salon_id, user_id, reason, banned_by)
    values (${shared.id}, ${her.id}, 'Un motif', ${other.id}), (${own.id}, ${other.id}, 'Mon motif', ${her.id})`;
  await sql`
    insert into salon_requests (salon_id, user_id, words, answered_by)
    values (${shared.id}, ${her.id}, 'Ma demande', ${other.id}), (${own.id}, ${other.id}, 'La sienne', ${her.id})`;
  for (const [by, email] of [
    [her.id, 'amie@exemple.fr'],
    [other.id, her.email],
  ])
    await sql`
      insert into salon_invitations (salon_id, invited_by, email, token_hash)
      values (${shared.id}, ${by ?? null}, ${email ?? null}, ${hash()})`;
  const post = async (author: string, words: string, answers: number | null = null) => {
    const [made] = await sql<{ id: number }[]>`
      insert into chat_messages (salon_id, user_id, content, reply_to_id, client_key)
      values (${shared.id}, ${author}, ${words}, ${answers}, ${randomUUID()}) returning id::int`;
    return made?.id ?? 0;
  };
  const message = await post(her.id, `Mes mots à moi${marker}`);
  const answer = await post(other.id, 'Les mots de Monique', message);
  await sql`insert into message_reactions (message_id, user_id, emoji) values (${answer}, ${her.id}, 'coeur')`;
  await sql`insert into message_reactions (message_id, user_id, emoji) values (${message}, ${other.id}, 'coeur')`;
  await sql`insert into message_mentions (message_id, user_id, name) values (${answer}, ${her.id}, 'Gisèle')`;
  await sql`
    insert into presence_leases (connection, salon_id, user_id, expires_at)
    values (${randomUUID()}, ${shared.id}, ${her.id}, now() + interval '1 minute')`;
  await sql`insert into blocks (blocker_id, blocked_id) values (${her.id}, ${other.id}), (${other.id}, ${her.id})`;
  await sql`
    insert into reports (reporter_id, reported_id, reason)
    values (${her.id}, ${other.id}, 'Mon signalement'), (${other.id}, ${her.id}, 'Celui de Monique')`;
  await sql`
    insert into dismissed_suggestions (user_id, member_id) values (${her.id}, ${other.id}), (${other.id}, ${her.id})`;
  await sql`insert into user_activities (user_id, type, title) values (${her.id}, 'correction', 'Un acte')`;
  await sql`insert into user_stats (user_id) values (${her.id})`;
  await sql`insert into user_achievements (user_id, badge_id, title) values (${her.id}, 'sien', 'Son badge')`;
  await sql`insert into play_choices (user_id, is_ranked) values (${her.id}, true)`;
  await sql`insert into play_rests (user_id, from_day) values (${her.id}, '2026-01-02')`;
  await sql`
    insert into rankings (user_id, rank, points, week_rank, week_points, computed_at) values (${her.id}, 1, 0, 1, 0, now())`;
  await sql`select add_notice(${her.id}, 'badge', 'mien', said => 'Son badge')`;
  await sql`insert into notice_refusals (user_id, kind) values (${her.id}, 'badge')`;
  await sql`
    insert into moderation_decisions (subject_id, outcome, rule, reason, by_salon, decided_by)
    values (${her.id}, 'warned', 'egards', 'Un avertissement', false, ${other.id})`;
  await sql`insert into mail_rhythms (user_id) values (${her.id})`;
  await sql`insert into mail_marks (user_id, salon_id, seq) values (${her.id}, ${shared.id}, 1)`;
  await sql`insert into profile_views (viewer_id, viewed_id, day) values (${her.id}, ${other.id}, '2026-11-27')`;
  await sql`
    insert into pictures (name, folder, user_id, width, height)
    values (${hash().slice(0, 25)}, 'avatars', ${her.id}, 400, 400)`;
  await learning(cast, her);
  await signedIn(cast, her);
  await written(cast, her);
  await paid(cast, her);
  await sql`
    insert into trials (address_hash, user_id, ends_at)
    values (${randomBytes(32).toString('base64url')}, ${her.id}, now() + interval '1 day')`;
  await sql`insert into consents (user_id, purpose, version) values (${her.id}, 'compte', '2026-11')`;
  await sql`
    insert into erasures (user_id, reference, keeps_messages, keeps_certificates, due_at)
    values (${her.id}, ${`E-2026-${hash().slice(0, 10).toUpperCase()}`}, false, false, now() + interval '7 days')`;
  await sql`insert into exports (user_id) values (${her.id})`;
  await sql`insert into idle_accounts (user_id, first_told_at) values (${her.id}, now())`;
  await sql`
    insert into brought_rows (user_id, of_table, place, data)
    values (${her.id}, 'public.salon_requests', 0, ${sql.json({ words: `Apporté d’ailleurs${marker}` })})`;
  await sql`insert into audit_log (actor_id, subject_id, action) values (${other.id}, ${her.id}, 'mail_history')`;
  await sql`insert into audit_log (actor_id, subject_id, action) values (${her.id}, ${other.id}, 'mail_history')`;
  return { her, other, own, alone, shared, message, answer };
}

async function learning(cast: Cast, { id, name }: Member): Promise<void> {
  const { sql } = cast;
  const course = await cast.course();
  const [lesson = ''] = course.lessons;
  await sql`insert into enrollments (user_id, course_id) values (${id}, ${course.id})`;
  await sql`insert into user_lesson_progress (user_id, lesson_id) values (${id}, ${lesson})`;
  await sql`insert into user_progress_history (user_id, course_id, kind) values (${id}, ${course.id}, 'enrolled')`;
  await sql`insert into lesson_notes (user_id, lesson_id, content) values (${id}, ${lesson}, 'Ma note')`;
  await sql`
    insert into certificates (user_id, course_id, member_name, course_title, course_summary, course_slug, pillar_number,
      lesson_count, minutes, started_at, completed_at)
    values (${id}, ${course.id}, ${name}, 'Un cours', '', ${course.slug}, 1, 2, 20, now() - interval '1 day', now())`;
}

async function signedIn({ sql }: Cast, her: Member): Promise<void> {
  const [session] = await sql<{ handle: string }[]>`
    insert into auth.sessions (id, user_id, expires_at) values (${hash()}, ${her.id}, now() + interval '1 day')
    returning handle`;
  const handle = session?.handle ?? '';
  await sql`insert into auth.proof_codes (session, hash, expires_at) values (${handle}, ${hash()}, now())`;
  await sql`
    insert into auth.session_transfers (session, user_id, link_hash, code_hash, expires_at)
    values (${handle}, ${her.id}, ${hash()}, ${hash()}, now())`;
  await sql`insert into auth.suspensions (user_id, reason, lifted_at) values (${her.id}, 'Une raison', now())`;
  await sql`insert into auth.devices (user_id, hash) values (${her.id}, ${hash()})`;
  await sql`insert into auth.recovery_codes (user_id, hash) values (${her.id}, ${hash()})`;
  await sql`insert into auth.tokens (hash, user_id, purpose, expires_at) values (${hash()}, ${her.id}, 'reset', now())`;
  await sql`
    insert into auth.tokens (hash, email, purpose, expires_at) values (${hash()}, ${her.email}, 'invitation', now())`;
  await sql`
    insert into auth.waits (hash, purpose, email, made_user_id, expires_at)
    values (${hash()}, 'sign_in', ${her.email}, ${her.id}, now())`;
  await sql`
    insert into auth.oauth_accounts (provider, subject, user_id, email)
    values ('google', ${hash()}, ${her.id}, ${her.email})`;
  await sql`
    insert into auth.oauth_arrivals (hash, provider, subject, email, stays, expires_at)
    values (${hash()}, 'github', ${hash()}, ${her.email}, false, now())`;
  await sql`
    insert into auth.address_changes (user_id, old_email, new_email, confirm_hash, stop_hash, expires_at)
    values (${her.id}, ${her.email}, 'ailleurs@exemple.fr', ${hash()}, ${hash()}, now())`;
}

async function paid({ sql }: Cast, her: Member): Promise<void> {
  const customer = `cus_${hash()}`;
  await sql`insert into stripe_customers (id, user_id, livemode) values (${customer}, ${her.id}, false)`;
  await sql`
    insert into subscriptions (id, user_id, customer_id, plan, status)
    values (${`sub_${hash()}`}, ${her.id}, ${customer}, 'annuel', 'active')`;
  await sql`
    insert into invoices (id, customer_id, user_id, livemode, status, currency, total_cents, paid_cents, created_at)
    values (${`in_${hash()}`}, ${customer}, ${her.id}, false, 'paid', 'eur', 47000, 47000, now())`;
}

async function written({ sql }: Cast, her: Member): Promise<void> {
  await sql`insert into outbox (template, props, user_id) values ('welcome', '{"name":"Secret de Monique"}', ${her.id})`;
  await sql`insert into outbox (template, props, email) values ('invitation', '{}', ${her.email})`;
  await sql`insert into mail_stops (email, reason, stopped_at) values (${her.email}, 'complaint', now())`;
  await sql`select wish_on_list(${her.email}, 'members', true)`;
}
