/**
 * Who is let in where (K01, K10, R01 to R27): every address that names something, opened and posted to by ten persons.
 * ✓ let in; → led to sign-in; ? asked for a fresh proof; ⊘ told that her account is suspended; else the status. A form that
 * is refused for what is not filled in (422) or holds no choice is refused so for what is not there, too. Each person has a private salon of her own, with a message, an invitation and a report of its
 * owner's; what is not in a salon is another member's.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { rowOf } from '~/urls';
import { behind, outcomeOf, PERSONS, type Person, pathOf, rows, SALON, type World, worldOf } from '../support/access';
import { formsFor, HOSTILE } from '../support/access-forms';
import { furnish } from '../support/known-pages';
import { filledIn, openSite, withoutTokens } from '../support/site';

const site = openSite({ TRUST_PROXY: '1' });

const MATRIX = `
| address                | stranger | unconfirmed | outsider | ex-member | member | moderator | owner | blocked | suspended | admin |
| closeDevice POST       | →        | 404         | 404      | 404       | 404    | 404       | 404   | 404     | ⊘         | 404   |
| exportFile GET         | →        | ?           | ?        | ?         | ?      | ?         | ?     | ?       | ?         | 404   |
| member GET             | →        | ✓           | ✓        | ✓         | ✓      | ✓         | ✓     | 404     | ⊘         | ✓     |
| blockMember POST       | →        | ✓           | ✓        | ✓         | ✓      | ✓         | 422   | ✓       | ⊘         | ✓     |
| reportMember POST      | →        | ✓           | ✓        | ✓         | ✓      | ✓         | 422   | 404     | ⊘         | ✓     |
| salon GET              | →        | ✓           | 404      | 404       | ✓      | ✓         | ✓     | ✓       | ⊘         | 404   |
| salonStream GET        | 401      | ✓           | 404      | 404       | ✓      | ✓         | ✓     | ✓       | ⊘         | 404   |
| salonLive GET          | →        | ✓           | 404      | 404       | ✓      | ✓         | ✓     | ✓       | ⊘         | 404   |
| nameSomebody GET       | →        | ✓           | 404      | 404       | ✓      | ✓         | ✓     | ✓       | ⊘         | 404   |
| searchSalon GET        | →        | ✓           | 404      | 404       | ✓      | ✓         | ✓     | ✓       | ⊘         | 404   |
| salonMembers GET       | →        | ✓           | 404      | 404       | ✓      | ✓         | ✓     | ✓       | ⊘         | 404   |
| lookAtSalon GET        | →        | ✓           | 404      | 404       | ✓      | ✓         | ✓     | ✓       | ⊘         | 404   |
| lastWords POST         | →        | 404         | 404      | 404       | 404    | 404       | ✓     | 404     | ⊘         | 404   |
| salonMembership POST   | →        | 404         | 404      | 404       | 404    | 404       | 404   | 404     | ⊘         | 404   |
| salonSettings GET      | →        | ✓           | 404      | 404       | ✓      | ✓         | ✓     | ✓       | ⊘         | 404   |
| salonSettings POST     | →        | 403         | 404      | 404       | 403    | 403       | ✓     | 403     | ⊘         | 404   |
| salonPictureDraft GET  | →        | 403         | 404      | 404       | 403    | ✓         | ✓     | 403     | ⊘         | 404   |
| salonPictureDraft POST | →        | 403         | 404      | 404       | 403    | ✓         | ✓     | 403     | ⊘         | 404   |
| shareCode POST         | →        | 403         | 404      | 404       | 403    | 403       | ✓     | 403     | ⊘         | 404   |
| salonMember POST       | →        | 403         | 404      | 404       | 403    | 403       | ✓     | 403     | ⊘         | 404   |
| keepMember GET         | →        | 403         | 404      | 404       | 403    | ✓         | ✓     | 403     | ⊘         | 404   |
| salonBans GET          | →        | 403         | 404      | 404       | 403    | ✓         | ✓     | 403     | ⊘         | 404   |
| salonBans POST         | →        | 403         | 404      | 404       | 403    | ✓         | ✓     | 403     | ⊘         | 404   |
| salonDeletion GET      | →        | 403         | 404      | 404       | 403    | 403       | ✓     | 403     | ⊘         | 404   |
| salonDeletion POST     | →        | 403         | 404      | 404       | 403    | 403       | ✓     | 403     | ⊘         | 404   |
| leaveSalon GET         | →        | ✓           | 404      | 404       | ✓      | ✓         | ✓     | ✓       | ⊘         | 404   |
| salonInvitations GET   | →        | ✓           | 404      | 404       | ✓      | ✓         | ✓     | ✓       | ⊘         | 404   |
| salonInvitations POST  | →        | 422         | 404      | 404       | ✓      | ✓         | ✓     | ✓       | ⊘         | 404   |
| salonInvitation POST   | →        | 404         | 404      | 404       | 404    | 404       | ✓     | 404     | ⊘         | 404   |
| askToJoin POST         | →        | 404         | 404      | 404       | 404    | 404       | 404   | 404     | ⊘         | 404   |
| salonRequests GET      | →        | 403         | 404      | 404       | 403    | ✓         | ✓     | 403     | ⊘         | 404   |
| salonRequests POST     | →        | 403         | 404      | 404       | 403    | ✓         | ✓     | 403     | ⊘         | 404   |
| salonPoster GET        | →        | ✓           | 404      | 404       | ✓      | ✓         | ✓     | ✓       | ⊘         | 404   |
| readingMark POST       | →        | ✓           | ✓        | ✓         | ✓      | ✓         | ✓     | ✓       | ⊘         | ✓     |
| typing POST            | →        | ✓           | 404      | 404       | ✓      | ✓         | ✓     | ✓       | ⊘         | 404   |
| messages POST          | →        | 422         | 404      | 404       | ✓      | ✓         | ✓     | ✓       | ⊘         | 404   |
| message GET            | →        | ✓           | 404      | 404       | ✓      | ✓         | ✓     | 404     | ⊘         | 404   |
| message POST           | →        | 404         | 404      | 404       | 404    | 404       | ✓     | 404     | ⊘         | 404   |
| deleteMessage GET      | →        | 403         | 404      | 404       | 403    | ✓         | ✓     | 404     | ⊘         | 404   |
| reactions POST         | →        | 403         | 404      | 404       | ✓      | ✓         | ✓     | 404     | ⊘         | 404   |
| reportMessage GET      | →        | ✓           | 404      | 404       | ✓      | ✓         | ✓     | ✓       | ⊘         | 404   |
| reportMessage POST     | →        | ✓           | 404      | 404       | ✓      | ✓         | 404   | ✓       | ⊘         | 404   |
| course GET             | ✓        | ✓           | ✓        | ✓         | ✓      | ✓         | ✓     | ✓       | ⊘         | ✓     |
| leaveCourse GET        | →        | 404         | 404      | 404       | 404    | 404       | 404   | 404     | ⊘         | 404   |
| leaveCourse POST       | →        | 404         | 404      | 404       | 404    | 404       | 404   | 404     | ⊘         | 404   |
| pauseCourse POST       | →        | 404         | 404      | 404       | 404    | 404       | 404   | 404     | ⊘         | 404   |
| lesson GET             | ✓        | ✓           | ✓        | ✓         | ✓      | ✓         | ✓     | ✓       | ⊘         | ✓     |
| lessonProgress POST    | →        | ✓           | ✓        | ✓         | ✓      | ✓         | ✓     | ✓       | ⊘         | ✓     |
| finishLesson POST      | →        | ✓           | ✓        | ✓         | ✓      | ✓         | ✓     | ✓       | ⊘         | ✓     |
| lessonNote POST        | →        | ✓           | ✓        | ✓         | ✓      | ✓         | ✓     | ✓       | ⊘         | ✓     |
| renewCertificate POST  | →        | 404         | 404      | 404       | 404    | 404       | 404   | 404     | ⊘         | 404   |
| revokeCertificate GET  | →        | 404         | 404      | 404       | 404    | 404       | 404   | 404     | ⊘         | ✓     |
| revokeCertificate POST | →        | 404         | 404      | 404       | 404    | 404       | 404   | 404     | ⊘         | ✓     |
| report GET             | →        | 404         | 404      | 404       | 404    | 404       | ✓     | 404     | ⊘         | ✓     |
| report POST            | →        | 404         | 404      | 404       | 404    | 404       | ✓     | 404     | ⊘         | ✓     |
| decision GET           | →        | 404         | 404      | 404       | 404    | 404       | 404   | 404     | 404       | 404   |
| decision POST          | →        | 404         | 404      | 404       | 404    | 404       | 404   | 404     | 404       | 404   |
| staffMember GET        | →        | 404         | 404      | 404       | 404    | 404       | 404   | 404     | ⊘         | ✓     |
| staffMember POST       | →        | 404         | 404      | 404       | 404    | 404       | 404   | 404     | ⊘         | ✓     |
| dismissAuthor GET      | →        | 404         | 404      | 404       | 404    | 404       | 404   | 404     | ⊘         | ✓     |
| dismissAuthor POST     | →        | 404         | 404      | 404       | 404    | 404       | 404   | 404     | ⊘         | ✓     |
| webhook POST           | →        | 404         | 404      | 404       | 404    | 404       | 404   | 404     | ⊘         | ✓     |
| deskCourse GET         | →        | 404         | 404      | 404       | 404    | 404       | 404   | 404     | ⊘         | ✓     |
| editCourse GET         | →        | 404         | 404      | 404       | 404    | 404       | 404   | 404     | ⊘         | ✓     |
| editCourse POST        | →        | 404         | 404      | 404       | 404    | 404       | 404   | 404     | ⊘         | ✓     |
| pinnedMessage POST     | →        | 403         | 404      | 404       | 403    | ✓         | ✓     | 403     | ⊘         | 404   |
| publishCourse POST     | →        | 404         | 404      | 404       | 404    | 404       | 404   | 404     | ⊘         | ✓     |
| openCourseFor GET      | →        | 404         | 404      | 404       | 404    | 404       | 404   | 404     | ⊘         | ✓     |
| openCourseFor POST     | →        | 404         | 404      | 404       | 404    | 404       | 404   | 404     | ⊘         | ✓     |
| newLesson GET          | →        | 404         | 404      | 404       | 404    | 404       | 404   | 404     | ⊘         | ✓     |
| newLesson POST         | →        | 404         | 404      | 404       | 404    | 404       | 404   | 404     | ⊘         | ✓     |
| editLesson GET         | →        | 404         | 404      | 404       | 404    | 404       | 404   | 404     | ⊘         | ✓     |
| editLesson POST        | →        | 404         | 404      | 404       | 404    | 404       | 404   | 404     | ⊘         | ✓     |
| moveLesson POST        | →        | 404         | 404      | 404       | 404    | 404       | 404   | 404     | ⊘         | ✓     |
| retireLesson GET       | →        | 404         | 404      | 404       | 404    | 404       | 404   | 404     | ⊘         | ✓     |
| retireLesson POST      | →        | 404         | 404      | 404       | 404    | 404       | 404   | 404     | ⊘         | ✓     |
| restoreLesson POST     | →        | 404         | 404      | 404       | 404    | 404       | 404   | 404     | ⊘         | ✓     |
| deleteMessage POST     | →        | 403         | 404      | 404       | 403    | ✓         | ✓     | 403     | ⊘         | 404   |
| leaveSalon POST        | →        | ✓           | 404      | 404       | ✓      | ✓         | 409   | ✓       | ⊘         | 404   |
`;

/** Not in the table: whoever has the secret may use it, so its tests are those of the secret; or it names no thing of anybody. */
const ELSEWHERE =
  /:jeton|:code|:fournisseur|:image|:secret|:dossier|:lettre|:liste|:format|:recu|\/attestations\/:attestation(\/(json|svg|png|pdf))?$/;
