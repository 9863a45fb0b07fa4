-- Limits count by the database's clock: a process whose clock was 20 minutes ahead judged ten more passwords.
delete from auth.rate_limits;
drop index auth.rate_limits_expire_idx;
alter table auth.rate_limits drop column expire;
alter table auth.rate_limits add column expires_at timestamptz not null;
create index rate_limits_expires_at_idx on auth.rate_limits (expires_at);
