/** A small cast for tests: a few members and salons, put straight into a database of the test's own. */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import postgres from 'postgres';

export type Member = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** Her sessions have just proven who she is (G06). */
  readonly proven?: boolean;
};
export type LessonOptions = {
  readonly free?: boolean;
  /** Days after the enrolment. */
  readonly after?: number;
  readonly published?: boolean;
  /** Seconds of video. */
  readonly video?: number;
  readonly content?: string;
};
export type Course = { readonly id: string; readonly slug: string; readonly lessons: readonly string[] };

export type Cast = {
  /** As the owner of the schema, acting as the system role: for arranging and for looking. */
  readonly sql: postgres.Sql;
  readonly member: (
    name: string,
    options?: { plan?: string; confirmed?: boolean; role?: string; proven?: boolean },
  ) => Promise<Member>;
  /** Given by the team: `premium`, `annuel` or `freemium`. */
  readonly plan: (member: Pick<Member, 'id'>, plan: string) => Promise<void>;
  readonly salon: (
    owner: Member,
    options?: { visibility?: string; active?: boolean; name?: string },
  ) => Promise<{ id: string; code: string }>;
  readonly join: (member: Member, salonId: string, role?: string) => Promise<void>;
  /** A course and its lessons in their order, each with a word of its own in what it says: `marqueur-<id>`. */
  readonly course: (options?: {
    published?: boolean;
    pillar?: number;
    title?: string;
    lessons?: readonly LessonOptions[];
  }) => Promise<Course>;
  /** A session as sign-in makes it; gives the Cookie header's value. */
  readonly session: (member: Member) => Promise<string>;
  readonly close: () => Promise<void>;
};

export function castIn(url: string): Cast {
  const sql = postgres(url, { max: 4, onnotice: () => {}, connection: { role: 'aurora_system' } });
  return {
    sql,
    async member(name, { plan = 'premium', confirmed = true, role = 'member', proven = false } = {}) {
      const email = `${name
        .toLowerCase()
        .normalize('NFD')
        .replace(/[^a-z]/g, '')}.${randomBytes(4).toString('hex')}@exemple.fr`;
      const [made] = await sql<{ id: string }[]>`
        insert into auth.users (email, email_confirmed_at) values (${email}, ${confirmed ? new Date() : null}) returning id`;
      if (!made) throw new Error('no member');
      await sql`
        update profiles set full_name = ${name}, app_role = ${role}, onboarding_completed = true where id = ${made.id}`;
      await this.plan(made, plan);
      return { id: made.id, name, email, proven };
    },
    async plan({ id }, plan) {
      await sql`delete from subscriptions where user_id = ${id}`;
      if (plan === 'freemium') return;
      await sql`
        insert into subscriptions (id, user_id, plan, status)
        values (${`offert_${randomUUID()}`}, ${id}, ${plan}, 'active')`;
    },
    async salon(owner, { visibility = 'public', active = true, name = `Salon ${randomUUID().slice(0, 8)}` } = {}) {
      const [made] = await sql<{ id: string; code: string }[]>`
        insert into salons (name, owner_id, share_code, visibility, is_active)
        values (${name}, ${owner.id}, random_share_code(), ${visibility}, ${active})
        returning id, share_code as code`;
      if (!made) throw new Error('no salon');
      await sql`insert into salon_members (salon_id, user_id, role) values (${made.id}, ${owner.id}, 'owner')`;
      return { id: made.id, code: made.code };
    },
    async join(member, salonId, role = 'member') {
      await sql`insert into salon_members (salon_id, user_id, role) values (${salonId}, ${member.id}, ${role})`;
    },
    async course({ published = true, pillar = 1, title = 'Un cours', lessons = [{ free: true }, {}] } = {}) {
      const slug = `cours-${randomBytes(4).toString('hex')}`;
      const [made] = await sql<{ id: string }[]>`
        insert into courses (title, slug, pillar_number, is_published)
        values (${title}, ${slug}, ${pillar}, ${published}) returning id`;
      if (!made) throw new Error('no course');
      const ids: string[] = [];
      for (const [index, lesson] of lessons.entries()) {
        const id = randomUUID();
        await sql`
          insert into lessons (id, course_id, slug, title, lesson_number, is_free, release_day_offset, is_published)
          values (${id}, ${made.id}, ${`lecon-${index + 1}`}, ${`Leçon numéro ${index + 1}`}, ${index + 1},
            ${lesson.free ?? false}, ${lesson.after ?? 0}, ${lesson.published ?? true})`;
        await sql`
          insert into lesson_contents (lesson_id, content, video, video_seconds)
          values (${id}, ${lesson.content ?? `## Le début\n\nmarqueur-${id}`},
            ${lesson.video ? 'essai/video/01' : null}, ${lesson.video ?? null})`;
        ids.push(id);
      }
      // As whoever publishes: the processes that keep the courses hear of it.
      await sql`select pg_notify('aurora50', gen_random_uuid() || ' courses:all')`;
      return { id: made.id, slug, lessons: ids };
    },
    async session(member) {
      const secret = `p${randomBytes(25).toString('hex')}`;
      const hash = createHash('sha256').update(secret).digest('hex');
      await sql`
        insert into auth.sessions (id, user_id, proven_at, expires_at)
        values (${hash}, ${member.id}, ${member.proven ? new Date() : null}, now() + interval '1 day')`;
      return `aurora_session=${secret}`;
    },
    close: () => sql.end(),
  };
}
