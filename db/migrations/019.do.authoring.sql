-- Courses written on pages (R18, D53–D63, C-19): authors write the tables themselves, column by column, and remove
-- nothing; what members have done hangs on every lesson there ever was.

-- When an author last wrote it on a page: from then on the files do not overwrite it (docs/decisions/029).
alter table public.courses add column edited_at timestamptz;
alter table public.lessons add column edited_at timestamptz;

create policy insert_by_author on public.courses for insert to aurora_app
  with check ((select public.is_author()));
create policy update_by_author on public.courses for update to aurora_app
  using ((select public.is_author()))
  with check ((select public.is_author()));
create policy insert_by_author on public.lessons for insert to aurora_app
  with check ((select public.is_author()));
create policy update_by_author on public.lessons for update to aurora_app
  using ((select public.is_author()))
  with check ((select public.is_author()));
create policy insert_by_author on public.lesson_contents for insert to aurora_app
  with check ((select public.is_author()));
create policy update_by_author on public.lesson_contents for update to aurora_app
  using ((select public.is_author()))
  with check ((select public.is_author()));

grant select (source, edited_at) on public.courses to aurora_app;
grant select (edited_at) on public.lessons to aurora_app;
grant insert (
  title, slug, description, short_description, pillar_number, order_index, duration_weeks, needs, edited_at
), update (
  title, slug, description, short_description, pillar_number, order_index, duration_weeks, needs, is_published, edited_at
) on public.courses to aurora_app;
grant insert (
  course_id, slug, title, lesson_number, duration_minutes, release_day_offset, is_free, is_published, edited_at
), update (
  title, lesson_number, duration_minutes, release_day_offset, is_free, is_published, retired_at, edited_at
) on public.lessons to aurora_app;
grant insert (lesson_id, content, video, video_url, video_seconds, transcript),
  update (content, video, video_url, video_seconds, transcript) on public.lesson_contents to aurora_app;

-- C-19: everything open, or by its days again, for the one follower of this course who has this address. Null: none
-- has, or the asker writes no courses; which of the two, and who has an account, is not told.
create function public.open_course_for(course uuid, address public.citext, wide boolean) returns text
  language plpgsql volatile security definer
  set search_path = ''
as $$
declare
  opened uuid;
begin
  if not public.is_author() then
    return null;
  end if;
  update public.enrollments e
  set all_open = wide
  where e.course_id = open_course_for.course
    and e.left_at is null
    and e.user_id = (select u.id from auth.users u where u.email operator(public.=) address)
  returning e.user_id into opened;
  return (select p.full_name from public.profiles p where p.id = opened);
end
$$;

-- For authors: those for whom everything is open. Of all other followers nothing is shown (P04).
create function public.opened_in(course uuid) returns table (name text, address text)
  language sql stable security definer
  set search_path = ''
  begin atomic
    select p.full_name, u.email::text
    from public.enrollments e
    join public.profiles p on p.id = e.user_id
    join auth.users u on u.id = e.user_id
    where e.course_id = course
      and e.all_open
      and e.left_at is null
      and public.is_author()
    order by p.full_name, u.email;
  end;

grant create on schema public to aurora_system;
alter function public.open_course_for(uuid, public.citext, boolean) owner to aurora_system;
alter function public.opened_in(uuid) owner to aurora_system;
revoke create on schema public from aurora_system;
grant execute on function public.open_course_for(uuid, public.citext, boolean), public.opened_in(uuid) to aurora_app;
