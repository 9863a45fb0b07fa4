/** U04, M06: one certificate and one letter, whoever posts how often; nothing of it changes afterwards. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { awardCertificate, isGenuine, sealed } from '~/certificates/commands';
import { certificateBehind, certificatesOf, renewCertificate, revokeCertificate } from '~/certificates/queries';
import type { Certificate } from '~/certificates/rules';
import { type Config, parseConfig } from '~/config';
import type { Course, Member } from '../support/cast';
import { attempt, type Stage, stage } from '../support/policies';

let the: Stage;
let config: Config;
beforeAll(async () => {
  the = await stage();
  const dataDir = mkdtempSync(path.join(tmpdir(), 'aurora50-certificates-'));
  config = parseConfig({ ORIGIN: 'https://aurora50.fr', DATA_DIR: dataDir, DEMO: '0', NODE_ENV: 'test' }, '/');
});
afterAll(() => the.close());

const site = () => ({ database: the.database, config });

/** As the completion verb does it: the last lesson, and what it earns, in one transaction. */
function complete(member: Member, course: Course, lesson: string) {
  return the.database.asViewer(member.id, async (tx) => {
    const [step] = await tx<{ courseFinished: boolean }[]>`
      select course_finished from record_progress(${lesson}, 'complete', null, null, 'phone')`;
    return step?.courseFinished ? awardCertificate(tx, member, course.id) : null;
  });
}

async function finish(member: Member, title = 'Un cours'): Promise<{ course: Course; id: string }> {
  const course = await the.cast.course({ title, lessons: [{ free: true }, {}] });
  await the.database.asViewer(member.id, (tx) => tx`select start_course(${course.id})`);
  const [first = '', last = ''] = course.lessons;
  expect(await complete(member, course, first)).toBeNull();
  return { course, id: (await complete(member, course, last)) ?? '' };
}

const behind = (id: string, viewer: string | null = null) =>
  the.database.asViewer(viewer, (tx) => certificateBehind(tx, id));
const lettersTo = (member: Member) =>
  the.cast.sql<{ key: string; props: { course: string; path: string; name: string } }[]>`
    select key, props from outbox where user_id = ${member.id} and template = 'courseFinished'`;

