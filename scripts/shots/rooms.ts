/** Salons that are hard to set: everything in them as long as it may be. */
import { href } from '~/urls';
import type { Cast, Member } from '../../tests/support/cast';

export type Rooms = {
  readonly wordyRoom: string;
  /** A salon with two hundred messages, and where its third page of four begins. */
  readonly fullRoom: string;
  readonly fullRoomOlder: string;
};

export async function furnishRooms(cast: Cast, owner: Member): Promise<Rooms> {
  const wordy = await cast.salon(owner, {
    name: 'Potagers partagés, balcons fleuris, confitures de saison et bocaux d’autrefois',
  });
  const full = await cast.salon(owner, { name: 'Deux cents messages' });
  const guest = await cast.member('Marie-Bénédicte de Rochebrune-Montfaucon d’Entraigues, née Vaillancourt');
  for (const { id } of [wordy, full]) await cast.join(guest, id);
  await cast.sql`
    update salons set category = 'jardin', city = 'Saint-Germain-de-Tallevende-la-Lande-Vaumont', color_theme = '#5C940D',
      description = ${`Pour celles et ceux qui sèment, repiquent, cueillent et mettent en bocal. ${ABOUT}`} where id = ${wordy.id}`;
  await longTalk(cast, wordy.id, owner, guest);
  await cast.sql`
    insert into chat_messages (salon_id, user_id, content)
    select ${full.id}, case when n % 3 = 0 then ${owner.id}::uuid else ${guest.id}::uuid end,
      'Message numéro ' || n || case when n % 4 = 0 then ' : ce matin, trois tomates sont mûres et le basilic repart.' else '.' end
    from generate_series(1, 200) n`;
  const room = (salon: string) => href('salon', { salon });
  return {
    wordyRoom: room(wordy.id),
    fullRoom: room(full.id),
    fullRoomOlder: href('salon', { salon: full.id }, { avant: 101 }),
  };
}

const ABOUT = 'On y parle sans hâte de semis, de tailles, de limaces et de recettes. '.repeat(4);
const STORY = 'Hier, la voisine du troisième est montée avec un panier de mirabelles et une question sur la cuisson. ';

async function longTalk({ sql }: Cast, salon: string, owner: Member, guest: Member): Promise<void> {
  const say = async (author: Member, content: string, answers: number | null = null): Promise<number> => {
    const [made] = await sql<{ id: number }[]>`
      insert into chat_messages (salon_id, user_id, content, reply_to_id)
      values (${salon}, ${author.id}, ${content}, ${answers}) returning id::int`;
    return made?.id ?? 0;
  };
  const story = await say(guest, STORY.repeat(20).slice(0, 2_000));
  await say(owner, 'Quelle histoire ! Je note la recette.', story);
  await say(
    guest,
    `Elle est là : https://www.exemple.fr/recettes/confitures/${'mirabelles-de-lorraine/'.repeat(6)}?page=2&tri=date`,
  );
  const corrected = await say(owner, 'Le basilik, derrière la vitre.');
  const gone = await say(guest, 'Ceci ne restera pas.');
  await say(owner, 'Ah, dommage, je n’ai pas eu le temps de lire.', gone);
  await say(guest, `Un mot sans fin : ${'anticonstitutionnellement'.repeat(6)}`);
  const mine = await say(
    owner,
    'Demain, dix heures, devant la serre.\n\nApportez vos bocaux :\n- trois petits ;\n- un grand.',
  );
  await sql`update chat_messages set content = 'Le basilic, derrière la vitre.' where id = ${corrected}`;
  await sql`update chat_messages set is_deleted = true where id = ${gone}`;
  for (const [message, who, emoji] of [
    [story, owner, 'coeur'],
    [story, guest, 'triste'],
    [mine, guest, 'bravo'],
    [mine, guest, 'merci'],
  ] as const) {
    await sql`insert into message_reactions (message_id, user_id, emoji) values (${message}, ${who.id}, ${emoji})`;
  }
  await sql`update salon_members set last_seen_seq = 3 where salon_id = ${salon} and user_id = ${owner.id}`;
}
