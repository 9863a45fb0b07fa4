import { domainToASCII } from 'node:url';
import { z } from 'zod';
import { type Form, fieldErrors, type Parsed, text, typed } from '~/forms';

/**
 * An address as it is kept: without spaces around it, and with its domain as mail servers write it, so that
 * « anne@été.fr » and its ASCII form are one account.
 */
export const email = text(254)
  .transform((value) => asciiDomain(value.trim()))
  .refine((value) => value !== '', {
    error: 'Écrivez votre adresse de courriel, par exemple anne@exemple.fr',
    abort: true,
  })
  .pipe(
    z
      .email('Cette adresse ne semble pas complète. Elle ressemble à prenom.nom@exemple.fr')
      .max(254, 'Cette adresse est trop longue.'),
  );

function asciiDomain(address: string): string {
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1);
  // Nothing but what is no ASCII is rewritten: the rest is judged as it was typed.
  if (at < 1 || /^[\0-\x7f]*$/.test(domain)) return address;
  return `${address.slice(0, at)}@${domainToASCII(domain)}`;
}

const askForm = z.object({ courriel: email, rester: z.literal('on').optional().catch(undefined) });
export type LetterAsked = { readonly email: string; readonly stays: boolean };

/** The sign-in form, which has a password beside the address, sent to another way in before an address was written. */
export function isFromSignIn(form: Form): boolean {
  return 'mot_de_passe' in form && typed(form, 'courriel').courriel === '';
}

/** The form of every sign-in method that answers with a letter. */
export function parseLetterAsked(form: unknown): Parsed<LetterAsked> {
  const parsed = askForm.safeParse(form);
  if (!parsed.success) return { ok: false, errors: fieldErrors(parsed.error) };
  return { ok: true, value: { email: parsed.data.courriel, stays: parsed.data.rester === 'on' } };
}
