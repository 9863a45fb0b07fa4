/** Contract 1, for every address there is. */
import { beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '~/db';
import { unsubscribeToken } from '~/mailer/unsubscribe';
import { href, type Place, patterns } from '~/urls';
import type { Member } from '../support/cast';
import { certificateFor } from '../support/certificates';
import { known } from '../support/courses';
import type { Visitor } from '../support/server';
import { openSite, withoutTokens } from '../support/site';

type Row = {
  readonly methods: 'GET' | 'POST' | 'both';
  readonly who: 'anyone' | 'members';
  /** What a member who posts the least that makes sense is answered. */
  readonly form?: Readonly<Record<string, string>>;
};

/** A new address without a row does not compile, and fails below. */
const ADDRESSES: Readonly<Record<Place, Row>> = {
  home: { methods: 'GET', who: 'anyone' },
  signUp: { methods: 'both', who: 'anyone' },
  signIn: { methods: 'both', who: 'anyone' },
  address: { methods: 'both', who: 'anyone' },
  arrival: { methods: 'GET', who: 'anyone' },
  waiting: { methods: 'both', who: 'anyone' },
  signInLetter: { methods: 'both', who: 'anyone' },
  signInLink: { methods: 'both', who: 'anyone' },
  signInCode: { methods: 'POST', who: 'anyone' },
  signOut: { methods: 'POST', who: 'anyone' },
  forgottenPassword: { methods: 'both', who: 'anyone' },
  resetCode: { methods: 'POST', who: 'anyone' },
  newPassword: { methods: 'both', who: 'anyone' },
  confirmAddress: { methods: 'both', who: 'anyone' },
  sendConfirmation: { methods: 'POST', who: 'anyone' },
  salons: { methods: 'GET', who: 'members' },
  newSalon: { methods: 'both', who: 'members' },
  joinByCode: { methods: 'POST', who: 'members' },
  salon: { methods: 'GET', who: 'members' },
  salonStream: { methods: 'GET', who: 'members' },
  salonLive: { methods: 'GET', who: 'members' },
  salonMembers: { methods: 'GET', who: 'members' },
  salonMembership: { methods: 'POST', who: 'members' },
  leaveSalon: { methods: 'both', who: 'members' },
  readingMark: { methods: 'POST', who: 'members' },
  typing: { methods: 'POST', who: 'members' },
  messages: { methods: 'POST', who: 'members', form: { texte: 'bonjour' } },
  message: { methods: 'both', who: 'members', form: { texte: 'bonjour' } },
  deleteMessage: { methods: 'both', who: 'members' },
  reactions: { methods: 'POST', who: 'members', form: { emoji: 'coeur' } },
  shareLink: { methods: 'both', who: 'anyone' },
  comfort: { methods: 'POST', who: 'anyone' },
  settings: { methods: 'both', who: 'members' },
  displaySettings: { methods: 'GET', who: 'members' },
  presenceSettings: { methods: 'GET', who: 'members' },
  presence: { methods: 'POST', who: 'members', form: { statut: 'auto' } },
  password: { methods: 'both', who: 'members' },
  devices: { methods: 'GET', who: 'members' },
  closeOtherDevices: { methods: 'POST', who: 'members' },
  closeDevice: { methods: 'POST', who: 'members' },
  mailSettings: { methods: 'both', who: 'members' },
  emailSettings: { methods: 'both', who: 'members' },
  sessionTransfer: { methods: 'both', who: 'members' },
  accessCard: { methods: 'both', who: 'members' },
  sessionTransferCode: { methods: 'both', who: 'anyone' },
  sessionTransferLink: { methods: 'both', who: 'anyone' },
  cardSignIn: { methods: 'both', who: 'anyone' },
  lostKeys: { methods: 'GET', who: 'anyone' },
  linkedAccounts: { methods: 'GET', who: 'members' },
  unlinkAccount: { methods: 'POST', who: 'members' },
  provider: { methods: 'POST', who: 'anyone' },
  providerReturn: { methods: 'GET', who: 'anyone' },
  providerSignUp: { methods: 'both', who: 'anyone' },
  pendingPost: { methods: 'both', who: 'members' },
  confirmNewAddress: { methods: 'both', who: 'anyone' },
  takeBackAddress: { methods: 'both', who: 'anyone' },
  proof: { methods: 'both', who: 'members' },
  proofCode: { methods: 'POST', who: 'members' },
  ensureProfile: { methods: 'POST', who: 'members' },
  courses: { methods: 'GET', who: 'anyone' },
  course: { methods: 'GET', who: 'anyone' },
  startCourse: { methods: 'POST', who: 'members' },
  leaveCourse: { methods: 'both', who: 'members' },
  pauseCourse: { methods: 'POST', who: 'members' },
  lesson: { methods: 'GET', who: 'anyone' },
  lessonProgress: { methods: 'POST', who: 'members', form: { position: '5', secondes: '5' } },
  finishLesson: { methods: 'POST', who: 'members' },
  lessonNote: { methods: 'POST', who: 'members', form: { note: 'à revoir' } },
  lessonVideo: { methods: 'GET', who: 'anyone' },
  myCourses: { methods: 'GET', who: 'members' },
  help: { methods: 'GET', who: 'anyone' },
  houseRules: { methods: 'GET', who: 'anyone' },
  accessibility: { methods: 'GET', who: 'anyone' },
  privacy: { methods: 'GET', who: 'anyone' },
  terms: { methods: 'GET', who: 'anyone' },
  legal: { methods: 'GET', who: 'anyone' },
  offline: { methods: 'GET', who: 'anyone' },
  unsubscribe: { methods: 'both', who: 'anyone' },
  unsubscribeAll: { methods: 'POST', who: 'anyone' },
  subscribeAgain: { methods: 'POST', who: 'anyone' },
  brevoWebhook: { methods: 'POST', who: 'anyone' },
  admin: { methods: 'GET', who: 'members' },
  adminMail: { methods: 'GET', who: 'members' },
  liftStop: { methods: 'POST', who: 'members' },
  authors: { methods: 'both', who: 'members' },
  dismissAuthor: { methods: 'both', who: 'members' },
  components: { methods: 'GET', who: 'members' },
  letterPreviews: { methods: 'GET', who: 'members' },
  letterPreview: { methods: 'GET', who: 'members' },
  letterPreviewHtml: { methods: 'GET', who: 'members' },
  deskCourses: { methods: 'GET', who: 'members' },
  newCourse: { methods: 'both', who: 'members' },
  lessonPreview: { methods: 'POST', who: 'members' },
  deskCourse: { methods: 'GET', who: 'members' },
  editCourse: { methods: 'both', who: 'members' },
  publishCourse: { methods: 'POST', who: 'members' },
  openCourseFor: { methods: 'both', who: 'members' },
  newLesson: { methods: 'both', who: 'members' },
  editLesson: { methods: 'both', who: 'members' },
  moveLesson: { methods: 'POST', who: 'members' },
  retireLesson: { methods: 'both', who: 'members' },
  restoreLesson: { methods: 'POST', who: 'members' },
  attestationIssuer: { methods: 'GET', who: 'anyone' },
  statusList: { methods: 'GET', who: 'anyone' },
  certificate: { methods: 'GET', who: 'anyone' },
  certificateJson: { methods: 'GET', who: 'anyone' },
  certificateSvg: { methods: 'GET', who: 'anyone' },
  certificatePng: { methods: 'GET', who: 'anyone' },
  certificatePdf: { methods: 'GET', who: 'anyone' },
  renewCertificate: { methods: 'POST', who: 'members' },
  revokeCertificate: { methods: 'both', who: 'members' },
  health: { methods: 'GET', who: 'anyone' },
  alive: { methods: 'GET', who: 'anyone' },
};
const ALLOWED = { GET: 'GET, HEAD', POST: 'POST', both: 'GET, HEAD, POST' } as const;
const STREAMS: readonly Place[] = ['salonStream', 'salonLive'];
/** A file, and no page: `courses-video.test.ts`. */
const FILMS: readonly Place[] = ['lessonVideo'];
/** Of letters: here without one, so they are gone. */
const LINKS: readonly Place[] = [
  'sessionTransferLink',
  'confirmNewAddress',
  'takeBackAddress',
  'signInLink',
  'newPassword',
  'confirmAddress',
];
/** Nobody who is in, and confirmed, comes in again. */
const DOORS: readonly Place[] = ['signIn', 'signUp', 'address', 'arrival', 'waiting', 'signInLetter'];
/** Opened by some members only: `site.test.ts`. */
const GUARDED: readonly Place[] = [
  'components',
  'letterPreviews',
  'letterPreview',
  'letterPreviewHtml',
  'revokeCertificate',
  'deskCourses',
  'newCourse',
  'deskCourse',
  'editCourse',
  'openCourseFor',
  'newLesson',
  'editLesson',
  'retireLesson',
  'admin',
  'adminMail',
  'authors',
  'dismissAuthor',
];
/** Files and documents: `certificates.test.ts`. */
const isPage = (place: Place) =>
  !/^(health|alive|attestationIssuer|statusList|certificate(Json|Svg|Png|Pdf))$/.test(place);
/** `other-sign-in.test.ts` */
const FROM_PROVIDERS: readonly Place[] = ['providerReturn', 'providerSignUp'];
/** G06: Anne's session has proven nothing. */
const PROVEN: readonly Place[] = ['password', 'emailSettings', 'accessCard'];
const places = Object.entries(ADDRESSES) as [Place, Row][];
const opened = places.filter(([, row]) => row.methods !== 'POST');
const posted = places.filter(([, row]) => row.methods !== 'GET');
const ofMembers = ([, row]: [Place, Row]) => row.who === 'members';
const ofSalons = ([place]: [Place, Row]) => patterns[place].includes(':salon');

const site = openSite();
let anne: Member;
let asAnne: Visitor;
/** Anne's own salon with a message of hers, and one that she may not know of. */
let mine: { id: string; code: string };
let secret: { id: string; code: string };
let message: string;
let secretMessage: string;
/** Anne's. */
let attestation: string;
/** What a letter to Anne would carry. */
let jeton: string;
/** Anne follows it. */
let cours: string;

beforeAll(async () => {
  const { cast } = site;
  anne = await cast.member('Anne');
  const paul = await cast.member('Paul');
  mine = await cast.salon(anne);
  secret = await cast.salon(paul, { visibility: 'prive' });
  message = await said(anne, mine.id);
  secretMessage = await said(paul, secret.id);
  attestation = await certificateFor(cast, anne);
  asAnne = await site.as(anne);
  const database = openDatabase(site.url);
  jeton = await unsubscribeToken(database, { userId: anne.id }, 'mention');
  await database.close();
  const course = await cast.course();
  cours = course.slug;
  await known(site, cours);
  await asAnne.post(href('startCourse'), { cours });
});

async function said(author: Member, salon: string): Promise<string> {
  const visitor = await site.as(author);
  await visitor.post(href('messages', { salon }), { texte: 'un mot' });
  const [row] = await site.cast.sql<{ id: string }[]>`select id from chat_messages where salon_id = ${salon}`;
  return String(row?.id);
}

const at = (place: Place, values: Readonly<Record<string, string>>) =>
  patterns[place].replace(/:(\w+)/g, (_, name: string) => values[name] ?? name);
const here = (place: Place) =>
  at(place, { salon: mine.id, message, code: mine.code, attestation, liste: '1', cours, numero: '1', jeton });

test('every address of the product has its row', () => {
  expect(Object.keys(ADDRESSES).sort()).toEqual(Object.keys(patterns).sort());
});

describe('signed out', () => {
  test.each(opened.filter(ofMembers).filter(([place]) => place !== 'salonStream'))(
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

  test.each(posted.filter(ofMembers))('POST %s leads to sign-in', async (place, { form = {} }) => {
    const answer = await site.stranger().post(here(place), form);
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

  test.each(opened.filter(([place, row]) => row.who === 'anyone' && ![...FILMS, ...FROM_PROVIDERS].includes(place)))(
    'GET %s is open',
    async (place) => {
      expect((await site.stranger().get(here(place))).status).toBe(LINKS.includes(place) ? 404 : 200);
    },
  );
});

describe('signed in', () => {
  test.each(
    opened.filter(
      ([place]) => ![...STREAMS, ...FILMS, ...GUARDED, ...PROVEN, ...FROM_PROVIDERS, ...DOORS].includes(place),
    ),
  )('GET %s answers, and is never kept by a cache', async (place) => {
    const answer = await asAnne.get(here(place));
    expect(answer.status).toBe(LINKS.includes(place) ? 404 : 200);
    if (place !== 'health' && place !== 'alive') expect(answer.headers.get('cache-control')).toBe('private, no-store');
    if (isPage(place)) expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
  });

  test.each(PROVEN)('GET %s asks for a fresh proof first, and comes back', async (place) => {
    const answer = await asAnne.get(here(place));
    expect([answer.status, answer.headers.get('location')]).toEqual([303, href('proof', {}, { retour: here(place) })]);
  });

  test.each(['signIn', 'signUp'] as const)('GET %s leads on, for nobody signs in twice', async (place) => {
    const answer = await asAnne.get(`${here(place)}?retour=/salons`);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/salons']);
  });

  test.each(opened.filter(([place]) => !STREAMS.includes(place)))(
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

describe('not mine and not there are one answer', () => {
  const nobodys = { salon: crypto.randomUUID(), message: '999999' };
  const hidden = () => ({ salon: secret.id, message: secretMessage });
  const rubbish = { salon: 'rien', message: 'rien' };

  test.each(opened.filter(ofSalons))('GET %s', async (place) => {
    const [a, b, c] = await Promise.all([nobodys, hidden(), rubbish].map((ids) => asAnne.get(at(place, ids))));
    expect([a?.status, b?.status, c?.status]).toEqual([404, 404, 404]);
    const [first, ...others] = await Promise.all(
      [a, b, c].map(async (one) => withoutTokens((await one?.text()) ?? '')),
    );
    expect(first).toContain('Cette page n’est pas là');
    for (const other of others) expect(other).toBe(first);
  });

  test.each(posted.filter(ofSalons).filter(([place]) => place !== 'readingMark'))(
    'POST %s',
    async (place, { form = {} }) => {
      const before = await rowsOf();
      const [a, b, c] = await Promise.all([nobodys, hidden(), rubbish].map((ids) => asAnne.post(at(place, ids), form)));
      expect([a?.status, b?.status, c?.status]).toEqual([404, 404, 404]);
      const [first, ...others] = await Promise.all(
        [a, b, c].map(async (one) => withoutTokens((await one?.text()) ?? '')),
      );
      for (const other of others) expect(other).toBe(first);
      expect(await rowsOf()).toEqual(before);
    },
  );

  test('a message of a salon of mine under another salon’s address is not there', async () => {
    const other = await site.cast.salon(anne);
    for (const place of ['message', 'deleteMessage'] as const) {
      expect((await asAnne.get(at(place, { salon: other.id, message }))).status).toBe(404);
    }
  });

  test('marking a stranger’s salon as read answers as a salon that is not there, and moves nothing', async () => {
    const answers = await Promise.all(
      [secret.id, nobodys.salon].map((salon) => asAnne.post(href('readingMark', { salon }), { jusqua: '1' })),
    );
    expect(answers[0]?.status).toBe(answers[1]?.status);
  });

  test('an address that is none of ours', async () => {
    for (const path of [
      '/rien',
      '/admin/rien',
      '/salons/a/b/c/d',
      '/.env',
      '/index.php',
      '/assets/rien.js',
      '/favicon.xyz',
    ]) {
      const answer = await site.stranger().get(path);
      expect([path, answer.status]).toEqual([path, 404]);
    }
    expect((await site.stranger().post('/rien', {})).status).toBe(404);
  });
});

async function rowsOf() {
  return site.cast.sql`
    select
      (select count(*) from chat_messages) as messages,
      (select count(*) from message_reactions) as reactions,
      (select count(*) from salon_members) as members`;
}

describe('not this method', () => {
  test.each(places)('%s', async (place, { methods }) => {
    const allowed = ALLOWED[methods];
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND']) {
      if (allowed.split(', ').includes(method)) continue;
      const answer = await fetch(site.origin + here(place), { method, headers: { Origin: site.origin } });
      expect([method, answer.status, answer.headers.get('allow')]).toEqual([method, 405, allowed]);
      expect(answer.headers.get('x-request-id')).not.toBeNull();
      await answer.text();
    }
  });
});
