alter table auth.pending_posts drop column sender;
