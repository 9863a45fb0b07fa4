drop table auth.recovery_codes;
drop table auth.hand_overs;
drop table auth.oauth_arrivals;
drop table auth.oauth_accounts;
