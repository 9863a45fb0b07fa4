/** Opening an account by the form, from a place of one's own each time. */
import { mailboxOf } from './mailbox';
import type { Visitor } from './server';
import { mainOf, type Site } from './site';

export const FORM = { nom: 'Anne D.', courriel: '', mot_de_passe: 'noisette-parapluie-bleu', consentement: 'on' };
type Fields = Readonly<Record<string, string>>;
type Account = { fullName: string; confirmed: boolean; sessions: number; passwordHash: string; version: string | null };

/** Registers a hook of the file's: after `openSite`. */
export function signUpOf(site: Site) {
  const post = mailboxOf(site);
  let made = 0;
  const fresh = () => `nouvelle${made++}@exemple.fr`;
  /** So that no limit reaches over. */
  function place(): Record<string, string> {
    made += 1;
    return { 'X-Forwarded-For': `203.0.${made >> 8}.${made & 255}` };
  }
  return {
    post,
    /** An address that nobody has. */
    fresh,
    place,
    signUp: (fields: Fields, visitor: Visitor = site.stranger()) =>
      visitor.post('/inscription', { ...FORM, courriel: fresh(), ...fields }, place()),
    accountsOf: (email: string) => site.cast.sql<Account[]>`
      select p.full_name as "fullName", u.email_confirmed_at is not null as confirmed,
        u.password_hash as "passwordHash",
        (select count(*)::int from auth.sessions s where s.user_id = u.id) as sessions,
        (select c.version from consents c where c.user_id = u.id and u.consented_at is not null) as version
      from auth.users u join profiles p on p.id = u.id
      where u.email = ${email}`,
    waitingPage: async (visitor: Visitor) => mainOf(await (await visitor.get('/connexion/courrier')).text()),
  };
}
