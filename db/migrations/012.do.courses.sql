-- Courses and their lessons (D53-D63, G34). What a lesson says stands apart from what it is called: titles are for
-- everybody, contents for those who may read them, and a row policy cannot tell columns apart (R19).
create table public.courses (
  id uuid primary key default gen_random_uuid(),
  title text not null,
  slug text not null,
  description text not null default '',
  short_description text not null default '',
  emoji text,
  color_gradient text,
  pillar_number integer not null,
  order_index integer not null default 0,
  duration_weeks integer not null default 4,
  needs text not null default '',
  is_published boolean not null default false,
  -- Which folder of db/courses it was read from, and the SHA-256 of what was read: a file that has not changed
  -- since never overwrites what an author has written on a page meanwhile.
  source text,
  source_hash text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint courses_title_length check (char_length(title) between 3 and 120),
  constraint courses_slug_readable check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(slug) <= 80),
  constraint courses_slug_key unique (slug),
  constraint courses_description_length check (char_length(description) <= 20000),
  constraint courses_short_description_length check (char_length(short_description) <= 300),
  constraint courses_emoji_length check (char_length(emoji) <= 16),
  constraint courses_color_gradient_length check (char_length(color_gradient) <= 200),
  constraint courses_pillar_number_known check (pillar_number between 1 and 7),
  constraint courses_duration_weeks_range check (duration_weeks between 1 and 104),
  constraint courses_needs_length check (char_length(needs) <= 1000),
  constraint courses_source_key unique (source),
  constraint courses_source_length check (char_length(source) <= 200),
  constraint courses_source_hash_length check (char_length(source_hash) <= 64)
);
create index idx_courses_pillar_number on public.courses (pillar_number, order_index);

-- D53: an address that was given out once goes on leading to its course.
create table public.course_slugs (
  slug text primary key,
  course_id uuid not null references public.courses (id) on delete cascade,
  created_at timestamptz not null default now(),
  constraint course_slugs_slug_readable check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(slug) <= 80)
);
create index course_slugs_course_id_idx on public.course_slugs (course_id);

create table public.lessons (
  id uuid primary key default gen_random_uuid(),
  course_id uuid not null references public.courses (id) on delete cascade,
  slug text not null,
  title text not null,
  -- Its place, and its address. None once it is retired.
  lesson_number integer,
  duration_minutes integer not null default 15,
  release_day_offset integer not null default 0,
  is_free boolean not null default false,
  is_published boolean not null default true,
  -- Taken out of the course for good; the row stays, because members' progress hangs on it.
  retired_at timestamptz,
  source_hash text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint lessons_slug_readable check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(slug) <= 80),
  constraint lessons_slug_key unique (course_id, slug),
  constraint lessons_title_length check (char_length(title) between 3 and 160),
  -- Deferrable, so that one statement may exchange two numbers.
  constraint lessons_lesson_number_key unique (course_id, lesson_number) deferrable initially immediate,
  constraint lessons_lesson_number_range check (lesson_number between 1 and 999),
  constraint lessons_retired_without_number check ((retired_at is null) = (lesson_number is not null)),
  constraint lessons_duration_minutes_range check (duration_minutes between 1 and 600),
  constraint lessons_release_day_offset_range check (release_day_offset between 0 and 730),
  constraint lessons_source_hash_length check (char_length(source_hash) <= 64)
);
create index idx_lessons_course_id on public.lessons (course_id);

create table public.lesson_contents (
  lesson_id uuid primary key references public.lessons (id) on delete cascade,
  -- Markdown.
  content text not null default '',
  -- A video of ours: the name of its files beside the course, without what comes after the point.
  video text,
  -- A video elsewhere (YouTube, Vimeo, PeerTube).
  video_url text,
  -- In seconds; null where it is not known.
  video_seconds integer,
  transcript text not null default '',
  sources jsonb not null default '[]',
  updated_at timestamptz not null default now(),
  constraint lesson_contents_content_length check (char_length(content) <= 200000),
  constraint lesson_contents_video_plain check (video ~ '^[a-z0-9-]{1,100}/video/[a-z0-9-]{1,60}$'),
  constraint lesson_contents_video_url_https check (video_url ~ '^https://' and char_length(video_url) <= 500),
  constraint lesson_contents_video_seconds_range check (video_seconds between 1 and 86400),
  constraint lesson_contents_transcript_length check (char_length(transcript) <= 100000),
  constraint lesson_contents_sources_list check (jsonb_typeof(sources) = 'array')
);

