/** What stands behind the links of letters, and somebody whose letter is still closed. */
import { hashOf } from '~/auth/secrets';
import { href } from '~/urls';
import type { Cast } from '../../tests/support/cast';

export type Links = {
  readonly signInLink: string;
  readonly newPassword: string;
  readonly confirmation: string;
};

export async function deadEndsAndLinks({ sql }: Cast): Promise<Links> {
  await sql`
    insert into auth.users (email, password_hash)
    select 'ursule@exemple.fr', password_hash from auth.users where email = 'monique@exemple.fr'`;
  await sql`
    update profiles set full_name = 'Ursule Petit'
    where id = (select id from auth.users where email = 'ursule@exemple.fr')`;
  const link = async (purpose: string, email: string) => {
    const secret = `lien-de-la-lettre-${purpose}`.padEnd(43, '-x').replaceAll('_', '-');
    await sql`
      insert into auth.tokens (hash, user_id, purpose, email, code_hash, expires_at)
      select ${hashOf(secret)}, id, ${purpose}, email, ${hashOf('code')}, now() + interval '1 day'
      from auth.users where email = ${email}`;
    return secret;
  };
  return {
    signInLink: href('signInLink', { jeton: await link('sign_in', 'lucie@exemple.fr') }),
    newPassword: href('newPassword', { jeton: await link('reset', 'lucie@exemple.fr') }),
    confirmation: href('confirmAddress', {}, { jeton: await link('confirmation', 'ursule@exemple.fr') }),
  };
}