/** Once done, the rest could not be tried. */
const LAST = ['deleteMessage POST', 'salonDeletion POST', 'leaveSalon POST'];
const table = rows
  .filter(({ place }) => !ELSEWHERE.test(rowOf(place).pattern))
  .map((row) => ({ ...row, name: `${row.place} ${row.method}` }))
  .sort((a, b) => LAST.indexOf(a.name) - LAST.indexOf(b.name));

const seen = new Map<string, string>();
const bodies: { readonly cell: string; readonly known: string; readonly unknown: string }[] = [];
/** What an outsider is told of what is not there at all. */
const strangers = new Map<string, string>();
let before: readonly string[] = [];
let follower = '';
/** Pages whose form says which text it was filled in from. */
const VERSIONED = ['editCourse GET', 'editLesson GET'];

/** What no field may change, a line each: who is what, whose a salon is, who is in it as what, who said what. */
const standing = async () =>
  (
    await site.cast.sql<{ line: string }[]>`
      select concat_ws(' ', 'profile', id, app_role) as line from profiles where full_name like 'Personne%'
      union all
      select concat_ws(' ', 'salon', id, owner_id, name, visibility, is_active) from salons
      union all
      select concat_ws(' ', 'membership', salon_id, user_id, role) from salon_members
      union all
      select concat_ws(' ', 'message', user_id, salon_id, content) from chat_messages where not is_deleted`
  ).map(({ line }) => line);