create trigger courses_updated_at
  before update on public.courses
  for each row execute function public.update_updated_at();
create trigger lessons_updated_at
  before update on public.lessons
  for each row execute function public.update_updated_at();
create trigger lesson_contents_updated_at
  before update on public.lesson_contents
  for each row execute function public.update_updated_at();

-- Whoever changes a slug, the old address is kept; and no old address stands before a new one.
create function public.keep_course_slug() returns trigger
  language plpgsql security definer
  set search_path = ''
as $$
begin
  delete from public.course_slugs where slug = new.slug;
  if tg_op = 'UPDATE' then
    insert into public.course_slugs (slug, course_id) values (old.slug, new.id)
    on conflict (slug) do update set course_id = excluded.course_id;
  end if;
  return null;
end
$$;
create trigger courses_keep_slug
  after insert on public.courses
  for each row execute function public.keep_course_slug();
create trigger courses_keep_old_slug
  after update of slug on public.courses
  for each row when (old.slug is distinct from new.slug)
  execute function public.keep_course_slug();

-- D70: one enrolment a member and course; its first day is the origin of the programme, for good.
create table public.enrollments (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references auth.users (id) on delete cascade,
  course_id uuid not null references public.courses (id) on delete restrict,
  enrolled_at timestamptz not null default now(),
  last_lesson_id uuid references public.lessons (id) on delete set null,
  completion_percentage integer not null default 0,
  completed_at timestamptz,
  left_at timestamptz,
  -- C-19: illness and travel. Whole days of pause move the rest of the programme by as many days.
  paused_at timestamptz,
  paused_days integer not null default 0,
  -- C-19: an author has opened everything for this one person.
  all_open boolean not null default false,
  constraint enrollments_once unique (user_id, course_id),
  constraint enrollments_completion_bounded check (completion_percentage between 0 and 100),
  constraint enrollments_completion_agrees check ((completion_percentage = 100) = (completed_at is not null)),
  constraint enrollments_paused_days_range check (paused_days between 0 and 36500)
);
create index idx_enrollments_user_id on public.enrollments (user_id);
create index idx_enrollments_course_id on public.enrollments (course_id);
create index enrollments_last_lesson_id_idx on public.enrollments (last_lesson_id);

-- D64-D69. Written by record_progress() alone.
create table public.user_lesson_progress (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references auth.users (id) on delete cascade,
  lesson_id uuid not null references public.lessons (id) on delete restrict,
  status text not null default 'not_started',
  completion_percentage integer not null default 0,
  -- In seconds: where one resumes, and how far one ever came.
  last_video_position integer not null default 0,
  furthest_video_position integer not null default 0,
  watch_time_seconds integer not null default 0,
  -- Viewing is credited up to this moment: nobody watches more seconds than the clock has had.
  watched_until timestamptz,
  started_at timestamptz,
  completed_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint user_lesson_progress_once unique (user_id, lesson_id),
  constraint user_lesson_progress_status_known check (status in ('not_started', 'in_progress', 'completed')),
  -- D65
  constraint user_lesson_progress_percentage_bounded check (completion_percentage between 0 and 100),
  -- G32: the three never disagree.
  constraint user_lesson_progress_completion_agrees check (
    (status = 'completed') = (completion_percentage = 100) and (status = 'completed') = (completed_at is not null)
  ),
  constraint user_lesson_progress_start_agrees check ((status = 'not_started') = (started_at is null)),
  constraint user_lesson_progress_position_range check (
    last_video_position between 0 and 86400
    and furthest_video_position between last_video_position and 86400
  ),
  constraint user_lesson_progress_watch_time_range check (watch_time_seconds >= 0)
);
create index idx_user_lesson_progress_user_id on public.user_lesson_progress (user_id);
create index idx_user_lesson_progress_lesson_id on public.user_lesson_progress (lesson_id);
create trigger user_lesson_progress_updated_at
  before update on public.user_lesson_progress
  for each row execute function public.update_updated_at();

