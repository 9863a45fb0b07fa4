import { z } from 'zod';

/** Reliability 10, in bytes: what Argon2 is asked to chew on. */
export const PASSWORD_MIN = 8;
export const PASSWORD_MAX = 1024;

export const password = z
  .string('Écrivez votre mot de passe.')
  .refine((value) => value !== '', 'Écrivez votre mot de passe.')
  .refine((value) => Buffer.byteLength(value) <= PASSWORD_MAX, 'Ce mot de passe est trop long.');

export const newPassword = password
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