async function trial(person: Person, world: World, params: World['params'], n: number): Promise<void> {
  const her = behind(site.origin, world.visitor.cookie(), n);
  let version = '';
  for (const { place, method, name } of table) {
    const [path, cell] = [pathOf(place, params), `${name} ${person}`];
    const filled = formsFor({ params: world.params, version, follower })[place];
    const form = { ...HOSTILE, user_id: world.author, salon_id: world.elsewhere, ...filled };
    const answer = await (method === 'GET' ? her.get(path) : her.post(path, form));
    seen.set(cell, outcomeOf(answer));
    if (method === 'GET' && answer.status === 404) await compare(cell, await answer.text(), path, her);
    else if (VERSIONED.includes(name)) version = filledIn(await answer.text(), 'version') ?? '';
    else await answer.body?.cancel();
    if (method === 'POST' && person === 'outsider' && path.startsWith('/salons'))
      strangers.set(cell, outcomeOf(await her.post(unknownPath(path), form)));
  }
}

/** Byte for byte the same as of something that does not exist, but for tokens and the id that was asked for. */
async function compare(cell: string, known: string, path: string, her: World['visitor']): Promise<void> {
  const other = unknownPath(path);
  if (other === path) return;
  const unknown = await (await her.get(other)).text();
  bodies.push({ cell, known: withoutTokens(known).replaceAll(path, other), unknown: withoutTokens(unknown) });
}