-- G02, D78, U13: what was done, never changed afterwards. Progress can be rebuilt from it at any time.
create table public.user_progress_history (
  id bigint generated by default as identity primary key,
  user_id uuid not null references auth.users (id) on delete cascade,
  course_id uuid not null references public.courses (id) on delete restrict,
  lesson_id uuid references public.lessons (id) on delete restrict,
  kind text not null,
  from_status text,
  to_status text,
  -- In seconds: the place in the video after this step, and what viewing it was credited.
  position integer,
  seconds integer not null default 0,
  -- After this step.
  percentage integer,
  course_percentage integer,
  device text not null default 'unknown',
  at timestamptz not null default clock_timestamp(),
  constraint user_progress_history_kind_known check (kind in (
    'enrolled', 'returned', 'left', 'paused', 'resumed', 'started', 'watched', 'completed', 'restarted', 'course_completed'
  )),
  constraint user_progress_history_lesson_named check (
    (kind in ('started', 'watched', 'completed', 'restarted')) = (lesson_id is not null and to_status is not null)
  ),
  constraint user_progress_history_from_known check (from_status in ('not_started', 'in_progress', 'completed')),
  constraint user_progress_history_to_known check (to_status in ('not_started', 'in_progress', 'completed')),
  constraint user_progress_history_position_range check (position between 0 and 86400),
  constraint user_progress_history_seconds_range check (seconds between 0 and 86400),
  constraint user_progress_history_percentages_bounded check (
    percentage between 0 and 100 and course_percentage between 0 and 100
  ),
  constraint user_progress_history_device_known check (device in ('phone', 'tablet', 'computer', 'unknown'))
);
create index user_progress_history_user_id_idx on public.user_progress_history (user_id, id desc);
create index user_progress_history_course_id_idx on public.user_progress_history (course_id);
create index user_progress_history_lesson_id_idx on public.user_progress_history (lesson_id);

create table public.lesson_notes (
  user_id uuid not null references auth.users (id) on delete cascade,
  lesson_id uuid not null references public.lessons (id) on delete restrict,
  content text not null,
  updated_at timestamptz not null default now(),
  primary key (user_id, lesson_id),
  constraint lesson_notes_content_length check (char_length(content) between 1 and 10000)
);
create index lesson_notes_lesson_id_idx on public.lesson_notes (lesson_id);
create trigger lesson_notes_updated_at
  before update on public.lesson_notes
  for each row execute function public.update_updated_at();

-- Written once, by nobody changed; only with her whole account does a member's journal go.
create function public.keep_progress_history() returns trigger
  language plpgsql security definer
  set search_path = ''
as $$
begin
  if tg_op = 'DELETE' then
    if not exists (select from auth.users where id = old.user_id) then
      return old;
    end if;
  end if;
  raise exception using errcode = 'AU403', message = 'append_only';
end
$$;
create trigger user_progress_history_append_only
  before update or delete on public.user_progress_history
  for each row execute function public.keep_progress_history();
create trigger user_progress_history_never_emptied
  before truncate on public.user_progress_history
  for each statement execute function public.keep_progress_history();

-- Who may read which lesson, and when. One test, used by the row policies, the video's files and the progress.

-- What a plan opens. Payment feeds subscription_type and trial_ends_at; authors read what they write.
create function public.is_entitled() returns boolean
  language sql stable security definer
  set search_path = ''
  begin atomic
    select exists (
      select
      from public.profiles p
      where p.id = auth.uid()
        and (public.plan_in_force(p.subscription_type, p.trial_ends_at) <> 'freemium' or p.app_role in ('author', 'admin'))
    );
  end;

-- R18: drafts are for those who write.
create function public.is_author() returns boolean
  language sql stable security definer
  set search_path = ''
  begin atomic
    select exists (select from public.profiles p where p.id = auth.uid() and p.app_role in ('author', 'admin'));
  end;

