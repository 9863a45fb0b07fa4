/** What Google and GitHub say of somebody: judged as everything from outside is. Pure. */
import { z } from 'zod';
import type { ProviderName } from '~/config/providers';
import { fieldErrors, type Parsed } from '~/forms';
import { email } from './email';
import { memberName } from './member-name';

export type Identity = {
  readonly provider: ProviderName;
  /** The provider's own name for the account; an address may change hands, this may not. */
  readonly subject: string;
  readonly email: string;
  /** The provider has seen that she reads this mailbox. */
  readonly verified: boolean;
  /** As the site would take it at sign-up, or null. */
  readonly name: string | null;
};

const subject = z.union([z.string().min(1).max(255), z.number().int().positive().max(Number.MAX_SAFE_INTEGER)]);
const name = memberName.nullish().catch(null);

const google = z.object({
  sub: subject,
  email,
  email_verified: z.union([z.boolean(), z.literal(['true', 'false'])]).catch(false),
  name,
});

/** Null for an answer that makes no sense. */
export function googleIdentity(user: unknown): Identity | null {
  const parsed = google.safeParse(user);
  if (!parsed.success) return null;
  const { sub, email_verified, ...rest } = parsed.data;
  const verified = email_verified === true || email_verified === 'true';
  return { provider: 'google', subject: String(sub), email: rest.email, verified, name: rest.name ?? null };
}

const github = z.object({ id: subject, name });
const githubEmails = z.array(
  z.object({ email: z.string(), primary: z.boolean().catch(false), verified: z.boolean().catch(false) }),
);

/** The primary address; GitHub tells which ones it has verified apart from the person. */
export function githubIdentity(user: unknown, emails: unknown): Identity | null {
  const who = github.safeParse(user);
  const list = githubEmails.safeParse(emails);
  if (!who.success || !list.success) return null;
  const primary = list.data.find((each) => each.primary);
  const address = email.safeParse(primary?.email);
  if (!primary || !address.success) return null;
  const { id, name: called } = who.data;
  return {
    provider: 'github',
    subject: String(id),
    email: address.data,
    verified: primary.verified,
    name: called ?? null,
  };
}

const signUp = z.object({
  nom: memberName,
  consentement: z.literal('on', 'Cochez la case pour accepter les règles de la maison.'),
});

/** The provider has said the rest. */
export function parseProviderSignUp(form: unknown): Parsed<string> {
  const parsed = signUp.safeParse(form);
  return parsed.success ? { ok: true, value: parsed.data.nom } : { ok: false, errors: fieldErrors(parsed.error) };
}