describe('finishing a course', () => {
  test('gives one certificate with what was true at that moment, and one letter that leads to it', async () => {
    const anne = await the.cast.member('Anne Petit');
    const { course, id } = await finish(anne, 'Le jardin');
    const found = await behind(id);
    expect(found).toMatchObject({
      memberName: 'Anne Petit',
      courseTitle: 'Le jardin',
      courseSlug: course.slug,
      lessonCount: 2,
      minutes: 30,
      isMine: false,
      myName: null,
      revokedAt: null,
    });
    expect(found && found.startedAt <= found.completedAt).toBe(true);
    const letters = await lettersTo(anne);
    expect(letters.map(({ props }) => props)).toEqual([
      { name: 'Anne Petit', course: 'Le jardin', path: `/attestations/${id}`, pillar: expect.any(Number) },
    ]);
  });

  test('fifty times at once is finishing it once', async () => {
    const anne = await the.cast.member('Anne');
    const course = await the.cast.course({ lessons: [{ free: true }] });
    await the.database.asViewer(anne.id, (tx) => tx`select start_course(${course.id})`);
    const [lesson = ''] = course.lessons;
    const ids = await Promise.all(Array.from({ length: 50 }, () => complete(anne, course, lesson)));
    expect(ids.filter(Boolean)).toHaveLength(1);
    // Nor does asking for it directly, as often as one likes.
    const asked = await Promise.all(
      Array.from({ length: 20 }, () => the.database.asViewer(anne.id, (tx) => awardCertificate(tx, anne, course.id))),
    );
    expect(new Set(asked)).toEqual(new Set(ids.filter(Boolean)));
    expect(await the.cast.sql`select from certificates where user_id = ${anne.id}`).toHaveLength(1);
    expect(await lettersTo(anne)).toHaveLength(1);
  });

  test('whose transaction is undone has given nothing', async () => {
    const anne = await the.cast.member('Anne');
    const course = await the.cast.course({ lessons: [{ free: true }] });
    await the.database.asViewer(anne.id, (tx) => tx`select start_course(${course.id})`);
    const undone = the.database.asViewer(anne.id, async (tx) => {
      await tx`select record_progress(${course.lessons[0] ?? ''}, 'complete', null, null, 'phone')`;
      await awardCertificate(tx, anne, course.id);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await the.cast.sql`select from certificates where user_id = ${anne.id}`).toHaveLength(0);
    expect(await lettersTo(anne)).toHaveLength(0);
  });

  test('gives nothing to whoever has not finished, nor for somebody else’s course', async () => {
    const [anne, paul] = [await the.cast.member('Anne'), await the.cast.member('Paul')];
    const { course } = await finish(anne);
    for (const id of [course.id, crypto.randomUUID()]) {
      expect(await the.database.asViewer(paul.id, (tx) => awardCertificate(tx, paul, id))).toBeNull();
    }
    await expect(the.database.asViewer(null, (tx) => awardCertificate(tx, paul, course.id))).rejects.toMatchObject({
      code: 'unauthenticated',
    });
  });

  test('is not undone by beginning again, by a lesson that comes later, by another title or another name', async () => {
    const anne = await the.cast.member('Anne');
    const { course, id } = await finish(anne, 'Le jardin');
    const before = await behind(id);
    const [first = ''] = course.lessons;
    await the.database.asViewer(anne.id, (tx) => tx`select record_progress(${first}, 'restart', null, null, 'phone')`);
    expect(await complete(anne, course, first)).toBeNull();
    await the.cast.sql`update courses set title = 'Autre chose' where id = ${course.id}`;
    await the.cast.sql`update profiles set full_name = 'Anna' where id = ${anne.id}`;
    expect(await behind(id)).toEqual(before);
    expect(await lettersTo(anne)).toHaveLength(1);
  });
});

describe('what was issued', () => {
  let anne: Member;
  let id: string;
  beforeAll(async () => {
    anne = await the.cast.member('Anne');
    ({ id } = await finish(anne));
  });

  test('is changed by nobody, the system included', async () => {
    for (const change of [
      "member_name = 'Autre'",
      "course_title = 'Autre'",
      'lesson_count = 9',
      'completed_at = now()',
      'status_index = default',
      `user_id = '${crypto.randomUUID()}'`,
    ]) {
      await expect(the.cast.sql.unsafe(`update certificates set ${change} where id = '${id}'`)).rejects.toThrow();
    }
    expect((await attempt(the.database, anne.id, "update certificates set member_name = 'x'")).outcome).toBe('denied');
  });

  test('is signed once: whoever looks at once gets the same, and it stays', async () => {
    const certificate = (await behind(id)) as Certificate;
    const looks = await Promise.all(Array.from({ length: 5 }, () => sealed(site(), certificate)));
    expect(new Set(looks.map(({ credential }) => JSON.stringify(credential))).size).toBe(1);
    for (const { keep } of looks) await keep?.();
    const kept = (await behind(id)) as Certificate;
    // A process with another key finds what the first one signed.
    const other = { ...site(), config: { ...config, attestationSeed: new Uint8Array(32).fill(1) } };
    const again = await sealed(other, kept);
    expect([again.keep, JSON.stringify(again.credential)]).toEqual([null, JSON.stringify(looks[0]?.credential)]);
    // And still knows it for one of ours.
    expect(await isGenuine(other, kept, again.credential)).toBe(true);
    await expect(the.cast.sql`update certificates set credential = '{}' where id = ${id}`).rejects.toThrow();
  });

  test('is believed only as long as the row says what was signed', async () => {
    const certificate = (await behind(id)) as Certificate;
    const { credential } = await sealed(site(), certificate);
    expect(await isGenuine(site(), certificate, credential)).toBe(true);
    for (const change of [
      { memberName: 'Autre' },
      { courseTitle: 'Autre' },
      { lessonCount: 3 },
      { completedAt: new Date(0) },
    ]) {
      expect(await isGenuine(site(), { ...certificate, ...change }, credential)).toBe(false);
    }
    const forger = { ...site(), config: { ...config, attestationSeed: new Uint8Array(32).fill(99) } };
    const forged = await sealed(forger, { ...certificate, credential: null });
    expect(await isGenuine(site(), certificate, forged.credential)).toBe(false);
  });
});

describe('another name', () => {
  test('makes it again, once, with the same dates; the old one is revoked and leads nobody to the new one', async () => {
    const anne = await the.cast.member('Anne Petit');
    const { course, id } = await finish(anne);
    const renew = () => the.database.asViewer(anne.id, (tx) => renewCertificate(tx, id));
    expect(await renew()).toBeNull();
    await the.cast.sql`update profiles set full_name = 'Anne Grand' where id = ${anne.id}`;
    const made = (await Promise.all(Array.from({ length: 8 }, renew))).filter(Boolean);
    expect(made).toHaveLength(1);
    const [old, present] = [await behind(id), await behind(String(made[0]))];
    expect(old).toMatchObject({ reason: 'replaced', successor: null });
    expect(present).toMatchObject({ memberName: 'Anne Grand', revokedAt: null, completedAt: old?.completedAt });
    expect(await behind(id, anne.id)).toMatchObject({ successor: made[0], isMine: true });
    const own = await the.database.asViewer(anne.id, (tx) => certificatesOf(tx, anne.id));
    expect(own.map((line) => line.id)).toEqual(made);
    // What she has is hers: finishing again gives no third one.
    expect(await the.database.asViewer(anne.id, (tx) => awardCertificate(tx, anne, course.id))).toBe(made[0]);
    expect(await lettersTo(anne)).toHaveLength(1);
  });

  test('is nobody else’s to ask for, nor once it was taken back', async () => {
    const [anne, paul] = [await the.cast.member('Anne'), await the.cast.member('Paul')];
    const { id } = await finish(anne);
    expect(await the.database.asViewer(paul.id, (tx) => renewCertificate(tx, id))).toBeNull();
    await the.database.systemStatement((tx) => revokeCertificate(tx, id, 'fraud'));
    await the.cast.sql`update profiles set full_name = 'Anna' where id = ${anne.id}`;
    expect(await the.database.asViewer(anne.id, (tx) => renewCertificate(tx, id))).toBeNull();
  });
});

test('a member’s erasure takes her certificates with her, and leaves the revoked bit without a name (P02)', async () => {
  const anne = await the.cast.member('Anne');
  const { id } = await finish(anne);
  const found = await behind(id);
  await the.database.systemStatement((tx) => revokeCertificate(tx, id, 'error'));
  await the.owner`delete from auth.users where id = ${anne.id}`;
  expect(await behind(id)).toBeNull();
  const bits = await the.cast.sql`select from certificate_revocations where status_index = ${found?.statusIndex ?? -1}`;
  expect(bits).toHaveLength(1);
});

test('nobody lists the certificates of others, nor guesses their bits backwards', async () => {
  const [anne, paul] = [await the.cast.member('Anne'), await the.cast.member('Paul')];
  await finish(anne);
  const seen = await the.database.asViewer(paul.id, (tx) => tx`select from certificates where user_id <> ${paul.id}`);
  expect(seen).toHaveLength(0);
});
