drop table public.payment_findings;
