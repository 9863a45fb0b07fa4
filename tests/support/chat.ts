/** Two members of a salon who talk by plain forms, and what is stored of it. */
import { expect } from 'vitest';
import { href } from '~/urls';
import type { Member } from './cast';
import type { Visitor } from './server';
import type { Site } from './site';

export type Two = {
  /** Owns the salon. */
  readonly anne: Member;
  readonly paul: Member;
  readonly asAnne: Visitor;
  readonly asPaul: Visitor;
  readonly salon: string;
};

export async function twoInASalon({ cast, as }: Site): Promise<Two> {
  const [anne, paul] = [await cast.member('Anne'), await cast.member('Paul')];
  const { id: salon } = await cast.salon(anne);
  await cast.join(paul, salon);
  return { anne, paul, asAnne: await as(anne), asPaul: await as(paul), salon };
}

type Stored = {
  id: number;
  content: string;
  replyTo: number | null;
  isDeleted: boolean;
  edited: boolean;
  reactions: number;
};

/** @param here the salon, and who speaks where nobody is named */
export function talkOf(site: Site, here: () => Pick<Two, 'asAnne' | 'salon'>) {
  const stored = (id: string = here().salon) => site.cast.sql<Stored[]>`
    select id::int, content, reply_to_id::int as "replyTo", is_deleted as "isDeleted", edited_at is not null as edited,
      (select count(*)::int from message_reactions r where r.message_id = m.id) as reactions
    from chat_messages m where salon_id = ${id} order by seq`;
  const last = async () => (await stored()).at(-1) ?? expect.unreachable('nothing is stored');
  const send = (form: Readonly<Record<string, string>>, by = here().asAnne, headers = {}) =>
    by.post(href('messages', { salon: here().salon }), form, headers);
  return {
    stored,
    last,
    send,
    /** Gives the id of what was said. */
    async said(texte: string, by = here().asAnne): Promise<number> {
      await send({ texte }, by);
      return (await last()).id;
    },
    at: (place: 'message' | 'deleteMessage' | 'reactions', message: number | string) =>
      href(place, { salon: here().salon, message }),
    room: async (query = '', by = here().asAnne) =>
      (await by.get(href('salon', { salon: here().salon }) + query)).text(),
  };
}

/** The message's part of a room's page. */
export const item = (html: string, id: number) =>
  new RegExp(`<li id="message-${id}"[\\s\\S]*?</li>`).exec(html)?.[0] ?? '';
