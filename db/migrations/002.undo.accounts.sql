drop table auth.rate_limits;
drop table auth.tokens;
drop table auth.sessions;
drop table auth.users;
