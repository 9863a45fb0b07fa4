/** Who may call and touch what, function by function and column by column (reliability 2 and 3). */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Stage, stage } from '../support/policies';
import { asking, functionsOf, ours } from '../support/policies-catalog';

let the: Stage;
const words = asking(() => the.owner);
beforeAll(async () => {
  the = await stage();
});
afterAll(() => the.close());

describe('functions', () => {
  /** What a member may call that runs with more than her own rights: each asks `auth.uid()` and nobody else. */
  const OPEN_TO_MEMBERS = [
    'public.award_certificate(uuid)',
    'public.count_members(text, text, text, text, integer)',
    'public.find_members(text, text, text, text, text, text, uuid, integer)',
    'public.lock_my_salons()',
    'public.look_at(uuid)',
    'public.member_card(uuid)',
    'public.my_allowance(text)',
    'public.my_bells()',
    'public.members_of_salon(uuid, uuid, text, uuid, integer)',
    'public.badges_shown(uuid)',
    'public.earn(text, text, integer, integer, text, text, uuid, integer[])',
    'public.earn_by_message(bigint, uuid, bigint, jsonb, integer[])',
    'public.earn_by_thanks(bigint, jsonb, integer[])',
    'public.my_streak()',
    'public.ranking_shown(boolean, uuid, integer)',
    'public.my_hidden_members()',
    'public.my_notices(bigint, integer)',
    'public.note_offer(text, text)',
    'public.offer_is_due(text)',
    'public.certificate_behind(uuid)',
    'public.change_enrollment(uuid, text)',
    'public.is_author()',
    'public.is_entitled()',
    'public.may_read_lesson(uuid)',
    'public.open_course_for(uuid, citext, boolean)',
    'public.opened_in(uuid)',
    'public.others_in_my_salons()',
    'public.people_here(uuid)',
    'public.record_progress(uuid, text, integer, integer, text)',
    'public.renew_certificate(uuid)',
    'public.start_course(uuid)',
    'public.last_words_of(uuid)',
    'public.show_last_words(uuid, boolean)',
    'public.create_salon_invitation(uuid, citext, integer, text)',
    'public.create_salon_with_code(text, text, text, text, text, text, text)',
    'public.join_salon_via_invitation(text)',
    'public.resend_salon_invitation(uuid, uuid)',
    'public.salon_behind_invitation(text)',
    'public.withdraw_salon_invitation(uuid, uuid)',
    'public.answer_request(uuid, uuid, boolean)',
    'public.ask_to_join(uuid, text)',
    'public.search_messages(uuid, text, text, timestamp with time zone, timestamp with time zone, bigint, integer)',
    'public.withdraw_request(uuid)',
    'public.delete_message(bigint)',
    'public.join_public_salon(uuid)',
    'public.join_salon_via_code(text)',
    'public.ban_member(uuid, uuid, text)',
    'public.lift_ban(uuid, uuid)',
    'public.lock_salon(uuid)',
    'public.my_kept_salon_ids()',
    'public.plan_salon_deletion(uuid, boolean)',
    'public.pin_message(uuid, bigint)',
    'public.silence_member(uuid, uuid, integer)',
    'public.silenced_until(uuid, uuid)',
    'public.renew_share_code(uuid)',
    'public.report_member(uuid, text, text)',
    'public.report_message(uuid, bigint, text, text)',
    'public.rule_member(uuid, uuid, text)',
    'public.may_post_in(uuid)',
    'public.my_letters_this_week()',
    'public.my_mail_trouble()',
    'public.move_reading_mark(uuid, bigint)',
    'public.my_memberships()',
    'public.my_profile()',
    'public.my_salon_ids()',
    'public.salon_behind_code(text)',
    'public.salon_share_code(uuid)',
    'public.set_salon_picture(uuid, text)',
    'public.user_is_salon_member(uuid)',
    'public.handle_user_signout(text)',
    'public.rpc_set_manual_status(text, timestamp with time zone)',
    'public.rpc_update_activity(text)',
  ];
  /** Steps of those above and of triggers; `count_todays_message` takes the author from the row. */
  const INTERNAL = [
    'public.add_notice(uuid, text, text, uuid, uuid, bigint, text, text)',
    'public.notice_answer()',
    'public.keep_course_slug()',
    'public.keep_progress_history()',
    'public.lock_my_progress()',
    'public.admit(uuid, uuid)',
    'public.keep_mentions()',
    'public.keep_pace()',
    'public.unpin_deleted()',
    'public.become_member(uuid)',
    'public.count_todays_message(uuid)',
    'public.date_newsletter_consent()',
    'public.date_suggestions_consent()',
    'public.follow_newsletter()',
    'public.forget_message()',
    'public.hand_over(uuid, uuid)',
    'public.lock_me()',
    'public.lock_salon_as_keeper(uuid)',
    'public.number_message()',
    'public.queue_delivery()',
    'public.queue_letter()',
    'public.queue_list_wish()',
    'public.tell_of_courses()',
    'public.tell_of_members()',
    'public.tell_of_salons()',
    'public.tell_webhooks(text, jsonb)',
    'public.touch_answers()',
    'public.touch_authored()',
    'public.touch_people()',
    'public.touch_reacted()',
    'public.update_member_count()',
    'public.update_member_role()',
    'public.update_salon_stats()',
  ];
  /** These run with the caller's own rights. */
  const PLAIN = [
    'public.is_released(timestamp with time zone, timestamp with time zone, integer, boolean, integer)',
    'public.lesson_opens_at(timestamp with time zone, integer, integer)',
    'auth.role()',
    'auth.uid()',
    'public.is_import()',
    'public.mailbox_of(citext)',
    'public.departement_of(text, text)',
    'public.departement_of_code(text)',
    'public.has_search_words(text)',
    'public.mentions_of(bigint)',
    'public.plain(text)',
    'public.town_key(text)',
    'public.toggle_message_reaction(bigint, text)',
    'public.handle_message_reaction(bigint, text)',
    'public.get_all_message_reactions_batch(bigint[])',
    'public.get_message_reactions_summary(bigint)',
    'public.get_reply_message_info(uuid, bigint)',
  ];

  test('that run with more rights than the caller are these and no others', async () => {
    expect(await words`select signature from (${functionsOf(the.owner)}) f where prosecdef`).toEqual(
      [...OPEN_TO_MEMBERS, ...INTERNAL].sort(),
    );
  });

  test('that run with more rights look nothing up by path and belong to the system role', async () => {
    expect(
      await words`
        select signature
        from (${functionsOf(the.owner)}) f
        where prosecdef
          and (proowner <> 'aurora_system'::regrole or not coalesce(proconfig @> array['search_path=""'], false))`,
    ).toEqual([]);
  });

  test('are open to members only where this page says so, and to PUBLIC never', async () => {
    expect(
      await words`select signature from (${functionsOf(the.owner)}) f where has_function_privilege('aurora_app', oid, 'execute')`,
    ).toEqual([...OPEN_TO_MEMBERS, ...PLAIN].sort());
    expect(
      await words`
        select signature
        from (${functionsOf(the.owner)}) f
        where exists (
          select from aclexplode(coalesce(proacl, acldefault('f', proowner))) where grantee = 0
        )`,
    ).toEqual([]);
  });

  test('that members may call take no person who asks: a uuid names a salon, a course, a lesson, a certificate, an invitation, who is looked at, or whom a keeper rules', async () => {
    expect(
      await words`
        select signature
        from (${functionsOf(the.owner)}) f,
          unnest(proargtypes::oid[], proargnames[1:pronargs]) argument (type, name)
        where prosecdef
          and has_function_privilege('aurora_app', f.oid, 'execute')
          and (
            (type = 'uuid'::regtype and coalesce(name, '') not in ('salon', 'course', 'lesson', 'certificate', 'shown', 'whom', 'after_id', 'invitation'))
            or name ~ '(user|member|author|viewer|owner|profile|person|account)'
          )`,
    ).toEqual([]);
  });
});