-- D62: at 06:00 in Paris, so many days after the first one; what opens on the first day opens at once.
create function public.lesson_opens_at(enrolled_at timestamptz, paused_days integer, day_offset integer) returns timestamptz
  language sql stable parallel safe
  set search_path = ''
  return case
    when day_offset = 0 then enrolled_at
    else ((enrolled_at at time zone 'Europe/Paris')::date + (paused_days + day_offset) + time '06:00') at time zone 'Europe/Paris'
  end;

-- During a pause nothing new opens, and nothing that was open closes. Without an enrolment there is only the first day.
create function public.is_released(
  enrolled_at timestamptz, paused_at timestamptz, paused_days integer, all_open boolean, day_offset integer
) returns boolean
  language sql stable parallel safe
  set search_path = ''
  return case
    when enrolled_at is null then day_offset = 0
    else all_open or public.lesson_opens_at(enrolled_at, paused_days, day_offset) <= coalesce(paused_at, now())
  end;

-- R19: published ∧ (free ∨ entitled) ∧ (free ∨ enrolled) ∧ released; or an author's.
create function public.may_read_lesson(lesson uuid) returns boolean
  language sql stable security definer
  set search_path = ''
  begin atomic
    select exists (
      select
      from public.lessons l
      join public.courses c on c.id = l.course_id
      left join public.enrollments e on e.course_id = c.id and e.user_id = auth.uid() and e.left_at is null
      where l.id = lesson
        and c.is_published
        and l.is_published
        and l.retired_at is null
        and (l.is_free or (e.id is not null and public.is_entitled()))
        and public.is_released(e.enrolled_at, e.paused_at, e.paused_days, e.all_open, l.release_day_offset)
    ) or public.is_author();
  end;

alter table public.courses enable row level security;
alter table public.courses force row level security;
alter table public.course_slugs enable row level security;
alter table public.course_slugs force row level security;
alter table public.lessons enable row level security;
alter table public.lessons force row level security;
alter table public.lesson_contents enable row level security;
alter table public.lesson_contents force row level security;
alter table public.enrollments enable row level security;
alter table public.enrollments force row level security;
alter table public.user_lesson_progress enable row level security;
alter table public.user_lesson_progress force row level security;
alter table public.user_progress_history enable row level security;
alter table public.user_progress_history force row level security;
alter table public.lesson_notes enable row level security;
alter table public.lesson_notes force row level security;

-- R18: for everybody, signed out too.
create policy view_published on public.courses for select to aurora_app
  using (is_published or (select public.is_author()));
create policy view_published on public.course_slugs for select to aurora_app
  using (course_id in (select c.id from public.courses c where c.id = course_id));
-- D62: titles and days are shown before the day comes; the contents are not here.
create policy view_course_lessons on public.lessons for select to aurora_app
  using (
    (
      is_published
      and retired_at is null
      and course_id in (select c.id from public.courses c where c.id = course_id)
    )
    or (select public.is_author())
  );
-- R19
create policy view_readable on public.lesson_contents for select to aurora_app
  using (public.may_read_lesson(lesson_id));
-- R20, R22; R21, R23: no member writes these, the functions do.
create policy view_own on public.enrollments for select to aurora_app
  using (user_id = (select auth.uid()));
create policy view_own on public.user_lesson_progress for select to aurora_app
  using (user_id = (select auth.uid()));
create policy view_own on public.user_progress_history for select to aurora_app
  using (user_id = (select auth.uid()));
create policy view_own on public.lesson_notes for select to aurora_app
  using (user_id = (select auth.uid()));
create policy insert_own on public.lesson_notes for insert to aurora_app
  with check (user_id = (select auth.uid()) and public.may_read_lesson(lesson_id));
create policy update_own on public.lesson_notes for update to aurora_app
  using (user_id = (select auth.uid()))
  with check (user_id = (select auth.uid()));
create policy delete_own on public.lesson_notes for delete to aurora_app
  using (user_id = (select auth.uid()));