let worlds: readonly (readonly [Person, World])[] = [];
beforeAll(async () => {
  const { params } = await furnish(site);
  const furnished = Object.entries(params).filter(([at]) => !at.startsWith('/salons'));
  const { id, email } = await site.cast.member('Félix Assidu');
  await site.cast
    .sql`insert into enrollments (user_id, course_id) values (${id}, ${params['/admin/cours']?.cours ?? ''})`;
  follower = email;
  worlds = await Promise.all(PERSONS.map(async (person) => [person, await worldOf(site, person)] as const));
  before = await standing();
  const shared = Object.fromEntries(furnished);
  await Promise.all(worlds.map(([person, world], n) => trial(person, world, { ...shared, ...world.params }, n + 1)));
}, 240_000);

/** The last thing that is named, and one that does not exist. */
const NOWHERE = { uuid: '00000000-0000-4000-8000-000000000000', number: '987654321' };
const unknownPath = (path: string) =>
  path.replace(
    /(.*\/)([0-9a-f-]{36}|\d+)(?=\/|$)/,
    (_, way, id) => way + (id.length === 36 ? NOWHERE.uuid : NOWHERE.number),
  );

const cells = (line: string) =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

describe('every address that names something', () => {
  test('lets in whom this table says', () => {
    const lines = table.map(({ name }) => [name, ...PERSONS.map((person) => seen.get(`${name} ${person}`) ?? '')]);
    expect(lines.toSorted()).toEqual(MATRIX.trim().split('\n').slice(1).map(cells).toSorted());
  });

  test('answers for what is not hers as for what is not there, byte for byte', () => {
    expect(bodies.filter(({ known, unknown }) => known !== unknown).map(({ cell }) => cell)).toEqual([]);
    expect(bodies.length).toBeGreaterThan(50);
  });

  test('takes an outsider’s form no further than that of a thing that is not there', () => {
    expect([...strangers].filter(([cell, outcome]) => seen.get(cell) !== outcome).map(([cell]) => cell)).toEqual([]);
  });

  test('gives nobody a right, a salon or a word by a field that no form asks for', async () => {
    const [then, now] = [new Set(before), new Set(await standing())];
    const posted = worlds
      .filter(([person]) => seen.get(`messages POST ${person}`) === '✓')
      .map(([, { id, salon }]) => `message ${id} ${salon} Bonjour`);
    // Closed by the button that deletes it thirty days later.
    const closing = worlds.filter(([person]) => seen.get(`salonDeletion POST ${person}`) === '✓');
    const closedAs = (open: 't' | 'f') =>
      closing.map(([, { salon, author }]) => `salon ${salon} ${author} ${SALON} prive ${open}`);
    expect([...now].filter((line) => !then.has(line)).toSorted()).toEqual([...posted, ...closedAs('f')].toSorted());
    // Who left, and what was deleted, by the buttons that are there for it.
    const left = worlds.filter(([person]) => seen.get(`leaveSalon POST ${person}`) === '✓');
    const deleted = worlds.filter(([person]) => seen.get(`deleteMessage POST ${person}`) === '✓');
    expect([...then].filter((line) => !now.has(line)).toSorted()).toEqual(
      [
        ...closedAs('t'),
        ...left.map(([, { id, salon, role }]) => `membership ${salon} ${id} ${role}`),
        ...deleted.map(([, { author, salon }]) => `message ${author} ${salon} Bonsoir`),
      ].toSorted(),
    );
  });
});
