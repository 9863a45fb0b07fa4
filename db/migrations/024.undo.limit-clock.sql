delete from auth.rate_limits;
drop index auth.rate_limits_expires_at_idx;
alter table auth.rate_limits drop column expires_at;
alter table auth.rate_limits add column expire bigint;
create index rate_limits_expire_idx on auth.rate_limits (expire);
