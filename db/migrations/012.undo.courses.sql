drop view public.user_courses;
drop view public.courses_with_details;
drop table public.lesson_notes;
drop table public.user_progress_history;
drop function public.keep_progress_history();
drop table public.user_lesson_progress;
-- The policies of contents ask the enrolments.
drop table public.lesson_contents;
drop policy view_course_lessons on public.lessons;
drop function public.may_read_lesson(uuid);
drop table public.enrollments;
drop table public.lessons;
drop table public.course_slugs;
drop table public.courses;
drop function public.keep_course_slug();
drop function public.is_released(timestamptz, timestamptz, integer, boolean, integer);
drop function public.lesson_opens_at(timestamptz, integer, integer);
drop function public.is_author();
drop function public.is_entitled();
