/** Salons to choose from: the viewer's own, those she may discover, one of them before she joins. */
import type { Tx } from '~/db';
import { DISCOVERED, type QuotedWords, type SalonCard, type SalonFromOutside } from '../rules';
import type { SalonSearch } from '../rules/search';

/** The viewer's salons, the last spoken in first, with what she has not read where her bell rings for all of it (D42). */
export async function salonsOf(tx: Tx, viewerId: string): Promise<SalonCard[]> {
  const rows = await tx<(Omit<SalonCard, 'membership'> & NonNullable<SalonCard['membership']>)[]>`
    select
      d.id, d.name, d.description, d.category, d.city, d.color_theme, d.avatar_url, d.visibility, d.is_active,
      d.owner_name, d.member_count, d.messages_today, d.role, b.rings,
      case when b.rings = 'tout' then (
        select count(*)
        from (
          select
          from chat_messages c
          where c.salon_id = d.id
            and c.seq > d.last_seen_seq
            and not c.is_deleted
            and c.user_id is distinct from ${viewerId}
            and coalesce(c.user_id <> all (array(select my_hidden_members())), true)
          limit 100
        ) beyond
      ) else 0 end as unread,
      coalesce(case when b.rings = 'tout' then (
        select json_agg(json_build_object('author', fresh.author, 'words', fresh.words, 'at', fresh.at) order by fresh.seq)
        from (
          select c.seq, coalesce(p.full_name, 'Ancien membre') as author, left(c.content, 140) as words, c.created_at as at
          from chat_messages c
          left join profiles p on p.id = c.user_id
          where c.salon_id = d.id
            and c.seq > d.last_seen_seq
            and not c.is_deleted
            and c.user_id is distinct from ${viewerId}
            and coalesce(c.user_id <> all (array(select my_hidden_members())), true)
          order by c.seq desc
          limit 2
        ) fresh
      ) end, '[]') as latest,
      coalesce(o.people, 0) as others_here
    from my_salons d
    join my_bells() b on b.salon_id = d.id
    left join others_in_my_salons() o on o.salon_id = d.id
    order by d.last_message_at desc nulls last, d.name`;
  return rows.map(({ role, unread, rings, othersHere, latest, ...card }) => ({
    ...card,
    membership: { role, unread, rings, othersHere, latest: latest.map(quoted) },
  }));
}

/** Salons that are no secret and that the viewer is not in, the liveliest first. D31: the filters combine; accents, case, ligatures and kinds of apostrophe do not matter. */
export async function salonsToDiscover(tx: Tx, viewerId: string, search: SalonSearch): Promise<SalonCard[]> {
  const isSearched = search.after || search.category || search.city || search.q;
  const rows = await (isSearched ? found(tx, viewerId, search) : liveliest(tx, viewerId));
  return rows.map((card) => ({ ...card, membership: null }));
}

type FoundCard = Omit<SalonCard, 'membership'>;

/**
 * Apart from a search: with conditions that are empty PostgreSQL plans the statement anew for each list, which costs more
 * than the list. Chosen before their owners are looked up, or the planner reads every member's name.
 */
function liveliest(tx: Tx, viewerId: string) {
  return tx<FoundCard[]>`
    select ${cardColumns(tx)}
    from (
      select d.id
      from salons d
      where ${isOpenTo(tx, viewerId)}
      order by d.message_count desc, d.name, d.id
      limit ${DISCOVERED + 1}
    ) chosen
    join salons_with_details d on d.id = chosen.id
    order by d.message_count desc, d.name, d.id`;
}

