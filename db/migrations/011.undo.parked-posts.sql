drop table auth.parked_posts;
