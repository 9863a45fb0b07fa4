/** Contract 1, for every address there is. */
import { beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '~/db';
import { unsubscribeToken } from '~/mailer/unsubscribe';
import { href, methodsOf, type Place, places, rowOf } from '~/urls';
import type { Audience } from '~/urls/row';
import { at, LEAST, opened, posted, said } from '../support/addresses';
import type { Member } from '../support/cast';
import { certificateFor } from '../support/certificates';
import { known } from '../support/courses';
import type { Visitor } from '../support/server';
import { openSite } from '../support/site';

/** Of letters: here without one, so they are gone. */
const LINKS: readonly Place[] = [
  'sessionTransferLink',
  'confirmNewAddress',
  'takeBackAddress',
  'signInLink',
  'newPassword',
  'confirmAddress',
  // Without METRICS_TOKEN it is not there.
  'metrics',
  // A picture that nobody has sent, a payment that nobody has made, an erasure that there never was.
  'storedPicture',
  'paymentReturn',
  'invitation',
  'invitationPicture',
  'erasureReceipt',
  'erasureReceiptJson',
];
/** Lead to where one begins: Anne has no plan that she pays, and has sent no picture. */
const LEADS: Readonly<Partial<Record<Place, string>>> = {
  changePlan: href('plans'),
  withdrawPlan: href('plans'),
  pictureDraft: href('picture', { image: 'photo' }),
  salonPictureDraft: rowOf('salonSettings').pattern,
};
/** Nobody who is in, and confirmed, comes in again. */
const SIGN_IN: readonly Place[] = ['signIn', 'signUp', 'address', 'arrival', 'waiting', 'signInLetter'];
/** `other-sign-in.test.ts`; the lesson here has no film: `courses-video.test.ts`; nobody reports herself: `members-reports.test.ts`. */
const ELSEWHERE: readonly Place[] = ['providerReturn', 'providerSignUp', 'lessonVideo', 'reportMessage'];
/** Asks for the old password where there is one; Anne has none. */
const asksForProof = (place: Place) => rowOf(place).get === 'proven' || place === 'password';
const isOpen = (who: Audience | undefined) => who === 'anyone' || who === 'machine';
const isForSome = (who: Audience | undefined) => /author|team|admin|workshop/.test(who ?? '');

const site = openSite();
let anne: Member;
let asAnne: Visitor;
/** Anne's own salon with a message of hers. */
let mine: { id: string; code: string };
let message: string;
/** Anne's. */
let attestation: string;
/** What a letter to Anne would carry. */
let jeton: string;
/** Anne follows it. */
let cours: string;
/** Of a message in Anne's salon, and a decision about her. */
let signalement: string;
let decision: string;

beforeAll(async () => {
  const { cast } = site;
  anne = await cast.member('Anne');
  const paul = await cast.member('Paul');
  mine = await cast.salon(anne);
  message = await said(site, anne, mine.id);
  attestation = await certificateFor(cast, anne);
  asAnne = await site.as(anne);
  const database = openDatabase(site.url);
  jeton = await unsubscribeToken(database, { userId: anne.id }, 'mention');
  await database.close();
  const course = await cast.course();
  cours = course.slug;
  await known(site, cours);
  await asAnne.post(href('startCourse'), { cours });
  [signalement, decision] = await judged(paul);
});

async function judged(paul: Member): Promise<[string, string]> {
  const { sql } = site.cast;
  const [report] = await sql<{ id: string }[]>`
    insert into reports (reported_id, reason, salon_id) values (${paul.id}, 'Un motif', ${mine.id}) returning id`;
  const [made] = await sql<{ id: string }[]>`
    insert into moderation_decisions (subject_id, outcome, rule, reason, by_salon)
    values (${anne.id}, 'warned', 'egards', 'Un motif', false) returning id`;
  return [String(report?.id), String(made?.id)];
}

const here = (place: Place) =>
  at(place, {
    salon: mine.id,
    message,
    code: mine.code,
    attestation,
    liste: '1',
    cours,
    numero: '1',
    jeton,
    membre: anne.id,
    image: 'photo',
    signalement,
    decision,
  });

describe('signed out', () => {
  test.each(opened.filter((place) => !isOpen(rowOf(place).get) && place !== 'salonStream'))(
    'GET %s leads to sign-in and back',
    async (place) => {
      const answer = await site.stranger().get(here(place));
      expect(answer.status).toBe(303);
      expect(answer.headers.get('location')).toBe(href('signIn', {}, { retour: here(place) }));
    },
  );

  test('the stream, which is no page, says 401', async () => {
    expect((await site.stranger().get(here('salonStream'))).status).toBe(401);
  });

  test('the query comes back too', async () => {
    const answer = await site.stranger().get(`${here('salon')}?message=7&avant=3`);
    const to = new URL(answer.headers.get('location') ?? '', site.origin);
    expect(to.searchParams.get('retour')).toBe(`${here('salon')}?message=7&avant=3`);
  });

  test.each(posted.filter((place) => !isOpen(rowOf(place).post)))('POST %s leads to sign-in', async (place) => {
    const answer = await site.stranger().post(here(place), LEAST[place] ?? {});
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toMatch(/^\/connexion\?retour=%2F/);
  });

  test('a POST whose address is no page comes back to the page it was sent from', async () => {
    const back = `${here('salon')}?avant=9`;
    const answer = await site.stranger().post(here('messages'), {}, { Referer: site.origin + back });
    expect(answer.headers.get('location')).toBe(href('signIn', {}, { retour: back }));
  });

  test('the way back from a provider leads on: nobody has gone there', async () => {
    expect((await site.stranger().get(href('providerReturn'))).status).toBe(400);
    const answer = await site.stranger().get(href('providerSignUp'));
    expect([answer.status, answer.headers.get('location')]).toEqual([303, href('signIn')]);
  });

  test.each(opened.filter((place) => isOpen(rowOf(place).get) && !ELSEWHERE.includes(place)))(
    'GET %s is open',
    async (place) => {
      expect((await site.stranger().get(here(place))).status).toBe(LINKS.includes(place) ? 404 : 200);
    },
  );
});

describe('signed in', () => {
  const others = (place: Place) =>
    [...ELSEWHERE, ...SIGN_IN].includes(place) || place in LEADS || rowOf(place).kind === 'stream';
  test.each(opened.filter((place) => !others(place) && !asksForProof(place) && !isForSome(rowOf(place).get)))(
    'GET %s answers, and is never kept by a cache',
    async (place) => {
      const answer = await asAnne.get(here(place));
      expect(answer.status).toBe(LINKS.includes(place) ? 404 : 200);
      if (rowOf(place).module !== null && place !== 'serviceWorker')
        expect(answer.headers.get('cache-control')).toBe('private, no-store');
      if (rowOf(place).kind === 'page') expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    },
  );

  test.each(Object.entries(LEADS) as [Place, string][])('GET %s leads to where one begins', async (place, where) => {
    const answer = await asAnne.get(here(place));
    expect([answer.status, answer.headers.get('location')?.split('?')[0]]).toEqual([
      303,
      where.replace(':salon', mine.id),
    ]);
  });

  test.each(opened.filter(asksForProof))('GET %s asks for a fresh proof first, and comes back', async (place) => {
    const answer = await asAnne.get(here(place));
    expect([answer.status, answer.headers.get('location')]).toEqual([303, href('proof', {}, { retour: here(place) })]);
  });

  test.each(['signIn', 'signUp'] as const)('GET %s leads on, for nobody signs in twice', async (place) => {
    const answer = await asAnne.get(`${here(place)}?retour=/salons`);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/salons']);
  });

  test.each(opened.filter((place) => isForSome(rowOf(place).get)))(
    'GET %s is not there for a member',
    async (place) => {
      expect((await asAnne.get(here(place))).status).toBe(404);
    },
  );

  test.each(posted.filter((place) => isForSome(rowOf(place).post)))(
    'POST %s is not there for a member',
    async (place) => {
      expect((await asAnne.post(here(place), {})).status).toBe(404);
    },
  );

  test.each(opened.filter((place) => rowOf(place).kind !== 'stream'))(
    'HEAD %s answers as GET does, without a body',
    async (place) => {
      const Cookie = asAnne.cookie();
      const head = await fetch(site.origin + here(place), { method: 'HEAD', headers: { Cookie }, redirect: 'manual' });
      const get = await asAnne.get(here(place));
      expect(head.status).toBe(get.status);
      expect(await head.text()).toBe('');
    },
  );
});

describe('however it is spelt', () => {
  // React Router finds a page under more spellings than our table does: the row stands before it all the same.
  const spellings = (path: string) => [path.toUpperCase(), path.replace('a', '%61')];

  test.each([...opened, ...posted].filter((place) => isForSome(rowOf(place).get ?? rowOf(place).post)))(
    '%s is not there for a member, nor open to strangers',
    async (place) => {
      for (const path of spellings(here(place))) {
        if (rowOf(place).get) {
          expect([path, (await asAnne.get(path)).status]).toEqual([path, 404]);
          expect([path, (await site.stranger().get(path)).status]).toEqual([path, 303]);
        }
        if (!rowOf(place).post) continue;
        expect([path, (await asAnne.post(path, {})).status]).toEqual([path, 404]);
        expect([path, (await site.stranger().post(path, {})).status]).toEqual([path, 303]);
      }
    },
  );
});

describe('not this method', () => {
  test.each(places)('%s', async (place) => {
    const allowed = methodsOf(here(place))?.join(', ') ?? '';
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND']) {
      if (allowed.split(', ').includes(method)) continue;
      const answer = await fetch(site.origin + here(place), { method, headers: { Origin: site.origin } });
      expect([method, answer.status, answer.headers.get('allow')]).toEqual([method, 405, allowed]);
      expect(answer.headers.get('x-request-id')).not.toBeNull();
      await answer.text();
    }
  });
});
