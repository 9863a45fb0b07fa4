/** Where this site's letters go: the way that its settings choose, and nowhere but a folder from a site to try things out. */
import path from 'node:path';
import type { Config } from '~/config';
import { type BrevoLists, brevoPost } from './brevo';
import { folderPost } from './folder';
import type { Post } from './rules';
import { smtpPost } from './smtp';

export type Posts = {
  readonly post: Post;
  /** Null without Brevo, and outside production: there are no contact lists. */
  readonly brevo: BrevoLists | null;
};

export function postsOf(config: Pick<Config, 'mail' | 'publisher' | 'dataDir' | 'environment'>): Posts {
  const { mail, publisher, dataDir, environment } = config;
  const about = { from: mail.from, replyTo: publisher.email };
  const folder = folderPost({ folder: path.join(dataDir, 'courrier'), ...about });
  const brevo = mail.brevo && brevoPost({ brevo: mail.brevo, ...about });
  const out = brevo ?? (mail.smtp && smtpPost({ smtp: mail.smtp, ...about }));
  if (!out) return { post: folder, brevo: null };
  if (environment === 'production') return { post: out, brevo };
  return { post: onlyTo(mail.onlyTo, out, folder), brevo: null };
}

/** O09: from a site to try things out, letters leave to those alone who are named. */
function onlyTo(named: readonly string[], out: Post, folder: Post): Post {
  return { send: (parcel, signal) => (isNamed(parcel.to, named) ? out : folder).send(parcel, signal) };
}

/** Whether a letter to this address would lie in a folder instead of leaving. */
export function isInFolder({ mail, environment }: Pick<Config, 'mail' | 'environment'>, email: string): boolean {
  if (!mail.brevo && !mail.smtp) return true;
  return environment !== 'production' && !isNamed(email, mail.onlyTo);
}

/** @param named addresses, and domains that begin with @ */
function isNamed(email: string, named: readonly string[]): boolean {
  const address = email.toLowerCase();
  return named.some((each) => (each.startsWith('@') ? address.endsWith(each) : address === each));
}
