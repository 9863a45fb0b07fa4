/** Architecture 2: a row type is a claim about a statement, and PostgreSQL is asked whether it holds. */
import { runMigrations } from 'graphile-worker';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { columnReader } from '../support/columns';
import { type FreshDatabase, freshDatabase } from '../support/database';
import { declaredStatements, type Statement } from '../support/statements';

type Reason = { readonly of: string; readonly columns: string; readonly why: string };

/** Columns that are never null although PostgreSQL cannot tell. `*`: all of a function's, of which it says nothing. */
const NEVER_NULL: readonly Reason[] = [
  { of: 'broughtAfter', columns: 'data', why: 'the text of a column that is never null' },
  { of: 'messageByKey', columns: 'isSame', why: 'compares columns that are never null' },
  {
    of: 'openReports',
    columns: 'id natures since',
    why: 'aggregates of groups that have a row, over columns that are not null',
  },
  { of: 'changesFor', columns: 'fullName', why: 'a coalesce of the view' },
  { of: 'decidedReports', columns: 'reportId', why: 'joined where it is not null' },
  { of: 'decisionFor', columns: 'place', why: 'a case with an else' },
  { of: 'dueLetters', columns: 'name day salons', why: 'coalesces, and aggregates asked not to be null' },
  { of: 'lettersThisWeek', columns: 'count', why: 'my_letters_this_week() is a count' },
  {
    of: 'noticesOf',
    columns: 'id kind createdAt actorName isRead',
    why: 'my_notices() gives columns of a view that are not null',
  },
  { of: 'weekFigures', columns: 'monday limits', why: 'generate_series() between two days; a coalesce' },
  { of: 'badgesShown rankingOf', columns: '*', why: 'functions that give table columns and ranks' },
  { of: 'sealKey', columns: 'key', why: 'seal_key() gives the stored key or the fresh one' },
  { of: 'deadKeys', columns: 'hash state', why: 'unnest of hashes that are all texts; a case with an else' },
  { of: 'awardCertificate renewCertificate certificateBehind', columns: '*', why: 'functions that give table columns' },
  {
    of: 'salonBehindCode salonBehindInvitation joinByCode joinByInvitation joinPublic createSalon',
    columns: '*',
    why: 'functions that give table columns',
  },
  { of: 'startCourse recordProgress openedIn', columns: '*', why: 'functions that give table columns' },
  {
    of: 'mailTroubleOf',
    columns: 'reason stoppedAt',
    why: 'constraint mail_stops_whole, and the function asks for stopped_at',
  },
  {
    of: 'memberCard findMembers findNear membersToSuggest countMembers homeOf wishesOf',
    columns: '*',
    why: 'functions that give table columns and counts',
  },
  { of: 'accountForStaff', columns: 'plan', why: 'plan_of() gives the plan or the one of a trial' },
  { of: 'myProfile lockMySalons', columns: '*', why: 'functions that give columns of profiles and salons' },
  {
    of: 'roomFor salonsOf',
    columns: 'role joinedAt lastSeenSeq',
    why: 'my_memberships() gives columns of salon_members',
  },
  { of: 'bellIn', columns: 'chosen', why: 'my_bells() gives a case with an else' },
  { of: 'bellIn salonsOf', columns: 'rings', why: 'the same' },
  { of: 'salonsOf', columns: 'unread', why: 'a count, or none' },
  { of: 'roomFor', columns: 'shareCode', why: 'salon_share_code() of a salon that is there' },
  { of: 'messagesFound', columns: '*', why: 'search_messages() gives table columns; a line without an id is left out' },
  { of: 'routesSince', columns: 'answers errors buckets', why: 'sums and lists of groups that have rows' },
  { of: 'waitingJobs', columns: 'oldest', why: 'the least of a group that has rows' },
  {
    of: 'membersOf memberNamed',
    columns: 'id name role joinedAt status isHere',
    why: 'members_of_salon() gives columns of a membership, and a coalesce, a case and an exists',
  },
  { of: 'isMember', columns: 'member', why: 'user_is_salon_member() is an exists' },
  { of: 'deleteMessage', columns: 'deleted', why: 'delete_message() is true or false' },
  {
    of: 'messagePage changesAfter messageFor',
    columns: 'id salonId seq changedSeq content createdAt isDeleted fullName',
    why: 'the view begins with chat_messages, and joins it once more for what is answered',
  },
  { of: 'salonsOf liveliest found salonSeenFromOutside', columns: 'messagesToday', why: 'a count of the view' },
  { of: 'allowanceFor myLooks', columns: '*', why: 'my_allowance() gives counts, and a limit that is asked for' },
  { of: 'offerIsDue noteOffer', columns: '*', why: 'both functions are true or false' },
  { of: 'conversions', columns: 'what', why: 'jsonb_each() gives keys' },
  { of: 'standingOf', columns: 'plan paidCents', why: 'my_profile() gives columns of profiles; a coalesce' },
  { of: 'paidInvoicesOf', columns: 'paymentIntentId cents', why: 'asked not to be null; reckoned from not null' },
  { of: 'billedSubscriptionsOf', columns: 'customerId', why: 'asked not to be null' },
  { of: 'followedCourses', columns: 'lessonCount lessonsCompleted', why: 'counts of the view' },
  {
    of: 'followedCourses readingIn',
    columns: 'isEntitled isAuthor',
    why: 'both functions are an exists or a comparison with a word',
  },
  { of: 'readingIn', columns: 'id enrolledAt percentage', why: 'left out by standingOf when the enrolment is missing' },
  { of: 'sweep', columns: 'salonIds', why: 'check_inactive_users() makes an array' },
  { of: 'actOf choose', columns: 'salonId', why: 'both functions give salons of leases' },
  { of: 'presentIn', columns: 'status', why: 'salon_presence gives the state of somebody who is here' },
  { of: 'stillMembers endedSessions', columns: 'connection hash', why: 'an element of an array that was given' },
  { of: 'livingToken usedLink usedCode', columns: 'userId', why: 'compared with the id of an account' },
  { of: 'provedAddress', columns: 'first', why: 'asks whether a column is null' },
  { of: 'isStrange askErasure', columns: 'fresh isNew', why: 'compares a system column' },
  { of: 'addPoints', columns: 'left', why: 'reckoned from expires_at, which is not null' },
  {
    of: 'offerOf sessionsOf letterInHand',
    columns: 'isOpen current expired weekFull',
    why: 'compares columns that are not null',
  },
  {
    of: 'sessionsByHash',
    columns: 'unnoted idle',
    why: 'a session with a device has a last use; least() passes over nulls',
  },
  { of: 'deskCourse lessonSheet lessonWords', columns: 'version', why: 'made of a row or a time that is there' },
  { of: 'lessonSheet', columns: 'isEmpty', why: 'compares a coalesce' },
  { of: 'knownCourse', columns: 'isChanged', why: 'is distinct from, or exists' },
  { of: 'letterInHand', columns: 'email', why: 'constraint: a letter has an account or an address' },
  { of: 'payerOf', columns: 'email', why: 'the address of an account in another type' },
  { of: 'liveMirror', columns: 'customerId', why: 'asked for where it is not null' },
  { of: 'renewalsToRemindOf', columns: 'at', why: 'compared with now' },
  {
    of: 'writeInvoices',
    columns: 'is invoiceId userId plan cents createdAt',
    why: 'what an insert returns, joined with its member, where the plan is not null',
  },
  { of: 'openWish', columns: 'email', why: 'the primary key in another type' },
];

