/** Every kind of page there is, in a site with something of everything in it: for what must hold on all of them. */
import type { Page } from 'playwright';
import { href, type Place, places, rowOf } from '~/urls';
import type { Member } from './cast';
import { dressed } from './dressed';
import { authorPages, certificatePages } from './known-author-pages';
import { coursePages } from './known-courses';
import { mailPages } from './known-mail-pages';
import { settingsPages } from './known-settings';
import { byLetter, refusedAtTheDoor } from './known-sign-in';
import { conversation } from './known-talk';
import type { Visitor } from './server';
import type { Site } from './site';

export type Who = 'stranger' | 'owner' | 'member' | 'newcomer' | 'admin' | 'unconfirmed';

export type KnownPage = {
  readonly name: string;
  readonly who: Who;
  readonly path: string;
  readonly status: number;
  /** The form that leads to this page, sent from `from`. */
  readonly form?: Readonly<Record<string, string>>;
  readonly from?: string;
  /** The form is taken, and this page is where it leads. */
  readonly leads?: true;
  /** Another state of a page that is listed already. */
  readonly again?: true;
};

export type KnownSite = {
  readonly pages: readonly KnownPage[];
  readonly people: Readonly<Record<Exclude<Who, 'stranger'>, Member>>;
  readonly salon: string;
};

export async function furnish(site: Site): Promise<KnownSite> {
  const { cast } = site;
  const [owner, member, newcomer, admin] = [
    await cast.member('Monique Berger'),
    await cast.member('Gérard Petit'),
    await cast.member('Odile Martin'),
    await cast.member('Adèle Roche', { role: 'admin', proven: true }),
  ];
  const unconfirmed = await cast.member('Ursule Petit', { confirmed: false });
  // Known by its look alone: it opens nothing.
  await cast.sql`update auth.users set password_hash = 'x' where id = ${member.id}`;
  const { id: salon, code } = await cast.salon(owner, { name: 'Jardin au balcon', visibility: 'prive' });
  await cast.sql`update salons set category = 'jardin', city = 'Nantes', color_theme = '#5C940D',
    description = 'Tomates, géraniums et voisins, ce qui pousse sur trois mètres carrés.' where id = ${salon}`;
  await cast.join(member, salon);
  const { id: empty } = await cast.salon(owner, { name: 'Tout neuf' });
  const { id: archived } = await cast.salon(owner, { name: 'Souvenirs de 2019', active: false });
  await cast.join(member, archived);
  const said = await conversation(site, salon, owner, member);
  const [hers, his] = [said.at(-2) ?? 0, said.at(-1) ?? 0];
  const room = href('salon', { salon });
  const pages: KnownPage[] = [
    ...openToAll(),
    ...refusedAtTheDoor(),
    ...(await byLetter(site, member, unconfirmed)),
    ...(await settingsPages(site, owner)),
    ...(await mailPages(site, { owner, member, newcomer, admin })),
    ...(await coursePages(site, owner, member)),
    { name: 'share link, signed out', who: 'stranger', path: `/s/${code}`, status: 200 },
    { name: 'share link, signed in', who: 'newcomer', path: `/s/${code}`, status: 200, again: true },
    { name: 'share link, of a member', who: 'member', path: `/s/${code}`, status: 200, again: true },
    { name: 'home', who: 'member', path: '/', status: 200 },
    { name: 'home of a newcomer', who: 'newcomer', path: '/', status: 200, again: true },
    { name: 'salons', who: 'member', path: '/salons', status: 200 },
    { name: 'salons of a newcomer', who: 'newcomer', path: '/salons', status: 200, again: true },
    { name: 'search without a find', who: 'member', path: '/salons?q=zzz', status: 200, again: true },
    {
      name: 'refused share code',
      who: 'member',
      from: '/salons',
      path: '/salons/rejoindre',
      form: { code: 'zz-zz' },
      status: 422,
      again: true,
    },
    { name: 'new salon', who: 'member', path: '/salons/nouveau', status: 200 },
    {
      name: 'refused salon',
      who: 'member',
      path: '/salons/nouveau',
      form: { nom: 'a', description: '', ville: '', couleur: '#123456' },
      status: 422,
      again: true,
    },
    { name: 'room', who: 'owner', path: room, status: 200 },
    { name: 'room of a member', who: 'member', path: room, status: 200, again: true },
    { name: 'room, answering', who: 'owner', path: `${room}?repondre=${his}`, status: 200, again: true },
    {
      name: 'refused message',
      who: 'owner',
      from: room,
      path: href('messages', { salon }),
      form: { texte: '  ' },
      status: 422,
      again: true,
    },
    { name: 'older page', who: 'owner', path: `${room}?avant=30`, status: 200, again: true },
    { name: 'empty room', who: 'owner', path: href('salon', { salon: empty }), status: 200, again: true },
    { name: 'archived room', who: 'member', path: href('salon', { salon: archived }), status: 200, again: true },
    { name: 'own message', who: 'owner', path: href('message', { salon, message: hers }), status: 200 },
    {
      name: 'message of another',
      who: 'owner',
      path: href('message', { salon, message: his }),
      status: 200,
      again: true,
    },
    {
      name: 'refused correction',
      who: 'owner',
      path: href('message', { salon, message: hers }),
      form: { texte: '' },
      status: 422,
      again: true,
    },
    { name: 'deletion', who: 'owner', path: href('deleteMessage', { salon, message: hers }), status: 200 },
    { name: 'members', who: 'owner', path: href('salonMembers', { salon }), status: 200 },
    { name: 'leaving', who: 'member', path: href('leaveSalon', { salon }), status: 200 },
    { name: 'leaving, as owner', who: 'owner', path: href('leaveSalon', { salon }), status: 200, again: true },
    ...(await certificatePages(site, member)),
    ...(await authorPages(site)),
    { name: 'error 404', who: 'stranger', path: '/rien-ici', status: 404 },
    { name: 'error 404, signed in', who: 'newcomer', path: room, status: 404, again: true },
    {
      name: 'error 403',
      who: 'member',
      path: href('deleteMessage', { salon, message: hers }),
      status: 403,
    },
    { name: 'error 405', who: 'stranger', path: '/confort', status: 405 },
    {
      name: 'error 413',
      who: 'owner',
      from: room,
      path: href('messages', { salon }),
      form: { texte: 'Une très longue histoire. '.repeat(4_000) },
      status: 413,
    },
    ...gallery(),
  ];
  return { pages, people: { owner, member, newcomer, admin, unconfirmed }, salon };
}