describe('the two request roles', () => {
  test('are no administrators, bypass nothing, make nothing, belong to nobody', async () => {
    expect(
      await words`
        select rolname
        from pg_roles r
        where rolname in ('aurora_app', 'aurora_system')
          and (
            rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication
            or exists (select from pg_auth_members where member = r.oid)
            or has_schema_privilege(r.oid, 'public', 'create')
            or has_schema_privilege(r.oid, 'auth', 'create')
          )`,
    ).toEqual([]);
  });

  test('own no table, view, type or schema; the request role owns nothing at all', async () => {
    expect(
      await words`
        select pg_describe_object(classid, objid, objsubid)
        from pg_shdepend
        where deptype = 'o'
          and refclassid = 'pg_authid'::regclass
          and (
            refobjid = 'aurora_app'::regrole
            or (refobjid = 'aurora_system'::regrole and classid <> 'pg_proc'::regclass)
          )`,
    ).toEqual([]);
  });
});

/** Column by column, what a member's form may touch at all (reliability 3). Nothing else is granted. */
const GRANTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'public.plan_limits': {
    SELECT:
      'plan messages_per_day profile_views_per_day salons_owned salons_joined paid_lessons price_cents billing_months',
  },
  'public.dismissed_suggestions': {
    ...{ SELECT: 'user_id salon_id member_id course_id', DELETE: '(rows)' },
    INSERT: 'user_id salon_id member_id course_id',
  },
  'public.play_choices': {
    SELECT: 'user_id is_ranked shows_badges',
    INSERT: 'user_id is_ranked shows_badges',
    UPDATE: 'is_ranked shows_badges',
  },
  'public.play_rests': { SELECT: 'user_id from_day to_day', INSERT: 'user_id from_day', UPDATE: 'to_day' },
  'public.rankings': { SELECT: 'user_id rank points week_rank week_points computed_at' },
  'public.user_achievements': { SELECT: 'id user_id badge_id title description icon rarity earned_at' },
  'public.user_activities': {
    SELECT: 'id user_id type source points title description icon metadata created_at day',
  },
  'public.user_stats': {
    SELECT:
      'user_id points level streak_days total_lessons_completed total_study_time_minutes rank created_at updated_at',
  },
  'public.subscriptions': {
    SELECT:
      'id user_id plan status started_at current_period_start current_period_end cancel_at canceled_at ended_at ' +
      'past_due_since next_plan access_until',
  },
  'public.invoices': {
    SELECT:
      'id user_id number status currency total_cents paid_cents refunded_cents plan period_start period_end ' +
      'hosted_url pdf_url next_attempt_at created_at paid_at',
  },
  'public.towns': { SELECT: 'key departement is_largest' },
  'public.outbox': { INSERT: 'template props user_id key expires_at' },
  'public.mail_kinds': { SELECT: 'kind place wanted_at_first' },
  'public.mail_preferences': { SELECT: 'user_id kind wanted changed_at changed_by', UPDATE: 'wanted' },
  'public.mail_rhythms': {
    SELECT: 'user_id hour zone quiet_from quiet_until per_week last_day',
    INSERT: 'user_id hour zone quiet_from quiet_until per_week',
    UPDATE: 'hour zone quiet_from quiet_until per_week',
  },
  'public.attestation_keys': { SELECT: 'public_key first_used_at' },
  'public.certificate_revocations': { SELECT: 'status_index reason revoked_at' },
  'public.certificates': {
    SELECT:
      'id user_id course_id status_index member_name course_title course_summary course_slug pillar_number lesson_count minutes started_at completed_at issued_at credential replaced_by',
  },
  'public.consents': { SELECT: 'id user_id purpose version given_at withdrawn_at' },
  'public.audit_log': { SELECT: 'id at subject_id action actor_role' },
  'public.profiles': {
    SELECT: 'id full_name avatar_url app_role created_at',
    UPDATE:
      'full_name avatar_url cover_url bio city interests bio_shown_to city_shown_to interests_shown_to is_listed postal_code',
  },
  'public.pictures': { SELECT: 'name folder user_id salon_id width height created_at' },
  'public.blocks': { SELECT: 'blocker_id blocked_id created_at', INSERT: 'blocker_id blocked_id', DELETE: '(rows)' },
  'public.notices': {
    SELECT: 'id user_id kind salon_id message_id said leads_to created_at read_at',
    UPDATE: 'read_at',
  },
  'public.notice_refusals': { SELECT: 'user_id kind refused_at', INSERT: 'user_id kind', DELETE: '(rows)' },
  'public.salons': {
    SELECT:
      'id name description avatar_url category city color_theme owner_id visibility is_active member_count ' +
      'message_count last_seq people_version created_at updated_at last_message_at counted_on counted_messages ' +
      'delete_at last_words_shown_since house_rules welcome_line slow_seconds pinned_message_id',
    UPDATE: 'name description category city color_theme visibility is_active house_rules welcome_line slow_seconds',
  },
  'public.salon_bans': { SELECT: 'salon_id user_id reason created_at' },
  'public.salon_invitations': {
    SELECT: 'id salon_id invited_by email max_uses uses created_at sent_at expires_at accepted_at revoked_at',
  },
  'public.salon_requests': { SELECT: 'salon_id user_id words asked_at answered_at' },
  'public.salon_members': {
    SELECT: 'salon_id user_id role joined_at',
    UPDATE: 'notifications_enabled mentions_enabled bell_paused_until',
    DELETE: '(rows)',
  },
  'public.chat_messages': {
    SELECT:
      'id salon_id user_id content reply_to_id seq changed_seq client_key is_deleted deleted_at edited_at created_at is_arrival',
    INSERT: 'salon_id user_id content reply_to_id client_key',
    UPDATE: 'content',
  },
  'public.message_mentions': { SELECT: 'message_id user_id name' },
  'public.message_reactions': {
    SELECT: 'id message_id user_id emoji created_at',
    INSERT: 'message_id user_id emoji',
    DELETE: '(rows)',
  },
  'public.courses': {
    SELECT:
      'id title slug description short_description emoji color_gradient pillar_number order_index duration_weeks ' +
      'needs is_published source created_at updated_at edited_at',
    INSERT: 'title slug description short_description pillar_number order_index duration_weeks needs edited_at',
    UPDATE:
      'title slug description short_description pillar_number order_index duration_weeks needs is_published edited_at',
  },
  'public.course_slugs': { SELECT: 'slug course_id created_at' },
  'public.lessons': {
    SELECT:
      'id course_id slug title lesson_number duration_minutes release_day_offset is_free is_published retired_at ' +
      'created_at updated_at edited_at',
    INSERT: 'course_id slug title lesson_number duration_minutes release_day_offset is_free is_published edited_at',
    UPDATE: 'title lesson_number duration_minutes release_day_offset is_free is_published retired_at edited_at',
  },
  'public.lesson_contents': {
    SELECT: 'lesson_id content video video_url video_seconds transcript sources updated_at',
    INSERT: 'lesson_id content video video_url video_seconds transcript sources',
    UPDATE: 'content video video_url video_seconds transcript sources',
  },
  'public.enrollments': {
    SELECT:
      'id user_id course_id enrolled_at last_lesson_id completion_percentage completed_at left_at paused_at ' +
      'paused_days all_open',
  },
  'public.user_lesson_progress': {
    SELECT:
      'id user_id lesson_id status completion_percentage last_video_position furthest_video_position ' +
      'watch_time_seconds watched_until started_at completed_at created_at updated_at',
  },
  'public.user_progress_history': {
    SELECT:
      'id user_id course_id lesson_id kind from_status to_status position seconds percentage course_percentage ' +
      'device at',
  },
  'public.lesson_notes': {
    SELECT: 'user_id lesson_id content updated_at',
    INSERT: 'user_id lesson_id content',
    UPDATE: 'content',
    DELETE: '(rows)',
  },
  'public.courses_with_details': {
    SELECT:
      'id title slug description short_description emoji color_gradient pillar_number order_index duration_weeks ' +
      'needs is_published created_at updated_at lesson_count free_count total_minutes',
  },
  'public.user_courses': {
    SELECT:
      'id user_id course_id slug title pillar_number enrolled_at last_lesson_id completion_percentage completed_at ' +
      'left_at paused_at paused_days all_open lesson_count lessons_completed',
  },
  'public.my_salons': {
    SELECT:
      'id name description avatar_url category city color_theme owner_id visibility is_active member_count ' +
      'message_count last_seq created_at updated_at role joined_at last_seen_at last_seen_seq notifications_enabled ' +
      'owner_name messages_today last_message_at',
  },
  'public.chat_messages_with_profiles': {
    SELECT:
      'id salon_id seq changed_seq content created_at edited_at is_deleted user_id full_name avatar_url reply_to_id ' +
      'reply_seq reply_is_deleted reply_excerpt reply_full_name reactions reply_user_id is_arrival',
  },
  'public.salons_with_details': {
    SELECT:
      'id name description avatar_url category city color_theme owner_id visibility is_active member_count ' +
      'message_count last_seq created_at updated_at owner_name owner_avatar actual_member_count messages_today ' +
      'last_message_at',
  },
};

