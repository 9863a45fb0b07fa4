drop table public.brought_rows;
