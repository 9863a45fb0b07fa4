/** Members as admins read, close and empower them. Each of these acts is read by whom it is about (U17). */
import { suspend } from '~/auth/commands/suspension';
import { accountOf } from '~/auth/queries/accounts';
import { sessionsOf } from '~/auth/queries/sessions';
import { liftSuspension, suspensionOf } from '~/auth/queries/suspensions';
import type { SessionCard } from '~/auth/rules/session';
import type { NewSuspension, Suspension } from '~/auth/rules/suspension';
import type { Viewer } from '~/auth/rules/viewer';
import type { Database, Tx } from '~/db';
import { AppError, notFound } from '~/errors';
import { enqueue } from '~/mailer';
import { giveRole, type Role } from '~/members/queries/roles';
import * as staff from '~/members/queries/staff';
import { passOnSalons } from '~/salons/queries/exclusion';
import { fullMoment } from '~/ui/format';
import { href } from '~/urls';
import { type LetterLine, lettersTo, noteLook } from './queries';
import type { Look } from './rules';
import { asAdmin } from './team';

/** By a whole address the one who has it, which she reads; otherwise by what every member sees. */
export function findMembers(database: Database, viewer: Viewer, search: staff.StaffSearch, most: number) {
  return database.asSystem(async (tx) => {
    const found = await staff.findForStaff(tx, search, most);
    if (search.email) for (const { id } of found) await noteLook(tx, viewer.id, id, 'address_looked_up');
    return found;
  });
}

export type MemberFile = {
  readonly account: staff.Account;
  readonly suspension: Suspension | null;
  readonly sessions: readonly SessionCard[];
  readonly letters: readonly LetterLine[];
  readonly reports: readonly staff.ReportLine[];
};

/** What was not written down was not shown. @throws AppError not_found */
export function openAccount(database: Database, viewer: Viewer, id: string): Promise<MemberFile> {
  return database.asSystem(async (tx) => {
    const account = await staff.accountForStaff(tx, id);
    if (!account) throw notFound();
    await noteLook(tx, viewer.id, id, 'account_opened');
    const [suspension, sessions, letters, reports] = await Promise.all([
      suspensionOf(tx, id),
      sessionsOf(tx, id, ''),
      lettersTo(tx, account.email, id),
      staff.reportsOf(tx, id),
    ]);
    return { account, suspension, sessions, letters, reports };
  });
}

/**
 * She is told by letter too: her sessions are closed, and she has to hear why and how to answer (DSA, article 17).
 * @throws AppError conflict (one of the team: her role is taken back first), not_found
 */
export function suspendMember(
  database: Database,
  viewer: Viewer,
  id: string,
  asked: NewSuspension,
  now: Date,
): Promise<void> {
  return asAdmin(database, viewer, async (tx) => {
    const account = await staff.accountForStaff(tx, id);
    if (!account) throw notFound();
    if (account.role !== 'member') throw new AppError('conflict', 'team');
    await suspend(tx, id, asked);
    // D33: for a while her moderators keep her salons; without an end they need an owner.
    if (asked.days === null) await passOnSalons(tx, id);
    await tellSuspended(tx, account, asked, now);
    await noteLook(tx, viewer.id, id, 'suspended');
  });
}

const DAY = 86_400_000; // ms

/** Pressed twice within a minute, one letter. */
async function tellSuspended(tx: Tx, { id, name }: staff.Account, { reason, days }: NewSuspension, now: Date) {
  const until = days === null ? 'jusqu’à ce que l’équipe le rouvre' : `jusqu’au ${end(now, days)}`;
  await enqueue(tx, {
    template: 'moderationDecision',
    to: { userId: id },
    key: `suspended:${id}:${now.toISOString().slice(0, 16)}`,
    props: {
      name,
      decision: `Votre compte est suspendu ${until}.`,
      rule: 'Les règles de vie d’Aurora50, que vous trouvez en bas de chaque page.',
      reason,
      automation: 'none',
      path: href('suspension'),
    },
  });
}

const end = (now: Date, days: number) => fullMoment(new Date(now.getTime() + days * DAY));

/** Twice is no fault. */
export function liftMember(database: Database, viewer: Viewer, id: string): Promise<void> {
  return asAdmin(database, viewer, async (tx) => {
    if (!(await accountOf(tx, id))) throw notFound();
    if (await liftSuspension(tx, id)) await noteLook(tx, viewer.id, id, 'suspension_lifted');
  });
}

const ROLE_LOOKS: Readonly<Record<Role, Look>> = {
  member: 'role_taken',
  author: 'role_given',
  moderator: 'role_moderator',
  admin: 'role_admin',
};

/**
 * Under the lock of all admins' rows: of two who take each other's role back, one stays (G14).
 * @throws AppError conflict (her own, a suspended account, an address that nobody has confirmed), not_found
 */
export function changeRole(database: Database, viewer: Viewer, id: string, role: Role): Promise<void> {
  return asAdmin(database, viewer, async (tx) => {
    if (id === viewer.id) throw new AppError('conflict', 'own');
    const account = await staff.accountForStaff(tx, id);
    if (!account) throw notFound();
    if (account.role === role) return;
    if (role !== 'member' && !account.confirmedAt) throw new AppError('conflict', 'unconfirmed');
    if (role !== 'member' && (await suspensionOf(tx, id))) throw new AppError('conflict', 'suspended');
    await giveRole(tx, id, role);
    await noteLook(tx, viewer.id, id, ROLE_LOOKS[role]);
  });
}
