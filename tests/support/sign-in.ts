/** Members with a password, their browsers and their letters, for the tests of signing in. */
import { expect } from 'vitest';
import { hashPassword } from '~/auth/passwords';
import type { Member } from './cast';
import { mailboxOf } from './mailbox';
import type { Visitor } from './server';
import type { Site } from './site';

export const PASSWORD = 'noisette-parapluie-bleu';
let hash: Promise<string> | undefined;

export type Services = {
  readonly memberWithPassword: (name: string) => Promise<Member>;
  /** In a browser of its own, a moment ago: freshly proven. */
  readonly signedIn: (member: Pick<Member, 'email'>, password?: string) => Promise<Visitor>;
  readonly isIn: (visitor: Visitor) => Promise<boolean>;
  /** Sixteen minutes later. */
  readonly unprove: (member: Member) => Promise<unknown>;
  /** The letters of this template, to a member or an address, oldest first. */
  readonly letters: (to: Member | string, template: string) => Promise<Record<string, string>[]>;
  readonly addressOf: (member: Member) => Promise<string>;
};

/** Registers a hook of the file's: after `openSite`. */
export function signInOf(site: Site): Services {
  const mailbox = mailboxOf(site);
  return {
    async memberWithPassword(name) {
      hash ??= hashPassword(PASSWORD);
      const member = await site.cast.member(name);
      await site.cast.sql`update auth.users set password_hash = ${await hash} where id = ${member.id}`;
      return member;
    },
    async signedIn({ email }, password = PASSWORD) {
      const visitor = site.stranger();
      const answer = await visitor.post('/connexion', { courriel: email, mot_de_passe: password });
      expect(answer.status).toBe(303);
      return visitor;
    },
    isIn: async (visitor) => (await visitor.get('/salons')).status === 200,
    unprove: ({ id }) =>
      site.cast.sql`update auth.sessions set proven_at = now() - interval '16 minutes' where user_id = ${id}`,
    async letters(to, template) {
      const all = await mailbox.all(typeof to === 'string' ? to : to.email);
      return all.filter((letter) => letter.template === template).map(({ props }) => props as Record<string, string>);
    },
    async addressOf({ id }) {
      const [row] = await site.cast.sql<{ email: string }[]>`select email::text from auth.users where id = ${id}`;
      return row?.email ?? '';
    },
  };
}

/** The session's own part of what a browser sends. */
export const sessionCookie = (visitor: Visitor) => /aurora_session=[^;]*/.exec(visitor.cookie())?.[0] ?? '';