/** Every part once, and every page of refusal: some of them nobody can bring about from outside. */
function gallery(): KnownPage[] {
  const here = { who: 'admin', status: 200 } as const;
  const whole = ['question', 403, 404, 405, 409, 413, 422, 429, 500, 503];
  return [
    { ...here, name: 'gallery', path: href('components') },
    { ...here, name: 'letters', path: href('letterPreviews') },
    { ...here, name: 'letter', path: href('letterPreview', { lettre: 'connexion' }) },
    ...whole.map((page) => ({ ...here, name: `gallery, ${page}`, path: href('components', {}, { exemple: page }) })),
  ];
}

/** Addresses without a parameter: whoever adds one is looked at here without being asked. */
function openToAll(): KnownPage[] {
  // Only on the way back from a provider: `other-sign-in.test.ts`.
  const withoutProvider: readonly Place[] = ['providerReturn', 'providerSignUp'];
  return places
    .map((place) => ({ place, ...rowOf(place) }))
    .filter(({ kind, get, pattern }) => kind === 'page' && get === 'anyone' && !pattern.includes(':'))
    .filter(({ place }) => !withoutProvider.includes(place))
    .map(({ place, pattern }) => ({
      ...{ name: `${place}, signed out`, who: 'stranger', path: pattern },
      // A letter's link without its letter.
      status: place === 'confirmAddress' ? 404 : 200,
    }));
}

/** The answer as it comes over the wire. */
export async function fetchKnown(page: KnownPage, visitor: Visitor): Promise<Response> {
  if (!page.form) return visitor.get(page.path);
  const answer = await visitor.post(page.path, page.form);
  return page.leads ? visitor.get(answer.headers.get('Location') ?? '') : answer;
}

/** The same in a browser. */
export async function showKnown(tab: Page, page: KnownPage): Promise<void> {
  const answer = await (page.form
    ? sendForm(tab, page.from ?? page.path, page.path, page.form)
    : tab.goto(page.path, { waitUntil: 'domcontentloaded' }));
  if (answer?.status() !== (page.leads ? 303 : page.status))
    throw new Error(`${page.name}: ${answer?.status()} instead of ${page.status}`);
  await dressed(tab);
}

/** As the browser itself would send it, past the fields' own checks. */
async function sendForm(tab: Page, from: string, action: string, fields: Readonly<Record<string, string>>) {
  await tab.goto(from, { waitUntil: 'domcontentloaded' });
  const [answer] = await Promise.all([
    tab.waitForResponse((response) => response.request().method() === 'POST' && response.url().endsWith(action)),
    tab.waitForNavigation({ waitUntil: 'domcontentloaded' }),
    tab.evaluate(fillAndSubmit, { action, fields }),
  ]);
  return answer;
}

function fillAndSubmit({ action, fields }: { action: string; fields: Readonly<Record<string, string>> }): void {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = action;
  for (const [name, value] of Object.entries(fields)) {
    const input = document.createElement('input');
    input.name = name;
    input.value = value;
    form.append(input);
  }
  document.body.append(form);
  HTMLFormElement.prototype.submit.call(form);
}