function found(tx: Tx, viewerId: string, search: SalonSearch) {
  // Composed on both sides: the dictionary of plain() knows « é » and no lone accent, and older names may hold one.
  const words = search.q.normalize('NFC').split(/\s+/).filter(Boolean);
  const city = search.city.normalize('NFC');
  return tx<FoundCard[]>`
    select ${cardColumns(tx)}
    from (
      select d.id
      from salons d
      where ${isOpenTo(tx, viewerId)}
        and (${search.after}::uuid is null or exists (
          select
          from salons s
          where s.id = ${search.after}
            and (d.message_count < s.message_count or (d.message_count = s.message_count and (d.name, d.id) > (s.name, s.id)))
        ))
        and (${search.category}::text is null or d.category = ${search.category})
        and (${city} = '' or strpos(plain(normalize(d.city)), plain(${city})) > 0)
        and not exists (
          select
          from unnest(${words}::text[]) word
          where strpos(plain(normalize(d.name || ' ' || d.description)), plain(word)) = 0
        )
      order by d.message_count desc, d.name, d.id
      limit ${DISCOVERED + 1}
    ) chosen
    join salons_with_details d on d.id = chosen.id
    order by d.message_count desc, d.name, d.id`;
}

const cardColumns = (tx: Tx) => tx`
  d.id, d.name, d.description, d.category, d.city, d.color_theme, d.avatar_url, d.visibility, d.is_active,
  d.owner_name, d.member_count, d.messages_today`;

const isOpenTo = (tx: Tx, viewerId: string) => tx`
  d.visibility in ('public', 'demande')
    and d.is_active
    and not exists (select from salon_members m where m.salon_id = d.id and m.user_id = ${viewerId})`;

export type SuggestedSalon = Pick<SalonCard, 'id' | 'name' | 'description' | 'category' | 'city'>;

/** Public salons that the viewer is not in and has not put aside: of these categories first, then of her town, then the liveliest (Z11). */
export async function salonsToSuggest(
  tx: Tx,
  viewerId: string,
  categories: readonly string[],
  city: string,
  most: number,
): Promise<readonly SuggestedSalon[]> {
  return tx<SuggestedSalon[]>`
    select s.id, s.name, s.description, s.category, s.city
    from salons s
    where s.visibility = 'public'
      and s.is_active
      and not exists (select from salon_members m where m.salon_id = s.id and m.user_id = ${viewerId})
      and not exists (select from dismissed_suggestions d where d.salon_id = s.id and d.user_id = ${viewerId})
    order by
      s.category = any(${categories as string[]}::text[]) desc,
      coalesce(plain(s.city) = plain(${city}), false) desc,
      s.message_count desc, s.name, s.id
    limit ${most}`;
}

/** A salon as a card tells of it and a little more, before one joins. Null: private, archived or not there, for who is not in it. */
export async function salonSeenFromOutside(
  tx: Tx,
  viewerId: string,
  salonId: string,
): Promise<SalonFromOutside | null> {
  const [found] = await tx<SalonFromOutside[]>`
    select
      d.id, d.name, d.description, d.category, d.city, d.color_theme, d.avatar_url, d.visibility, d.is_active,
      d.owner_name, d.member_count, d.messages_today, d.message_count, d.created_at,
      coalesce((select s.house_rules from salons s where s.id = d.id), '') as house_rules,
      coalesce((
        select case when r.answered_at is null then 'waiting' else 'refused' end
        from salon_requests r
        where r.salon_id = d.id and r.user_id = ${viewerId}
      ), 'none') as request,
      m.user_id is not null as is_member, coalesce(d.owner_id = ${viewerId}, false) as is_owner,
      exists (
        select
        from salons s
        where s.id = d.id and s.last_words_shown_since is not null
      ) as shows_last_words,
      coalesce((
        select json_agg(json_build_object('author', w.author, 'words', w.words, 'at', w.at))
        from last_words_of(d.id) w
      ), '[]') as last_words
    from salons_with_details d
    left join my_memberships() m on m.salon_id = d.id and m.user_id = ${viewerId}
    where d.id = ${salonId} and (m.user_id is not null or (d.visibility in ('public', 'demande') and d.is_active))`;
  return found ? { ...found, lastWords: found.lastWords.map(quoted) } : null;
}

/** JSON carries a time as text. */
const quoted = (words: QuotedWords): QuotedWords => ({ ...words, at: new Date(words.at) });
