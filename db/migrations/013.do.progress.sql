-- The verbs of learning. None takes a member's id: each can only ever act for the one who asks.

-- Everything a member does in her courses happens one after the other: two devices, one order, one journal.
create function public.lock_my_progress() returns uuid
  language plpgsql volatile security definer
  set search_path = ''
as $$
declare
  me uuid := auth.uid();
begin
  if me is null then
    raise exception using errcode = 'AU401', message = 'sign_in';
  end if;
  perform pg_advisory_xact_lock(hashtextextended('progress ' || me, 0));
  return me;
end
$$;

-- D65: how far a course has come, of what counts for this member. What counts: every published lesson of the
-- programme she entered, opened or not (the first two lessons are not the course); of lessons that came later, those
-- that are open to her (G33, C-17).
create function public.count_course(member uuid, course uuid, out total integer, out done integer)
  language sql stable
  set search_path = ''
  begin atomic
    select count(*)::integer, (count(*) filter (where p.status = 'completed'))::integer
    from public.enrollments e
    join public.lessons l on l.course_id = e.course_id and l.is_published and l.retired_at is null
    left join public.user_lesson_progress p on p.lesson_id = l.id and p.user_id = e.user_id
    where e.user_id = member
      and e.course_id = course
      and (
        l.created_at <= e.enrolled_at
        or public.is_released(e.enrolled_at, e.paused_at, e.paused_days, e.all_open, l.release_day_offset)
      );
  end;

-- W05, R23, D70: enrols once, takes up again what was left. `outcome`: enrolled, returned, already. No row: there is no
-- such course for the asker. Free members may start wherever they can read something.
create function public.start_course(course uuid) returns table (outcome text)
  language plpgsql volatile security definer
  set search_path = ''
as $$
declare
  me uuid := public.lock_my_progress();
  old public.enrollments;
begin
  if not exists (select from public.courses c where c.id = course and (c.is_published or public.is_author())) then
    return;
  end if;
  select * into old from public.enrollments e where e.user_id = me and e.course_id = course;
  if old.id is not null and old.left_at is null then
    return query select 'already';
    return;
  end if;
  if not public.is_entitled() and not exists (
    select from public.lessons l
    where l.course_id = course and l.is_free and l.is_published and l.retired_at is null
  ) then
    raise exception using errcode = 'AU402', message = 'course';
  end if;
  if old.id is null then
    insert into public.enrollments (user_id, course_id) values (me, course);
    outcome := 'enrolled';
  else
    update public.enrollments e set left_at = null where e.id = old.id;
    outcome := 'returned';
  end if;
  insert into public.user_progress_history (user_id, course_id, kind) values (me, course, outcome);
  return next;
end
$$;

-- The whole days from one moment to another on the clocks of Paris: what was open stays open, what comes still comes at six.
create function public.whole_days(since timestamptz, until timestamptz) returns integer
  language sql stable parallel safe
  set search_path = ''
  return greatest(0, floor(
    extract(epoch from (until at time zone 'Europe/Paris') - (since at time zone 'Europe/Paris')) / 86400
  ))::integer;

-- C-19, D70. `act`: pause, resume, leave. True when something changed; null when the asker does not follow this course.
create function public.change_enrollment(course uuid, act text) returns boolean
  language plpgsql volatile security definer
  set search_path = ''
as $$
declare
  me uuid := public.lock_my_progress();
  moment timestamptz := clock_timestamp();
  old public.enrollments;
begin
  select * into old from public.enrollments e where e.user_id = me and e.course_id = course and e.left_at is null;
  if not found then
    return null;
  end if;
  if act = 'pause' and old.paused_at is null then
    update public.enrollments e set paused_at = moment where e.id = old.id;
  elsif act = 'resume' and old.paused_at is not null then
    update public.enrollments e
    set paused_at = null, paused_days = least(36500, e.paused_days + public.whole_days(e.paused_at, moment))
    where e.id = old.id;
  elsif act = 'leave' then
    update public.enrollments e
    set left_at = moment, paused_at = null,
      paused_days = least(36500, e.paused_days + coalesce(public.whole_days(e.paused_at, moment), 0))
    where e.id = old.id;
  else
    return false;
  end if;
  insert into public.user_progress_history (user_id, course_id, kind)
  values (me, course, case act when 'pause' then 'paused' when 'resume' then 'resumed' else 'left' end);
  return true;
