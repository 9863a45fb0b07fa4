alter table public.schemaversion disable row level security;
