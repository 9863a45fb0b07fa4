alter policy insert_own on public.chat_messages
  with check (user_id = (select auth.uid()) and public.may_post_in(salon_id));

alter function public.allowance(uuid, text) set search_path = '';
alter function public.plan_of(public.profiles) set search_path = '';
alter function public.is_import() set search_path = '';
alter function auth.uid() set search_path = '';
