-- Q05, Z07: the figures of the team as a job has computed them, with the time of it: at a hundred thousand members they are
-- too long to compute for a page.
create table public.computed_figures (
  name text not null,
  computed_at timestamptz not null,
  figures jsonb not null,
  constraint computed_figures_pkey primary key (name),
  constraint computed_figures_name_length check (char_length(name) between 1 and 60)
);
alter table public.computed_figures enable row level security;
alter table public.computed_figures force row level security;
create policy system_all on public.computed_figures to aurora_system using (true) with check (true);
grant select, insert, update, delete on public.computed_figures to aurora_system;

-- G28: as before, and no more rows are read than are shown. All members are read in the order of an index, a salon from
-- its members; who is even stands at the same place, and where the page ends any of them may be the last.
create or replace function public.ranking_shown(of_week boolean, salon uuid, most integer)
  returns table (id uuid, name text, avatar_url text, place integer, points integer, computed_at timestamptz)
  language plpgsql stable security definer rows 50
  set search_path = ''
as $$
declare
  me uuid := auth.uid();
begin
  if me is null then
    return;
  end if;
  if salon is not null then
    return query
      select
        p.id, coalesce(p.full_name, 'Membre'), p.avatar_url,
        rank() over (order by case when of_week then r.week_points else r.points end desc)::integer,
        case when of_week then r.week_points else r.points end, r.computed_at
      from public.salon_members m
      join public.rankings r on r.user_id = m.user_id
      join public.play_choices c on c.user_id = r.user_id and c.is_ranked
      join public.profiles p on p.id = r.user_id
      where m.salon_id = salon
        and exists (select from public.salon_members mine where mine.salon_id = salon and mine.user_id = me)
        and (p.id = me or not public.are_apart(me, p.id))
      order by 4, 2, 1
      limit most;
  elsif of_week then
    return query
      select p.id, coalesce(p.full_name, 'Membre'), p.avatar_url, r.week_rank, r.week_points, r.computed_at
      from public.rankings r
      join public.play_choices c on c.user_id = r.user_id and c.is_ranked
      join public.profiles p on p.id = r.user_id
      where p.id = me or not public.are_apart(me, p.id)
      order by r.week_rank, r.user_id
      limit most;
  else
    return query
      select p.id, coalesce(p.full_name, 'Membre'), p.avatar_url, r.rank, r.points, r.computed_at
      from public.rankings r
      join public.play_choices c on c.user_id = r.user_id and c.is_ranked
      join public.profiles p on p.id = r.user_id
      where p.id = me or not public.are_apart(me, p.id)
      order by r.rank, r.user_id
      limit most;
  end if;
end
$$;
