-- D16: who is in a salon now is said by the leases of open streams, of as many salons as she has open. This column was
-- never written (docs/decisions/053).
alter table public.profiles drop column current_salon_id;
