/** What is asked of the queue's own tables, in the words of its driver (docs/decisions/014). */

/** An arbitrary number: with the hash of a worker's name it is a lock that only that worker holds, as long as it lives. */
const WORKERS = 50_050_005;

/** Row security is on in the queue's tables and no policy lets anybody in: the system role is, as everywhere else. */
export const RIGHTS = `
  do $$
  declare
    relation text;
  begin
    perform pg_advisory_xact_lock(${WORKERS}, 0);
    for relation in
      select relname from pg_class where relnamespace = 'graphile_worker'::regnamespace and relkind = 'r' and relrowsecurity
    loop
      if not exists (
        select from pg_policy where polrelid = ('graphile_worker.' || quote_ident(relation))::regclass and polname = 'system_all'
      ) then
        execute format(
          'create policy system_all on graphile_worker.%I to aurora_system using (true) with check (true)', relation
        );
      end if;
    end loop;
    grant select, insert, update, delete on all tables in schema graphile_worker to aurora_system;
    grant usage on all sequences in schema graphile_worker to aurora_system;
    grant execute on all functions in schema graphile_worker to aurora_system;
  end
  $$`;

/** Queues of one wish each (migration 076) whose jobs are done; in the words of the library's own clean-up. */
export const EMPTY_QUEUES = `
  delete from graphile_worker._private_job_queues
  where locked_at is null
    and id not in (select job_queue_id from graphile_worker._private_jobs where job_queue_id is not null)`;

/** The session that asks this stands for the worker: PostgreSQL lets go of the lock when its connection dies. */
export const HERE = `select pg_advisory_lock(${WORKERS}, hashtext($1))`;

/**
 * Jobs that a worker took with it when it was killed are free again at once, and not after the library's four hours.
 * What was put off by its own run just before has a successor, and is removed.
 */
export const RECOVER = `
  with gone as (
    select array_agg(locked_by) as workers
    from (select distinct locked_by from graphile_worker.jobs where locked_by is not null and locked_by <> $1) held
    where pg_try_advisory_xact_lock(${WORKERS}, hashtext(locked_by))
  ),
  freed as (
    select graphile_worker.force_unlock_workers(workers) from gone where workers is not null
  ),
  followed as (
    select graphile_worker.complete_jobs(array_agg(id))
    from graphile_worker.jobs
    where locked_by is null and key is null and attempts >= max_attempts
    having count(*) > 0
  )
  select (select count(*) from freed) + (select count(*) from followed)`;