const reasonFor = (place: string, column: string): Reason | undefined =>
  NEVER_NULL.find(
    ({ of, columns }) =>
      of.split(' ').some((each) => place.endsWith(`: ${each}`)) &&
      (columns === '*' || columns.split(' ').includes(column)),
  );

const statements = declaredStatements();
let fresh: FreshDatabase;
let reader: Awaited<ReturnType<typeof columnReader>>;
beforeAll(async () => {
  fresh = await freshDatabase();
  await runMigrations({ connectionString: fresh.url });
  reader = await columnReader(fresh.url);
});
afterAll(async () => {
  await reader?.close();
  await fresh?.drop();
});

const used = new Set<Reason>();

async function faultsOf({ place, text, row }: Statement): Promise<string[]> {
  const columns = await reader.columnsOf(text).catch((error: Error) => error.message);
  if (typeof columns === 'string') return [`${place}: ${columns}`];
  if (!row) return [];
  const missing = [...row.keys()].filter((name) => !columns.some((column) => column.name === name));
  const wrong = columns.flatMap(({ name, type, isNullable }) => {
    const declared = row.get(name);
    if (!declared) return [`${place}: ${name} is not declared`];
    if (!declared.fits(type)) return [`${place}: ${name} is ${type}, not ${declared.written}`];
    if (!isNullable || declared.isNullable) return [];
    const reason = reasonFor(place, name);
    if (reason) used.add(reason);
    return reason ? [] : [`${place}: ${name} may be null, and is declared ${declared.written}`];
  });
  return [...missing.map((name) => `${place}: ${name} is declared and not selected`), ...wrong];
}

test('every statement is one that PostgreSQL takes, and its rows are as declared', async () => {
  expect((await Promise.all(statements.map(faultsOf))).flat()).toEqual([]);
  expect(
    NEVER_NULL.filter((reason) => !used.has(reason)),
    'reasons that nothing needs',
  ).toEqual([]);
});

test('all statements are looked at', () => {
  expect(statements.length).toBeGreaterThan(180);
});