end
$$;

-- G32, D64-D69, R21: the one writer of a lesson's status, percentage and completion, and of the course's.
--   act       open, watch, complete, restart
--   place     seconds into the video; null leaves it where it was
--   watched   all the seconds this device knows of for this lesson: the greatest of two devices wins, and no more is
--             credited than the clock has had since the last time, and fifteen seconds
-- No row: there is no such lesson for the asker. `lesson_finished` and `course_finished` are true once: for the call
-- that finished them.
create function public.record_progress(lesson uuid, act text, place integer, watched integer, from_device text)
  returns table (
    new_status text, new_percentage integer, course_percentage integer, lesson_finished boolean, course_finished boolean,
    watch_time integer
  )
  language plpgsql volatile security definer
  set search_path = ''
as $$
declare
  me uuid := public.lock_my_progress();
  moment timestamptz := clock_timestamp();
  slack constant interval := interval '15 seconds';
  course uuid;
  video_length integer;
  old public.user_lesson_progress;
  now_is public.user_lesson_progress;
  follows public.enrollments;
  credited_until timestamptz;
  counted record;
begin
  if not public.may_read_lesson(lesson) then
    return;
  end if;
  select l.course_id, c.video_seconds into course, video_length
  from public.lessons l
  left join public.lesson_contents c on c.lesson_id = l.id
  where l.id = lesson;
  if not found then
    return;
  end if;
  insert into public.user_lesson_progress (user_id, lesson_id) values (me, lesson) on conflict do nothing;
  select * into strict old from public.user_lesson_progress p where p.user_id = me and p.lesson_id = lesson;
  now_is := old;
  now_is.started_at := coalesce(old.started_at, moment);
  if old.status = 'not_started' then
    now_is.status := 'in_progress';
  end if;

  if act = 'watch' then
    now_is.last_video_position := least(coalesce(place, old.last_video_position), coalesce(video_length, 86400));
    now_is.furthest_video_position := greatest(old.furthest_video_position, now_is.last_video_position);
    select max(p.watched_until) into credited_until from public.user_lesson_progress p where p.user_id = me;
    credited_until := coalesce(credited_until, moment);
    now_is.watch_time_seconds := greatest(old.watch_time_seconds, least(
      coalesce(watched, 0),
      old.watch_time_seconds
        + greatest(0, floor(extract(epoch from moment + slack - credited_until)))::integer
    ));
    now_is.watched_until := greatest(
      moment, credited_until + make_interval(secs => now_is.watch_time_seconds - old.watch_time_seconds)
    );
    if now_is.status <> 'completed' and video_length is not null then
      now_is.completion_percentage := greatest(
        old.completion_percentage, least(99, now_is.furthest_video_position * 100 / video_length)
      );
    end if;
  elsif act = 'complete' and old.status <> 'completed' then
    now_is.status := 'completed';
    now_is.completion_percentage := 100;
    now_is.completed_at := moment;
  elsif act = 'restart' then
    now_is.status := 'in_progress';
    now_is.completion_percentage := 0;
    now_is.completed_at := null;
    now_is.last_video_position := 0;
    now_is.furthest_video_position := 0;
  end if;

  update public.user_lesson_progress p
  set
    status = now_is.status,
    completion_percentage = now_is.completion_percentage,
    last_video_position = now_is.last_video_position,
    furthest_video_position = now_is.furthest_video_position,
    watch_time_seconds = now_is.watch_time_seconds,
    watched_until = now_is.watched_until,
    started_at = now_is.started_at,
    completed_at = now_is.completed_at
  where p.id = old.id;
  lesson_finished := now_is.status = 'completed' and old.status <> 'completed';
  course_finished := false;

  select * into follows
  from public.enrollments e
  where e.user_id = me and e.course_id = course and e.left_at is null
  for no key update;
  if follows.id is not null then
    counted := public.count_course(me, course);
    course_finished := lesson_finished and follows.completed_at is null and counted.done = counted.total;
    course_percentage := case
      when course_finished or follows.completed_at is not null then 100
      when act = 'restart' then least(99, counted.done * 100 / greatest(1, counted.total))
      else greatest(follows.completion_percentage, least(99, counted.done * 100 / greatest(1, counted.total)))
    end;
    update public.enrollments e
    set
      last_lesson_id = lesson,
      completion_percentage = record_progress.course_percentage,
      completed_at = case when course_finished then moment else e.completed_at end
    where e.id = follows.id;
  end if;

  if row(now_is.status, now_is.completion_percentage, now_is.last_video_position, now_is.watch_time_seconds)
    is distinct from row(old.status, old.completion_percentage, old.last_video_position, old.watch_time_seconds)
  then
    insert into public.user_progress_history (
      user_id, course_id, lesson_id, kind, from_status, to_status, position, seconds, percentage, course_percentage,
      device, at
    ) values (
      me, course, lesson,
      case
        when lesson_finished then 'completed'
        when act = 'restart' then 'restarted'
        when act = 'watch' then 'watched'
        else 'started'
      end,
      old.status, now_is.status, now_is.last_video_position,
      now_is.watch_time_seconds - old.watch_time_seconds, now_is.completion_percentage,
      record_progress.course_percentage, from_device, moment
    );
  end if;
  if course_finished then
    insert into public.user_progress_history (user_id, course_id, kind, course_percentage, device, at)
    values (me, course, 'course_completed', 100, from_device, moment);
  end if;
  return query select
    now_is.status, now_is.completion_percentage, record_progress.course_percentage,
    record_progress.lesson_finished, record_progress.course_finished, now_is.watch_time_seconds;