create policy system_all on public.courses to aurora_system using (true) with check (true);
create policy system_all on public.course_slugs to aurora_system using (true) with check (true);
create policy system_all on public.lessons to aurora_system using (true) with check (true);
create policy system_all on public.lesson_contents to aurora_system using (true) with check (true);
create policy system_all on public.enrollments to aurora_system using (true) with check (true);
create policy system_all on public.user_lesson_progress to aurora_system using (true) with check (true);
create policy system_all on public.user_progress_history to aurora_system using (true) with check (true);
create policy system_all on public.lesson_notes to aurora_system using (true) with check (true);

grant select (
  id, title, slug, description, short_description, emoji, color_gradient, pillar_number, order_index,
  duration_weeks, needs, is_published, created_at, updated_at
) on public.courses to aurora_app;
grant select on public.course_slugs to aurora_app;
grant select (
  id, course_id, slug, title, lesson_number, duration_minutes, release_day_offset, is_free, is_published,
  retired_at, created_at, updated_at
) on public.lessons to aurora_app;
grant select on public.lesson_contents to aurora_app;
grant select on public.enrollments, public.user_lesson_progress, public.user_progress_history to aurora_app;
grant select, delete on public.lesson_notes to aurora_app;
grant insert (user_id, lesson_id, content) on public.lesson_notes to aurora_app;
grant update (content) on public.lesson_notes to aurora_app;
grant select, insert, update, delete on
  public.courses, public.course_slugs, public.lessons, public.lesson_contents, public.enrollments,
  public.user_lesson_progress, public.lesson_notes
to aurora_system;
-- Append-only for the system too.
grant select, insert on public.user_progress_history to aurora_system;

grant create on schema public to aurora_system;
alter function public.is_entitled() owner to aurora_system;
alter function public.is_author() owner to aurora_system;
alter function public.may_read_lesson(uuid) owner to aurora_system;
alter function public.keep_course_slug() owner to aurora_system;
alter function public.keep_progress_history() owner to aurora_system;
revoke create on schema public from aurora_system;

grant execute on function
  public.lesson_opens_at(timestamptz, integer, integer),
  public.is_released(timestamptz, timestamptz, integer, boolean, integer),
  public.is_entitled(), public.is_author(), public.may_read_lesson(uuid)
to aurora_app, aurora_system;

-- The catalogue: one row a course, with what its lessons add up to.
create view public.courses_with_details with (security_invoker = true) as
select
  c.id, c.title, c.slug, c.description, c.short_description, c.emoji, c.color_gradient, c.pillar_number,
  c.order_index, c.duration_weeks, c.needs, c.is_published, c.created_at, c.updated_at,
  coalesce(t.lesson_count, 0) as lesson_count,
  coalesce(t.free_count, 0) as free_count,
  coalesce(t.minutes, 0) as total_minutes
from public.courses c
left join (
  select l.course_id,
    count(*)::integer as lesson_count,
    (count(*) filter (where l.is_free))::integer as free_count,
    sum(l.duration_minutes)::integer as minutes
  from public.lessons l
  where l.is_published and l.retired_at is null
  group by l.course_id
) t on t.course_id = c.id;
grant select on public.courses_with_details to aurora_app, aurora_system;

-- D77, G01: a member's courses, by the earlier name.
create view public.user_courses with (security_invoker = true) as
select
  e.id, e.user_id, e.course_id, c.slug, c.title, c.pillar_number,
  e.enrolled_at, e.last_lesson_id, e.completion_percentage, e.completed_at, e.left_at,
  e.paused_at, e.paused_days, e.all_open,
  (
    select count(*)::integer
    from public.lessons l
    where l.course_id = e.course_id and l.is_published and l.retired_at is null
  ) as lesson_count,
  (
    select count(*)::integer
    from public.lessons l
    join public.user_lesson_progress p on p.lesson_id = l.id and p.user_id = e.user_id and p.status = 'completed'
    where l.course_id = e.course_id and l.is_published and l.retired_at is null
  ) as lessons_completed
from public.enrollments e
join public.courses c on c.id = e.course_id;
grant select on public.user_courses to aurora_app, aurora_system;
