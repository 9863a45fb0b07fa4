drop function public.certificate_behind(uuid);
drop function public.renew_certificate(uuid);
drop function public.award_certificate(uuid);
drop table public.certificate_revocations;
drop table public.certificates;
drop function public.keep_certificate();
drop table public.attestation_keys;
