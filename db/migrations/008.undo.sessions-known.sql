drop table auth.proof_codes;
alter table auth.sessions
  drop column handle,
  drop column device,
  drop column last_used_at,
  drop column proven_at,
  drop column past_ids,
  drop column renamed_at;