end
$$;

-- U13: what the journal says, put in the place of what stands. For the operator: of one member, or of all (null).
create function public.rebuild_progress(member uuid) returns void
  language plpgsql volatile
  set search_path = ''
as $$
begin
  delete from public.user_lesson_progress p where member is null or p.user_id = member;
  with steps as (
    select h.*, max(h.id) filter (where h.kind = 'restarted') over (partition by h.user_id, h.lesson_id) as restarted
    from public.user_progress_history h
    where h.lesson_id is not null and (member is null or h.user_id = member)
  )
  insert into public.user_lesson_progress (
    user_id, lesson_id, status, completion_percentage, last_video_position, furthest_video_position,
    watch_time_seconds, started_at, completed_at, watched_until
  )
  select
    s.user_id, s.lesson_id,
    (array_agg(s.to_status order by s.id desc))[1],
    (array_agg(s.percentage order by s.id desc))[1],
    (array_agg(s.position order by s.id desc))[1],
    coalesce(max(s.position) filter (where s.restarted is null or s.id >= s.restarted), 0),
    sum(s.seconds)::integer,
    min(s.at),
    case
      when (array_agg(s.to_status order by s.id desc))[1] = 'completed'
      then max(s.at) filter (where s.kind = 'completed')
    end,
    max(s.at) filter (where s.seconds > 0)
  from steps s
  group by s.user_id, s.lesson_id;
  update public.enrollments e
  set
    completion_percentage = case when c.completed_at is not null then 100 else coalesce(c.percentage, 0) end,
    completed_at = c.completed_at
  from (
    select o.id,
      (
        select h.course_percentage
        from public.user_progress_history h
        where h.user_id = o.user_id and h.course_id = o.course_id and h.course_percentage is not null
        order by h.id desc
        limit 1
      ) as percentage,
      (
        select min(h.at)
        from public.user_progress_history h
        where h.user_id = o.user_id and h.course_id = o.course_id and h.kind = 'course_completed'
      ) as completed_at
    from public.enrollments o
    where member is null or o.user_id = member
  ) c
  where c.id = e.id;
end
$$;

grant create on schema public to aurora_system;
alter function public.lock_my_progress() owner to aurora_system;
alter function public.count_course(uuid, uuid) owner to aurora_system;
alter function public.whole_days(timestamptz, timestamptz) owner to aurora_system;
alter function public.start_course(uuid) owner to aurora_system;
alter function public.change_enrollment(uuid, text) owner to aurora_system;
alter function public.record_progress(uuid, text, integer, integer, text) owner to aurora_system;
alter function public.rebuild_progress(uuid) owner to aurora_system;
revoke create on schema public from aurora_system;

grant execute on function
  public.start_course(uuid), public.change_enrollment(uuid, text),
  public.record_progress(uuid, text, integer, integer, text)
to aurora_app;
