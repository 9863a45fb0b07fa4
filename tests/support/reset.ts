/** Members who have forgotten their passwords. */
import { hashPassword } from '~/auth/passwords';
import type { Member } from './cast';
import { mailboxOf } from './mailbox';
import type { Visitor } from './server';
import type { Site } from './site';

export const OLD = 'noisette-parapluie-bleu';
export const NEW = 'cerisier-brouette-lundi';
let hash: Promise<string> | undefined;

/** Registers a hook of the file's: after `openSite`. */
export function resetOf(site: Site) {
  const post = mailboxOf(site);
  let calls = 0;
  function place(): Record<string, string> {
    calls += 1;
    return { 'X-Forwarded-For': `192.0.2.${calls}` };
  }
  const ask = (visitor: Visitor, courriel: string) => visitor.post('/mot-de-passe/oubli', { courriel }, place());
  return {
    post,
    /** One of its own for every sending, so that no limit reaches over. */
    place,
    /** Asks for the letter. */
    ask,
    /** Gives the status. */
    signIn: async ({ email }: Member, mot_de_passe: string) =>
      (await site.stranger().post('/connexion', { courriel: email, mot_de_passe }, place())).status,
    /** Has the letter: `path` is its link. */
    async forgetful(): Promise<{ anne: Member; visitor: Visitor; path: string }> {
      hash ??= hashPassword(OLD);
      const anne = await site.cast.member('Anne Dupont');
      await site.cast.sql`update auth.users set password_hash = ${await hash} where id = ${anne.id}`;
      const visitor = site.stranger();
      await ask(visitor, anne.email);
      return { anne, visitor, path: (await post.last(anne.email, 'reset')).path };
    },
  };
}
