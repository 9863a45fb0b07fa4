create or replace function public.ranking_shown(of_week boolean, salon uuid, most integer)
  returns table (id uuid, name text, avatar_url text, place integer, points integer, computed_at timestamptz)
  language sql stable security definer rows 50
  set search_path = ''
  begin atomic
    select
      p.id, coalesce(p.full_name, 'Membre'), p.avatar_url,
      case
        when salon is not null then rank() over (order by case when of_week then r.week_points else r.points end desc)
        when of_week then r.week_rank
        else r.rank
      end::integer as place,
      case when of_week then r.week_points else r.points end, r.computed_at
    from public.rankings r
    join public.play_choices c on c.user_id = r.user_id and c.is_ranked
    join public.profiles p on p.id = r.user_id
    where auth.uid() is not null
      and (
        salon is null
        or (
          exists (select from public.salon_members m where m.salon_id = salon and m.user_id = auth.uid())
          and exists (select from public.salon_members m where m.salon_id = salon and m.user_id = r.user_id)
        )
      )
      and (p.id = auth.uid() or not public.are_apart(auth.uid(), p.id))
    order by place, p.full_name, p.id
    limit most;
  end;

drop table public.computed_figures;
