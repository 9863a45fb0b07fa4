/**
 * Any mail server, by SMTP (docs/decisions/057): `nodemailer`, which also writes the files. The outbox, its limits and its
 * tries are those of Brevo; SMTP knows no idempotency key, so a letter keeps its Message-ID instead.
 */
import { domainToASCII } from 'node:url';
import type { MailConfig } from '~/config/mail';
import { messageId, mimeOf } from './mime';
import type { Outcome, Post, Shut } from './rules';

/** ms: for the connection, the greeting, and each answer. */
const PATIENCE = 10_000;

type Options = {
  readonly smtp: NonNullable<MailConfig['smtp']>;
  readonly from: MailConfig['from'];
  readonly replyTo: string | null;
};

export function smtpPost({ smtp, from, replyTo }: Options): Post {
  return {
    async send(parcel): Promise<Outcome> {
      try {
        const { createTransport } = await import('nodemailer');
        const { host, port, secure, isHere, auth } = smtp;
        const transport = createTransport({
          ...{ host, port, secure, requireTLS: !secure && !isHere, ignoreTLS: isHere && !secure },
          ...(auth && { auth }),
          ...{ connectionTimeout: PATIENCE, greetingTimeout: PATIENCE, socketTimeout: PATIENCE },
          ...{ disableFileAccess: true, disableUrlAccess: true },
        });
        const raw = await mimeOf(parcel, from, replyTo);
        await transport.sendMail({ envelope: { from: ascii(from.email), to: [ascii(parcel.to)] }, raw });
        return { is: 'sent', messageId: messageId(parcel, from) };
      } catch (error) {
        return refusalOf(error as Failed);
      }
    },
  };
}

function ascii(email: string): string {
  const at = email.lastIndexOf('@');
  return `${email.slice(0, at)}@${domainToASCII(email.slice(at + 1)) || email.slice(at + 1)}`;
}

type Failed = { readonly code?: string; readonly responseCode?: number; readonly command?: string };

/** The server's own words may name the address and stay out. */
function refusalOf({ code, responseCode, command }: Failed): Outcome {
  const later = (reason: string, shut: Shut | null): Outcome => ({ is: 'later', reason, seconds: null, shut });
  if (code === 'EAUTH' || code === 'ENOAUTH' || code === 'EOAUTH2') return later('mot de passe refusé', 'key');
  if (responseCode === undefined) return later(code === 'ETLS' ? 'connexion non chiffrée' : 'pas de réponse', 'away');
  const reason = `réponse ${responseCode}`;
  if (responseCode === 421) return later(reason, 'away');
  // Said of the sender, it would be said of every letter.
  if (command === 'MAIL FROM') return later(reason, responseCode >= 500 ? 'key' : null);
  return responseCode >= 500 ? { is: 'refused', reason } : later(reason, null);
}
