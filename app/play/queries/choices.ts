/** What a member chooses of her own. With her own rights. */
import type { Tx } from '~/db';

export type Choices = { readonly isRanked: boolean; readonly showsBadges: boolean };

export async function choicesOf(tx: Tx, viewerId: string): Promise<Choices> {
  const [found] = await tx<Choices[]>`
    select is_ranked, shows_badges
    from play_choices
    where user_id = ${viewerId}`;
  return found ?? { isRanked: false, showsBadges: false };
}

export async function showBadges(tx: Tx, viewerId: string, areShown: boolean): Promise<void> {
  await tx`
    insert into play_choices (user_id, shows_badges)
    values (${viewerId}, ${areShown})
    on conflict (user_id) do update
    set shows_badges = excluded.shows_badges`;
}

export async function takePart(tx: Tx, viewerId: string, isRanked: boolean): Promise<void> {
  await tx`
    insert into play_choices (user_id, is_ranked)
    values (${viewerId}, ${isRanked})
    on conflict (user_id) do update
    set is_ranked = excluded.is_ranked`;
}

/** From today on, in Paris; where a rest goes on, it goes on. */
export async function beginRest(tx: Tx, viewerId: string): Promise<void> {
  await tx`
    insert into play_rests (user_id, from_day)
    select ${viewerId}, (now() at time zone 'Europe/Paris')::date
    where not exists (select from play_rests where user_id = ${viewerId} and to_day is null)
    on conflict (user_id, from_day) do update
    set to_day = null`;
}

/** Today counts again; a rest that began today was one day. */
export async function endRest(tx: Tx, viewerId: string): Promise<void> {
  await tx`
    update play_rests
    set to_day = greatest(from_day, (now() at time zone 'Europe/Paris')::date - 1)
    where user_id = ${viewerId} and to_day is null`;
}
