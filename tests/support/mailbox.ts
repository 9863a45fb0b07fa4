/** The letters a site has caused, as they were put into the outbox, whatever becomes of them afterwards. */
import postgres from 'postgres';
import { beforeAll } from 'vitest';
import type { LetterName, LetterProps } from '../../emails/props';
import type { Site } from './site';

export type Sent<N extends LetterName = LetterName> = {
  readonly template: N;
  readonly props: LetterProps[N];
  readonly to: string;
};

export type Mailbox = {
  /** All letters to this address, the oldest first. */
  readonly all: (email: string) => Promise<Sent[]>;
  /** The newest of the kind. */
  readonly last: <N extends LetterName>(email: string, template: N) => Promise<LetterProps[N]>;
  readonly templates: (email: string) => Promise<string[]>;
};

/** A copy is kept at the entry of the outbox: what has left is blanked there. */
export function mailboxOf(site: Site): Mailbox {
  beforeAll(async () => {
    const owner = postgres(site.url, { max: 1, onnotice: () => {} });
    await owner.unsafe(`
      create table if not exists public.copies (
        n bigint generated always as identity, template text, props jsonb, email citext
      );
      grant insert, select on public.copies to aurora_system, aurora_app;
      create or replace function public.keep_copy() returns trigger language plpgsql security definer as $$
      begin
        insert into public.copies (template, props, email)
        values (new.template, new.props, coalesce(new.email, (select email from auth.users where id = new.user_id)));
        return new;
      end $$;
      create or replace trigger keep_copy after insert on public.outbox for each row execute function public.keep_copy();`);
    await owner.end();
  });
  const all = async (email: string) => [
    ...(await site.cast.sql<Sent[]>`
      select template, props, email as to from copies where email = ${email} order by n`),
  ];
  return {
    all,
    async last(email, template) {
      const found = (await all(email)).findLast((letter) => letter.template === template);
      if (!found) throw new Error(`no letter « ${template} » for ${email}`);
      return found.props as never;
    },
    templates: async (email) => (await all(email)).map((letter) => letter.template),
  };
}
