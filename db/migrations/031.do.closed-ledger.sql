-- No role but the owner, who migrates, has any right on the list of migrations; row security says so once more. Not forced:
-- the owner writes here and could not without a policy.
alter table public.schemaversion enable row level security;
