-- Recognition (D71 to D76, G28): what a member did, and what follows from it. `user_activities` is the only source: points,
-- level and streak of `user_stats` are computed from it, the totals from the rows of progress (D73), and
-- `npm run play:rebuild` finds nothing to change. Acts are written by the verbs that earn, in their own transaction.
create table public.user_activities (
  id uuid not null default gen_random_uuid(),
  user_id uuid not null references auth.users (id) on delete cascade,
  type text not null,
  -- What makes two calls one act: a lesson, a salon, a message, a day.
  source text not null default gen_random_uuid()::text,
  -- As the rules gave them then: a rule that changes pays nothing back and takes nothing away.
  points integer not null default 0,
  title text not null,
  description text,
  icon text,
  metadata jsonb not null default '{}',
  created_at timestamptz not null default now(),
  day date not null generated always as ((created_at at time zone 'Europe/Paris')::date) stored,
  constraint user_activities_pkey primary key (id),
  constraint user_activities_once unique (user_id, type, source),
  constraint user_activities_type_known check (
    type in ('lesson', 'course', 'study', 'message', 'welcome', 'thanks', 'salon', 'founding', 'badge', 'correction')
  ),
  constraint user_activities_source_length check (char_length(source) between 1 and 100),
  constraint user_activities_points_bounded check (points between -10000 and 10000 and (points >= 0 or type = 'correction')),
  constraint user_activities_title_length check (char_length(title) between 1 and 300),
  constraint user_activities_description_length check (char_length(description) <= 500),
  constraint user_activities_icon_length check (char_length(icon) <= 40)
);
create index user_activities_day_idx on public.user_activities (user_id, type, day);
create index user_activities_created_at_idx on public.user_activities (user_id, created_at desc, id desc);
create index user_activities_week_idx on public.user_activities (day, user_id) include (points);

create table public.user_stats (
  user_id uuid not null references auth.users (id) on delete cascade,
  points integer not null default 0,
  level integer not null default 1,
  -- On the last day with study or a message; what has become of it today is asked of `streak_of`.
  streak_days integer not null default 0,
  total_lessons_completed integer not null default 0,
  total_study_time_minutes integer not null default 0,
  -- D74: of who takes part, as of last night.
  rank integer,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint user_stats_pkey primary key (user_id),
  constraint user_stats_counted check (
    points >= 0 and level >= 1 and streak_days >= 0 and total_lessons_completed >= 0 and total_study_time_minutes >= 0
    and rank >= 1
  )
);

create table public.user_achievements (
  id uuid not null default gen_random_uuid(),
  user_id uuid not null references auth.users (id) on delete cascade,
  badge_id text not null,
  -- As the catalogue had them then (D75).
  title text not null,
  description text,
  icon text,
  rarity text not null default 'common',
  earned_at timestamptz not null default now(),
  constraint user_achievements_pkey primary key (id),
  constraint user_achievements_once unique (user_id, badge_id),
  constraint user_achievements_badge_id_length check (char_length(badge_id) between 1 and 60),
  constraint user_achievements_title_length check (char_length(title) between 1 and 120),
  constraint user_achievements_description_length check (char_length(description) <= 300),
  constraint user_achievements_icon_length check (char_length(icon) <= 60),
  constraint user_achievements_rarity_known check (rarity in ('common', 'rare', 'precious'))
);

-- R24, R26: nothing is shown to anybody before she says so.
create table public.play_choices (
  user_id uuid not null references auth.users (id) on delete cascade,
  is_ranked boolean not null default false,
  shows_badges boolean not null default false,
  constraint play_choices_pkey primary key (user_id)
);
create index play_choices_is_ranked_idx on public.play_choices (user_id) where is_ranked;

-- D72: days of illness, which neither count nor break a streak.
create table public.play_rests (
  user_id uuid not null references auth.users (id) on delete cascade,
  from_day date not null,
  -- The last of them; null: it goes on.
  to_day date,
  constraint play_rests_pkey primary key (user_id, from_day),
  constraint play_rests_in_order check (to_day >= from_day)
);

-- D74, G28: only who takes part stands here; computed at night.
create table public.rankings (
  user_id uuid not null references auth.users (id) on delete cascade,
  rank integer not null,
  points integer not null,
  week_rank integer not null,
  week_points integer not null,
  computed_at timestamptz not null,
  constraint rankings_pkey primary key (user_id)
);
create index rankings_rank_idx on public.rankings (rank, user_id);
create index rankings_week_rank_idx on public.rankings (week_rank, user_id);

