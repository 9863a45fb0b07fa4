/** Every address there is, and the least that a member sends to it. */
import { href, type Place, places, rowOf } from '~/urls';
import type { Member } from './cast';
import type { Site } from './site';

/** What a member who posts the least that makes sense sends. */
export const LEAST: Readonly<Partial<Record<Place, Readonly<Record<string, string>>>>> = {
  messages: { texte: 'bonjour' },
  message: { texte: 'bonjour' },
  reactions: { emoji: 'coeur' },
  presence: { statut: 'auto' },
  lessonProgress: { position: '5', secondes: '5' },
  lessonNote: { note: 'à revoir' },
  salonInvitations: { courriel: 'amie@exemple.fr' },
  salonInvitation: { action: 'retirer' },
  salonRequests: { membre: crypto.randomUUID(), action: 'refuser' },
  reportMessage: { motif: 'Un motif' },
};

export const opened = places.filter((place) => rowOf(place).get);
export const posted = places.filter((place) => rowOf(place).post);

/** The place's address, also with values that no link of ours has. */
export const at = (place: Place, values: Readonly<Record<string, string>>) =>
  rowOf(place).pattern.replace(/:(\w+)/g, (_, name: string) => values[name] ?? name);

/** Gives the id of a message of the author's in a salon that is empty. */
export async function said(site: Site, author: Member, salon: string): Promise<string> {
  const visitor = await site.as(author);
  await visitor.post(href('messages', { salon }), { texte: 'un mot' });
  const [row] = await site.cast.sql<{ id: string }[]>`select id from chat_messages where salon_id = ${salon}`;
  return String(row?.id);
}
