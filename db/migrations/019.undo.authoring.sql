drop function public.opened_in(uuid);
drop function public.open_course_for(uuid, public.citext, boolean);
revoke insert (lesson_id, content, video, video_url, video_seconds, transcript),
  update (content, video, video_url, video_seconds, transcript) on public.lesson_contents from aurora_app;
revoke insert (
  course_id, slug, title, lesson_number, duration_minutes, release_day_offset, is_free, is_published, edited_at
), update (
  title, lesson_number, duration_minutes, release_day_offset, is_free, is_published, retired_at, edited_at
) on public.lessons from aurora_app;
revoke insert (
  title, slug, description, short_description, pillar_number, order_index, duration_weeks, needs, edited_at
), update (
  title, slug, description, short_description, pillar_number, order_index, duration_weeks, needs, is_published, edited_at
) on public.courses from aurora_app;
revoke select (source) on public.courses from aurora_app;
drop policy update_by_author on public.lesson_contents;
drop policy insert_by_author on public.lesson_contents;
drop policy update_by_author on public.lessons;
drop policy insert_by_author on public.lessons;
drop policy update_by_author on public.courses;
drop policy insert_by_author on public.courses;
alter table public.lessons drop column edited_at;
alter table public.courses drop column edited_at;