alter table public.user_activities enable row level security;
alter table public.user_activities force row level security;
alter table public.user_stats enable row level security;
alter table public.user_stats force row level security;
alter table public.user_achievements enable row level security;
alter table public.user_achievements force row level security;
alter table public.play_choices enable row level security;
alter table public.play_choices force row level security;
alter table public.play_rests enable row level security;
alter table public.play_rests force row level security;
alter table public.rankings enable row level security;
alter table public.rankings force row level security;
create policy view_own on public.user_activities for select to aurora_app using (user_id = (select auth.uid()));
create policy view_own on public.user_stats for select to aurora_app using (user_id = (select auth.uid()));
create policy view_own on public.user_achievements for select to aurora_app using (user_id = (select auth.uid()));
create policy view_own on public.play_choices for select to aurora_app using (user_id = (select auth.uid()));
create policy insert_own on public.play_choices for insert to aurora_app with check (user_id = (select auth.uid()));
create policy update_own on public.play_choices for update to aurora_app using (user_id = (select auth.uid()));
create policy view_own on public.play_rests for select to aurora_app using (user_id = (select auth.uid()));
create policy insert_own on public.play_rests for insert to aurora_app with check (user_id = (select auth.uid()));
create policy update_own on public.play_rests for update to aurora_app using (user_id = (select auth.uid()));
create policy view_own on public.rankings for select to aurora_app using (user_id = (select auth.uid()));
create policy system_all on public.user_activities to aurora_system using (true) with check (true);
create policy system_all on public.user_stats to aurora_system using (true) with check (true);
create policy system_all on public.user_achievements to aurora_system using (true) with check (true);
create policy system_all on public.play_choices to aurora_system using (true) with check (true);
create policy system_all on public.play_rests to aurora_system using (true) with check (true);
create policy system_all on public.rankings to aurora_system using (true) with check (true);
grant select on
  public.user_activities, public.user_stats, public.user_achievements, public.play_choices, public.play_rests,
  public.rankings
to aurora_app;
grant insert (user_id, is_ranked, shows_badges), update (is_ranked, shows_badges) on public.play_choices to aurora_app;
grant insert (user_id, from_day), update (to_day) on public.play_rests to aurora_app;
grant select, insert, update, delete on
  public.user_activities, public.user_stats, public.user_achievements, public.play_choices, public.play_rests,
  public.rankings
to aurora_system;

-- D72: days with study or a message that follow each other. A missed day costs one of the two jokers of its month, but only
-- where the jokers hold the streak together: else it begins anew, and none is spent. The day asked for is not missed yet.
create function public.streak_of(member uuid, up_to date, out days integer, out jokers integer)
  language plpgsql stable
  set search_path = ''
as $$
declare
  a_month constant integer := 2; -- JOKERS_A_MONTH of app/play/rules/streak.ts
  active date;
  before date;
  missed date;
  in_month date;
  spent integer := 0;
  then_in_month date;
  then_spent integer;
begin
  days := 0;
  for active in
    select distinct a.day
    from public.user_activities a
    where a.user_id = member and a.type in ('lesson', 'study', 'message') and a.day <= up_to
    union
    select up_to
    order by 1
  loop
    then_in_month := in_month;
    then_spent := spent;
    missed := before + 1;
    while missed < active loop
      if not exists (
        select
        from public.play_rests r
        where r.user_id = member and r.from_day <= missed and coalesce(r.to_day, up_to) >= missed
      ) then
        if then_in_month is distinct from date_trunc('month', missed)::date then
          then_in_month := date_trunc('month', missed)::date;
          then_spent := 0;
        end if;
        then_spent := then_spent + 1;
        if then_spent > a_month then
          days := 0;
          exit;
        end if;
      end if;
      missed := missed + 1;
    end loop;
    if then_spent <= a_month then
      in_month := then_in_month;
      spent := then_spent;
    end if;
    -- The last one is the day asked for, with or without an act of its own.
    if active < up_to or exists (
      select
      from public.user_activities a
      where a.user_id = member and a.type in ('lesson', 'study', 'message') and a.day = up_to
    ) then
      days := days + 1;
    end if;
    before := active;
  end loop;
  jokers := case when in_month = date_trunc('month', up_to)::date then a_month - spent else a_month end;
end
$$;

-- What a member's stored figures have to be. @param levels the points from which each level counts, the first one 0
create function public.stats_of(
  member uuid, levels integer[], out points integer, out level integer, out streak_days integer, out lessons integer,
  out minutes integer
)
  language plpgsql stable
  set search_path = ''
as $$
begin
  select greatest(0, coalesce(sum(a.points), 0)) into stats_of.points
  from public.user_activities a
  where a.user_id = member;
  level := greatest(1, width_bucket(stats_of.points, levels));
  select s.days into streak_days
  from (
    select max(a.day) as last_day
    from public.user_activities a
    where a.user_id = member and a.type in ('lesson', 'study', 'message')
  ) a
  cross join public.streak_of(member, a.last_day) s;
  streak_days := coalesce(streak_days, 0);
  select count(*) filter (where p.status = 'completed'), coalesce(sum(p.watch_time_seconds), 0) / 60
  into lessons, minutes
  from public.user_lesson_progress p
  where p.user_id = member;
