drop table public.self_tests;
