/** A salon with a member who sends what no browser sends, and one who only wants to read. */
import { expect } from 'vitest';
import { href } from '~/urls';
import type { Visitor } from './server';
import { messagesOn, type Site } from './site';

export type RudeSalon = {
  readonly salon: string;
  readonly message: number;
  readonly port: number;
  /** The rude member's. */
  readonly cookie: string;
  /** The other member. */
  readonly healthy: Visitor;
  /** She still reads what stood there. */
  readonly wellKept: () => Promise<void>;
};

export async function rudeSalon(site: Site): Promise<RudeSalon> {
  // The rude one keeps the salon: nothing that is thrown at random can make an owner leave.
  const eve = await site.cast.member('Eve');
  const cookie = await site.cast.session(eve);
  const salon = (await site.cast.salon(eve)).id;
  const anne = await site.cast.member('Anne');
  await site.cast.join(anne, salon);
  const healthy = await site.as(anne);
  await healthy.post(href('messages', { salon }), { texte: 'je suis là' });
  const [row] = await site.cast.sql<{ id: number }[]>`select id::int from chat_messages`;
  const message = row?.id ?? 0;
  const wellKept = async () => {
    const page = await (await healthy.get(href('salon', { salon }))).text();
    expect(messagesOn(page)).toContain(message);
  };
  return { salon, message, port: Number(new URL(site.origin).port), cookie, healthy, wellKept };
}
