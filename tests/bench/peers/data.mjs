/** What both programs ask of the database. Every statement is prepared: `pg` keeps one with a name on its connection. */
import { createHash } from 'node:crypto';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10, options: '-c search_path=peers' });

async function rowsOf(name, text, values) {
  const { rows } = await pool.query({ name, text, values });
  return rows;
}

/** The member whose session the cookie names; null: nobody is signed in. */
export async function userOf(cookie = '') {
  const secret = /(?:^|;\s*)aurora_session=([a-z0-9]+)/.exec(cookie)?.[1];
  if (!secret) return null;
  const [user] = await rowsOf(
    'user',
    `select u.id, u.name
     from sessions s
     join users u on u.id = s.user_id
     where s.id = $1 and s.expires_at > now()`,
    [createHash('sha256').update(secret).digest('hex')],
  );
  return user ?? null;
}

/** Null: no such room, or she is not a member of it. */
export async function roomFor(userId, roomId) {
  const [room] = await rowsOf(
    'room',
    `select r.id, r.name, r.description, r.category, r.city, r.member_count, m.role, m.last_read_id
     from rooms r
     join members m on m.room_id = r.id and m.user_id = $1
     where r.id = $2`,
    [userId, roomId],
  );
  return room ?? null;
}

/** The newest fifty, oldest first, with author, quoted message and reactions. */
export async function messagesOf(roomId) {
  return rowsOf(
    'messages',
    `select *
     from (
       select
         m.id, m.content, m.created_at, m.user_id, u.name as author,
         q.id as quoted_id, left(q.content, 160) as quoted_text, qu.name as quoted_author,
         (
           select json_agg(json_build_array(r.emoji, ru.name) order by r.created_at)
           from reactions r
           join users ru on ru.id = r.user_id
           where r.message_id = m.id
         ) as reactions
       from messages m
       join users u on u.id = m.user_id
       left join messages q on q.id = m.reply_to_id
       left join users qu on qu.id = q.user_id
       where m.room_id = $1
       order by m.id desc
       limit 50
     ) newest
     order by id`,
    [roomId],
  );
}

export async function roomsOf(userId) {
  return rowsOf(
    'rooms',
    `select
       r.id, r.name, r.description, r.category, r.city, r.member_count, o.name as owner_name, m.role,
       (select count(*) from messages c where c.room_id = r.id and c.created_at >= current_date)::int as today,
       (
         select count(*)
         from (select from messages c where c.room_id = r.id and c.id > m.last_read_id and c.user_id <> $1 limit 100) n
       )::int as unread
     from members m
     join rooms r on r.id = m.room_id
     join users o on o.id = r.owner_id
     where m.user_id = $1
     order by r.name`,
    [userId],
  );
}

export async function otherRooms(userId) {
  return rowsOf(
    'other-rooms',
    `select
       r.id, r.name, r.description, r.category, r.city, r.member_count, o.name as owner_name,
       (select count(*) from messages c where c.room_id = r.id and c.created_at >= current_date)::int as today
     from rooms r
     join users o on o.id = r.owner_id
     where r.visibility = 'public'
       and not exists (select from members m where m.room_id = r.id and m.user_id = $1)
     order by r.message_count desc, r.name
     limit 60`,
    [userId],
  );
}

/** Undefined: she is not a member of this room. */
export async function postMessage(userId, roomId, text) {
  const [message] = await rowsOf(
    'post',
    `insert into messages (room_id, user_id, content)
     select room_id, user_id, $3 from members where room_id = $2 and user_id = $1
     returning id, created_at`,
    [userId, roomId, text],
  );
  return message;
}

export async function markRead(userId, roomId, messageId) {
  await rowsOf(
    'read',
    'update members set last_read_id = $3 where room_id = $2 and user_id = $1 and last_read_id < $3',
    [userId, roomId, messageId],
  );
}
