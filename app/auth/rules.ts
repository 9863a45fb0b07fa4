/** The rules of the doors: who a viewer is, what the forms take. Pure and synchronous. */
import { z } from 'zod';
import { fieldErrors, type Parsed, text } from '~/http/forms';

/** Who is asking, resolved once a request. */
export type Viewer = {
  readonly id: string;
  readonly name: string;
  readonly appRole: 'member' | 'author' | 'moderator' | 'admin';
  /** A05: an unconfirmed member reads and browses, and does not post. */
  readonly confirmed: boolean;
  /** 1 to 4 (U03). */
  readonly textSize: number;
  readonly theme: Theme | null;
  /** SHA-256 of the session's secret: names the session, opens nothing. */
  readonly sessionId: string;
};

export type Theme = 'clair' | 'sombre' | 'contraste';

/** Reliability 8, in hours: without and with « Rester connecté ». */
export const SESSION_HOURS = 24;
export const STAYING_SESSION_HOURS = 90 * 24;
export const SESSION_MAX_DAYS = 180;

/** Reliability 10, in bytes: what Argon2 is asked to chew on. */
export const PASSWORD_MIN = 8;
export const PASSWORD_MAX = 1024;

const email = text(254)
  .transform((value) => value.trim())
  .pipe(z.email('Cette adresse ne semble pas complète. Elle ressemble à prenom.nom@exemple.fr'));

const password = z
  .string('Écrivez votre mot de passe.')
  .refine((value) => value !== '', 'Écrivez votre mot de passe.')
  .refine((value) => Buffer.byteLength(value) <= PASSWORD_MAX, 'Ce mot de passe est trop long.');

const newPassword = password
  .refine(
    (value) => Buffer.byteLength(value) >= PASSWORD_MIN,
    `Choisissez un mot de passe d’au moins ${PASSWORD_MIN} caractères. Trois mots sans rapport font un bon mot de passe.`,
  )
  .refine((value) => !isTrivial(value), 'Ce mot de passe est trop facile à deviner. Choisissez-en un autre.');

/** One character or one short pattern over and over, or a run of the keyboard: what guessers try first. */
function isTrivial(value: string): boolean {
  const plain = value.toLowerCase();
  if (/^(.{1,4})\1+$/s.test(plain)) return true;
  if ('01234567890123456789'.includes(plain) || '98765432109876543210'.includes(plain)) return true;
  if ('abcdefghijklmnopqrstuvwxyz'.includes(plain) || 'azertyuiopqsdfghjklmwxcvbn'.includes(plain)) return true;
  // The last one stands on the sign-up page as an example.
  return /^(motdepasse|password|azerty|qwerty|aurora50|bonjour|soleil|doudou|loulou|tilleul-valise-orage)\d*[!.]?$/.test(
    plain,
  );
}

const signInForm = z.object({
  courriel: email,
  mot_de_passe: password,
  rester: z.literal('on').optional().catch(undefined),
});
export type SignIn = { readonly email: string; readonly password: string; readonly stays: boolean };

export function parseSignIn(form: unknown): Parsed<SignIn> {
  const parsed = signInForm.safeParse(form);
  if (!parsed.success) return { ok: false, errors: fieldErrors(parsed.error) };
  const { courriel, mot_de_passe, rester } = parsed.data;
  return { ok: true, value: { email: courriel, password: mot_de_passe, stays: rester === 'on' } };
}

const signUpForm = z.object({
  nom: text(80)
    .transform((value) => value.replace(/\s+/g, ' ').trim())
    .refine((value) => value.length > 0, 'Écrivez le nom que les autres membres verront, par exemple Monique D.'),
  courriel: email,
  mot_de_passe: newPassword,
  consentement: z.literal('on', 'Cochez la case pour accepter les règles de la maison.'),
});
export type SignUp = { readonly name: string; readonly email: string; readonly password: string };

export function parseSignUp(form: unknown): Parsed<SignUp> {
  const parsed = signUpForm.safeParse(form);
  if (!parsed.success) return { ok: false, errors: fieldErrors(parsed.error) };
  const { nom, courriel, mot_de_passe } = parsed.data;
  return { ok: true, value: { name: nom, email: courriel, password: mot_de_passe } };
}

/**
 * Where to go after signing in: a path of ours, or the start page. Anything a browser could read as another
 * site (`//e`, `/\e`, control characters, a scheme) is not a path of ours (OWASP, unvalidated redirects).
 */
export function safeReturn(value: unknown): string {
  if (typeof value !== 'string' || value.length > 2_000) return '/';
  const hasControl = [...value].some((character) => character < ' ' || character === '\u007F');
  if (hasControl || value.includes('\\') || !/^\/(?!\/)/.test(value)) return '/';
  const url = URL.canParse(value, 'http://aurora50.invalid') ? new URL(value, 'http://aurora50.invalid') : null;
  // Dot segments are gone only now: `/.//e` has become `//e`.
  if (url?.host !== 'aurora50.invalid' || url.pathname.startsWith('//')) return '/';
  return url.pathname + url.search + url.hash;
}
