-- Who has put a post aside, as the SHA-256 of an address: one sender cannot use up the place of all others.
alter table auth.pending_posts add column sender text not null default '';
alter table auth.pending_posts alter column sender drop default;
create index pending_posts_sender_idx on auth.pending_posts (sender, created_at desc);
alter table auth.pending_posts add constraint pending_posts_sender_length check (char_length(sender) <= 64);