end
$$;

-- True: they were not what they have to be.
create function public.refresh_stats(member uuid, levels integer[]) returns boolean
  language plpgsql volatile
  set search_path = ''
as $$
begin
  insert into public.user_stats (user_id) values (member) on conflict do nothing;
  -- Of two acts at once the second one waits here, and counts the first.
  perform from public.user_stats s where s.user_id = member for update;
  update public.user_stats s
  set
    points = n.points, level = n.level, streak_days = n.streak_days, total_lessons_completed = n.lessons,
    total_study_time_minutes = n.minutes, updated_at = now()
  from public.stats_of(member, levels) n
  where s.user_id = member
    and (s.points, s.level, s.streak_days, s.total_lessons_completed, s.total_study_time_minutes)
      is distinct from (n.points, n.level, n.streak_days, n.lessons, n.minutes);
  return found;
end
$$;

-- One act, once, and no more of its kind in a day than its rule pays. The place is named behind what is said.
create function public.note_activity(
  member uuid, kind text, because text, worth integer, a_day integer, said text, sign text, salon uuid, levels integer[]
) returns boolean
  language plpgsql volatile
  set search_path = ''
as $$
declare
  today date := (now() at time zone 'Europe/Paris')::date;
begin
  if exists (
    select
    from public.user_activities a
    where a.user_id = member and a.type = kind and a.source = because
  ) or (
    select count(*) >= a_day
    from public.user_activities a
    where a.user_id = member and a.type = kind and a.day = today
  ) then
    return false;
  end if;
  insert into public.user_stats (user_id) values (member) on conflict do nothing;
  perform from public.user_stats s where s.user_id = member for update;
  -- Asked again behind the lock: fifty posts at once are paid as often as five.
  insert into public.user_activities (user_id, type, source, points, title, icon, metadata)
  select
    member, kind, because, worth,
    said || coalesce((select ' « ' || left(s.name, 80) || ' »' from public.salons s where s.id = salon), ''), sign,
    case when salon is null then '{}' else jsonb_build_object('salon', salon) end
  where (
    select count(*) < a_day
    from public.user_activities a
    where a.user_id = member and a.type = kind and a.day = today
  )
  on conflict on constraint user_activities_once do nothing;
  if not found then
    return false;
  end if;
  perform public.refresh_stats(member, levels);
  return true;
end
$$;

-- How often she did what, and which badges she has: what a badge's rule asks.
create function public.counts_of(member uuid) returns jsonb
  language sql stable
  set search_path = ''
  begin atomic
    select
      coalesce((
        select jsonb_object_agg(c.type, c.times)
        from (
          select a.type, count(*) as times
          from public.user_activities a
          where a.user_id = member
          group by a.type
        ) c
      ), '{}')
      || coalesce((
        select jsonb_build_object('points', s.points, 'level', s.level, 'streak', s.streak_days)
        from public.user_stats s
        where s.user_id = member
      ), '{}')
      || jsonb_build_object('had', coalesce((
        select jsonb_agg(h.badge_id)
        from public.user_achievements h
        where h.user_id = member
      ), '[]'));
  end;

-- The asker's own act. Null: it was paid before, or there was enough of it today; else what `counts_of` gives.
create function public.earn(
  kind text, because text, worth integer, a_day integer, said text, sign text, salon uuid, levels integer[]
) returns jsonb
  language plpgsql volatile security definer
  set search_path = ''
as $$
declare
  me uuid := auth.uid();
begin
  if me is null or kind not in ('lesson', 'course', 'study', 'salon', 'founding') or worth not between 0 and 100 then
    return null;
  end if;
  if not public.note_activity(
    me, kind, coalesce(because, (now() at time zone 'Europe/Paris')::date::text), worth, a_day, said, sign, salon, levels
  ) then
    -- D73: what was watched and finished or begun again counts, paid or not.
    if kind = 'study' then
      perform public.refresh_stats(me, levels);
    end if;
    return null;
  end if;
  return public.counts_of(me);
end
$$;

-- A message of the asker's, and the welcome that an answer to somebody new is. @param rules by kind: [points, a day, words, icon]
create function public.earn_by_message(message bigint, salon uuid, answered bigint, rules jsonb, levels integer[])
  returns jsonb
  language plpgsql volatile security definer
  set search_path = ''
as $$
declare
  me uuid := auth.uid();
  newcomer uuid;
  is_new boolean;
