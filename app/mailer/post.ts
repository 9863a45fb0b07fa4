/** Where this site's letters go: the way that its settings choose. */
import path from 'node:path';
import type { Config } from '~/config';
import { type BrevoLists, brevoPost } from './brevo';
import { folderPost } from './folder';
import type { Post } from './rules';

export type Posts = {
  readonly post: Post;
  /** Null without Brevo: there are no contact lists. */
  readonly brevo: BrevoLists | null;
};

export function postsOf({ mail, publisher, dataDir }: Pick<Config, 'mail' | 'publisher' | 'dataDir'>): Posts {
  const about = { from: mail.from, replyTo: publisher.email };
  const brevo = mail.brevo && brevoPost({ brevo: mail.brevo, ...about });
  return { post: brevo ?? folderPost({ folder: path.join(dataDir, 'courrier'), ...about }), brevo };
}