describe('grants', () => {
  test('to members are these columns and no others', async () => {
    const rows = await the.owner<{ name: string; privilege: string; columns: string }[]>`
      select name, privilege, string_agg(attname, ' ' order by attnum) as columns
      from (${ours(the.owner)}) c
      join pg_attribute a on a.attrelid = c.oid and attnum > 0 and not attisdropped
      cross join unnest(array['SELECT', 'INSERT', 'UPDATE', 'REFERENCES']) privilege
      where relkind <> 'S' and has_column_privilege('aurora_app', c.oid, attnum, privilege)
      group by name, privilege
      union all
      select name, privilege, '(rows)'
      from (${ours(the.owner)}) c
      cross join unnest(array['DELETE', 'TRUNCATE', 'TRIGGER', 'MAINTAIN']) privilege
      where relkind <> 'S'
        and (privilege <> 'MAINTAIN' or current_setting('server_version_num')::int >= 170000)
        and has_table_privilege('aurora_app', c.oid, privilege)`;
    const granted: Record<string, Record<string, string>> = {};
    for (const { name, privilege, columns } of rows) granted[name] = { ...granted[name], [privilege]: columns };
    expect(granted).toEqual(GRANTS);
  });

  test('to PUBLIC are none: no table, no column, no sequence, no schema', async () => {
    expect(
      await words`
        select name from (${ours(the.owner)}) c, aclexplode(relacl) where grantee = 0
        union all
        select name || '.' || attname
        from (${ours(the.owner)}) c
        join pg_attribute on attrelid = c.oid, aclexplode(attacl)
        where grantee = 0
        union all
        select nspname::text
        from pg_namespace, aclexplode(nspacl)
        where nspname in ('public', 'auth') and grantee = 0`,
    ).toEqual([]);
  });
});