begin
  if me is null then
    return null;
  end if;
  is_new := public.note_activity(
    me, 'message', message::text, least(10, (rules->'message'->>0)::integer), (rules->'message'->>1)::integer,
    rules->'message'->>2, rules->'message'->>3, salon, levels
  );
  if answered is not null then
    select p.id into newcomer
    from public.chat_messages m
    join public.profiles p on p.id = m.user_id
    where m.salon_id = salon and m.id = answered and p.id <> me and p.created_at > now() - interval '14 days';
    if newcomer is not null then
      is_new := public.note_activity(
        me, 'welcome', newcomer::text, least(20, (rules->'welcome'->>0)::integer), (rules->'welcome'->>1)::integer,
        rules->'welcome'->>2, rules->'welcome'->>3, salon, levels
      ) or is_new;
    end if;
  end if;
  return case when is_new then public.counts_of(me) end;
end
$$;

-- The asker has said thank you: its author earns, once a message. Gives the author beside the counts.
create function public.earn_by_thanks(message bigint, rule jsonb, levels integer[]) returns jsonb
  language plpgsql volatile security definer
  set search_path = ''
as $$
declare
  thanked record;
begin
  select m.user_id, m.salon_id into thanked
  from public.message_reactions r
  join public.chat_messages m on m.id = r.message_id
  where r.message_id = message and r.user_id = auth.uid() and r.emoji = 'merci' and m.user_id <> auth.uid()
    and not m.is_deleted;
  if thanked.user_id is null or not public.note_activity(
    thanked.user_id, 'thanks', message::text, least(10, (rule->>0)::integer), (rule->>1)::integer, rule->>2, rule->>3,
    thanked.salon_id, levels
  ) then
    return null;
  end if;
  return public.counts_of(thanked.user_id) || jsonb_build_object('member', thanked.user_id);
end
$$;

-- D72: the asker's streak today, and the jokers that are left of this month.
create function public.my_streak(out days integer, out jokers integer)
  language sql stable security definer
  set search_path = ''
  begin atomic
    select s.days, s.jokers
    from public.streak_of(auth.uid(), (now() at time zone 'Europe/Paris')::date) s;
  end;

-- R26: the badges of a member who shows them, to whom may see her card.
create function public.badges_shown(shown uuid)
  returns table (badge_id text, title text, description text, rarity text, earned_at timestamptz)
  language sql stable security definer rows 20
  set search_path = ''
  begin atomic
    select a.badge_id, a.title, a.description, a.rarity, a.earned_at
    from public.user_achievements a
    join public.play_choices c on c.user_id = a.user_id and c.shows_badges
    where a.user_id = shown
      and auth.uid() is not null
      and not public.are_apart(auth.uid(), shown)
    order by a.earned_at, a.badge_id;
  end;

-- G28: who takes part, for who is signed in; nobody whom one of the two has blocked. @param salon one of the asker's, or null
create function public.ranking_shown(of_week boolean, salon uuid, most integer)
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

grant create on schema public to aurora_system;
alter function public.earn(text, text, integer, integer, text, text, uuid, integer[]) owner to aurora_system;
alter function public.earn_by_message(bigint, uuid, bigint, jsonb, integer[]) owner to aurora_system;
alter function public.earn_by_thanks(bigint, jsonb, integer[]) owner to aurora_system;
alter function public.ranking_shown(boolean, uuid, integer) owner to aurora_system;
alter function public.my_streak() owner to aurora_system;
alter function public.badges_shown(uuid) owner to aurora_system;
revoke create on schema public from aurora_system;
revoke execute on function
  public.streak_of(uuid, date), public.stats_of(uuid, integer[]), public.refresh_stats(uuid, integer[]),
  public.note_activity(uuid, text, text, integer, integer, text, text, uuid, integer[]), public.counts_of(uuid),
  public.earn(text, text, integer, integer, text, text, uuid, integer[]),
  public.earn_by_message(bigint, uuid, bigint, jsonb, integer[]), public.earn_by_thanks(bigint, jsonb, integer[]),
  public.my_streak(), public.badges_shown(uuid), public.ranking_shown(boolean, uuid, integer)
from public;
grant execute on function
  public.earn(text, text, integer, integer, text, text, uuid, integer[]),
  public.earn_by_message(bigint, uuid, bigint, jsonb, integer[]), public.earn_by_thanks(bigint, jsonb, integer[]),
  public.my_streak(), public.badges_shown(uuid), public.ranking_shown(boolean, uuid, integer)
to aurora_app;
grant execute on function
  public.streak_of(uuid, date), public.stats_of(uuid, integer[]), public.refresh_stats(uuid, integer[]),
  public.note_activity(uuid, text, text, integer, integer, text, text, uuid, integer[]), public.counts_of(uuid)
to aurora_system;
