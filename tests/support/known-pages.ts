/** Every page there is, in a site with something of everything in it: for what must hold on all of them. */
import type { Page } from 'playwright';
import { href } from '~/urls';
import type { Member } from './cast';
import { dressed } from './dressed';
import { everyPage } from './every-page';
import { authorPages, certificatePages } from './known-author-pages';
import { coursePages } from './known-courses';
import { mailPages } from './known-mail-pages';
import { memberPages } from './known-members';
import { moderationPages } from './known-moderation';
import type { Furnishing, KnownPage, Params, Part, Who } from './known-page';
import { planPages } from './known-plans';
import { playPages } from './known-play';
import { settingsPages } from './known-settings';
import { signInPages } from './known-sign-in';
import { talkPages } from './known-talk';
import type { Visitor } from './server';

export type { KnownPage, Who } from './known-page';

export type KnownSite = {
  /** First each address once, by the name of its row; then the states. */
  readonly pages: readonly KnownPage[];
  readonly people: Readonly<Record<Exclude<Who, 'stranger'>, Member>>;
  readonly salon: string;
  /** Values of every parameter there is. */
  readonly params: Params;
};

export async function furnish(site: Furnishing): Promise<KnownSite> {
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
  const talk = await talkPages(site, owner, member);
  const plans = await planPages(site);
  const parts: readonly Part[] = [
    talk,
    plans,
    await signInPages(site, member, unconfirmed),
    await settingsPages(site, owner),
    await memberPages(site, { owner, member, newcomer }),
    await moderationPages(site, { member, admin, newcomer }),
    await playPages(site, { owner, member }),
    await mailPages(site, { owner, member, newcomer, admin }),
    await coursePages(site, owner, member),
    await certificatePages(site, member),
    await authorPages(site),
    gallery(),
  ];
  const params: Params = Object.assign({}, ...parts.map((part) => part.params));
  const pages = [...everyPage(params), ...parts.flatMap(({ states }) => states)];
  return { pages, people: { owner, member, newcomer, admin, unconfirmed, ...plans.people }, salon: talk.salon, params };
}

/** Every page of refusal: some of them nobody can bring about from outside. */
function gallery(): Part {
  const states = ['question', 403, 404, 405, 409, 413, 422, 429, 500, 503].map(
    (page): KnownPage => ({
      ...{ name: `gallery, ${page}`, who: 'admin', status: 200 },
      path: href('components', {}, { exemple: page }),
    }),
  );
  return { params: { '/admin/lettres': { lettre: 'connexion' } }, states };
}

/** Each of them, signed in. */
export async function visitorsOf(site: Furnishing, { people }: KnownSite): Promise<Readonly<Record<Who, Visitor>>> {
  const named = await Promise.all(
    Object.entries(people).map(async ([who, member]) => [who, await site.as(member)] as const),
  );
  return { ...(Object.fromEntries(named) as Record<Exclude<Who, 'stranger'>, Visitor>), stranger: site.stranger() };
}

/** The answer as it comes over the wire. */
export async function fetchKnown(page: KnownPage, visitor: Visitor): Promise<Response> {
  if (!page.form) return visitor.get(page.path);
  const answer = await visitor.post(page.path, page.form);
  return page.leads ? visitor.get(answer.headers.get('Location') ?? '') : answer;
}

/** The same in a browser, with its style sheet. */
export async function showKnown(tab: Page, page: KnownPage): Promise<void> {
  await openKnown(tab, page);
  await dressed(tab);
}

export async function openKnown(tab: Page, page: KnownPage): Promise<void> {
  const answer = await (page.form ? sendForm(tab, page) : tab.goto(page.path, { waitUntil: 'domcontentloaded' }));
  if (answer?.status() !== (page.leads ? 303 : page.status))
    throw new Error(`${page.name}: ${answer?.status()} instead of ${page.status}`);
}

/** As the browser itself would send it, past the fields' own checks; from any page of ours, one is as good as another. */
async function sendForm(tab: Page, { from, path: action, form: fields = {} }: KnownPage) {
  if (tab.url() === 'about:blank') await tab.goto(from ?? action, { waitUntil: 'domcontentloaded' });
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
