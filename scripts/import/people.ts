/** Accounts, the other services that open them, and profiles. */

import type { DumpRow } from './reading';
import { isFirst, isTrue, note, short, time, UUID } from './report';
import type { Plan } from './types';
import { arrayOf } from './values';

type Cells = DumpRow['row'];

export function user(plan: Plan, row: Cells, now: string): string | null {
  const [id, email] = [row.id?.toLowerCase() ?? '', row.email?.trim().toLowerCase() ?? ''];
  if (!UUID.test(id)) return 'numéro illisible';
  if (row.deleted_at) return 'compte supprimé';
  if (!/^[^@\s]{1,64}@[^@\s]{1,189}$/.test(email)) return 'sans adresse de courriel';
  if (plan.users.has(id)) return 'en double';
  if (!isFirst(plan, `email ${email}`)) return 'adresse en double';
  const hash = /^\$2[aby]\$\d\d\$.{53}$/.test(row.encrypted_password ?? '') ? (row.encrypted_password ?? null) : null;
  const at = time(row.created_at) ?? now;
  plan.users.set(id, {
    id,
    email,
    hash,
    confirmedAt: time(row.email_confirmed_at ?? row.confirmed_at),
    at,
    ...{ customer: null, profile: null, avatarUrl: null, coverUrl: null, owned: 0, joined: 0 },
  });
  return null;
}

export function identity(plan: Plan, row: Cells): string | null {
  const userId = row.user_id?.toLowerCase() ?? '';
  const known = plan.users.get(userId);
  if (row.provider !== 'google' && row.provider !== 'github') return 'autre façon de se connecter';
  if (!known) return 'sans compte';
  const subject = row.provider_id ?? row.id ?? '';
  if (!subject || !isFirst(plan, `identity ${row.provider} ${subject}`)) return 'en double';
  plan.identities.push({ provider: row.provider, subject, userId, email: row.email ?? known.email });
  return null;
}

export function profile(plan: Plan, row: Cells): string | null {
  const known = plan.users.get(row.id?.toLowerCase() ?? '');
  if (!known) return 'sans compte';
  if (known.profile) return 'en double';
  const idle = Number(row.auto_offline_after ?? 300);
  known.profile = {
    name: short(row.full_name, 80),
    bio: short(row.bio, 2000),
    city: short(row.city, 80),
    interests: arrayOf(row.interests ?? null)
      .slice(0, 30)
      .map((word) => word.slice(0, 60)),
    welcomed: isTrue(row.onboarding_completed),
    idle: idle >= 60 && idle <= 86_400 ? idle : 300,
    lastActivity: time(row.last_activity),
  };
  if (row.avatar_url) plan.shown.push({ address: row.avatar_url, folder: 'avatars', of: known });
  if (row.cover_url) plan.shown.push({ address: row.cover_url, folder: 'covers', of: known });
  if (row.subscription_type && row.subscription_type !== 'freemium')
    note(plan.report, 'profiles', 'formule à relire chez Stripe');
  const customer = row.stripe_customer_id ?? '';
  if (/^cus_\w{1,250}$/.test(customer) && isFirst(plan, `customer ${customer}`)) known.customer = customer;
  return null;
}
