/**
 * Who reaches which rows of which table (R01 to R27, K01): every cell is tried through `asViewer`.
 *
 * For select, update and delete a cell says which rows the statement without any condition reaches: `all` there are,
 * `salon` those of one's salons, `own` one's own, `–` none, and `✗` that there is no right to try.
 * For insert it says for whom: `own` for oneself, `any` for others too.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attempt, causeOf, type Stage, stage } from '../support/policies';
import { PERSONS, type Person, type Site, site } from '../support/policies-site';

const MATRIX = `
| table                              | may                         | owner | moderator | member | outsider | ex-member | signed out | unconfirmed | admin |
| auth.users                         | select insert update delete | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| auth.sessions                      | select insert update delete | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| auth.suspensions                   | select insert update delete | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| auth.tokens                        | select insert update delete | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| auth.rate_limits                   | select insert update delete | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| auth.proof_codes                   | select insert update delete | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| auth.oauth_accounts                | select insert update delete | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| auth.oauth_arrivals                | select insert update delete | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| auth.session_transfers                    | select insert update delete | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| auth.recovery_codes                | select insert update delete | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| auth.address_changes               | select insert update delete | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| auth.pending_posts                  | select insert update delete | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| auth.waits                         | select insert update delete | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| auth.devices                       | select insert update delete | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| auth.seals                         | select insert update delete | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| public.consents                    | select                      | own   | own       | own    | own      | own       | –          | own         | own   |
| public.consents                    | insert update delete        | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| public.outbox                      | insert                      | own   | own       | own    | own      | own       | –          | own         | own   |
| public.outbox                      | select update delete        | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| public.mail_state                  | select insert update delete | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| public.mail_stops                  | select insert update delete | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| public.mail_refusals               | select insert update delete | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| public.mail_events                 | select insert update delete | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| public.mail_rhythms                | select update               | own   | own       | own    | own      | own       | –          | own         | own   |
| public.mail_rhythms                | insert                      | own   | own       | own    | own      | own       | –          | own         | own   |
| public.mail_rhythms                | delete                      | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| public.mail_marks                  | select insert update delete | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| public.mail_list_wishes            | select insert update delete | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| public.mail_kinds                  | select                      | all   | all       | all    | all      | all       | all        | all         | all   |
| public.mail_kinds                  | insert update delete        | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| public.mail_preferences            | select update               | own   | own       | own    | own      | own       | –          | own         | own   |
| public.mail_preferences            | insert delete               | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| public.audit_log                   | select                      | own   | own       | own    | own      | own       | –          | own         | own   |
| public.audit_log                   | insert update delete        | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| public.schemaversion               | select insert update delete | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| public.plan_limits                 | select                      | all   | all       | all    | all      | all       | all        | all         | all   |
| public.plan_limits                 | insert update delete        | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| public.backups                     | select insert update delete | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| public.restore_drills              | select insert update delete | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| public.alerts                      | select insert update delete | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| public.route_hours                 | select insert update delete | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| public.site_minutes                | select insert update delete | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| public.error_groups                | select insert update delete | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| public.limit_weeks                 | select insert update delete | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| public.computed_figures            | select insert update delete | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| public.self_tests                  | select insert update delete | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| public.webhooks                    | select insert update delete | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| public.webhook_deliveries          | select insert update delete | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| public.trials                      | select insert update delete | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| public.erasures                    | select insert update delete | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| public.exports                     | select insert update delete | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| public.brought_rows                | select insert update delete | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| public.idle_accounts               | select insert update delete | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| public.erasure_receipts            | select insert update delete | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| public.subscriptions               | select                      | own   | own       | own    | own      | own       | –          | own         | own   |
| public.subscriptions               | insert update delete        | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| public.invoices                    | select                      | own   | –         | own    | –        | –         | –          | –           | –     |
| public.invoices                    | insert update delete        | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| public.stripe_customers            | select insert update delete | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| public.payment_findings            | select insert update delete | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| public.stripe_events               | select insert update delete | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| public.towns                       | select                      | all   | all       | all    | all      | all       | all        | all         | all   |
| public.towns                       | insert update delete        | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| public.profiles                    | select                      | all   | all       | all    | all      | all       | –          | all         | all   |
| public.profiles                    | update                      | own   | own       | own    | own      | own       | –          | own         | own   |
| public.profiles                    | insert delete               | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| public.member_cards                | select insert update delete | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| public.dismissed_suggestions       | select delete               | own   | own       | own    | own      | own       | –          | own         | own   |
| public.dismissed_suggestions       | insert                      | own   | own       | own    | own      | own       | –          | own         | own   |
| public.dismissed_suggestions       | update                      | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| public.blocks                      | select delete               | own   | own       | own    | own      | own       | –          | own         | own   |
| public.blocks                      | insert                      | own   | own       | own    | own      | own       | –          | own         | own   |
| public.blocks                      | update                      | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| public.reports                     | select insert update delete | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| public.moderation_decisions        | select insert update delete | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| public.notices                     | select update               | own   | own       | own    | own      | own       | –          | own         | own   |
| public.notices                     | insert delete               | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| public.notices_shown               | select insert update delete | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| public.notice_refusals             | select delete               | own   | own       | own    | own      | own       | –          | own         | own   |
| public.notice_refusals             | insert                      | own   | own       | own    | own      | own       | –          | own         | own   |
| public.notice_refusals             | update                      | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| public.user_activities             | select                      | own   | own       | own    | own      | own       | –          | own         | own   |
| public.user_activities             | insert update delete        | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| public.user_stats                  | select                      | own   | own       | own    | own      | own       | –          | own         | own   |
| public.user_stats                  | insert update delete        | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| public.user_achievements           | select                      | own   | own       | own    | own      | own       | –          | own         | own   |
| public.user_achievements           | insert update delete        | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| public.play_choices                | select update               | own   | own       | own    | own      | own       | –          | own         | own   |
| public.play_choices                | insert                      | own   | own       | own    | own      | own       | –          | own         | own   |
| public.play_choices                | delete                      | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| public.play_rests                  | select update               | own   | own       | own    | own      | own       | –          | own         | own   |
| public.play_rests                  | insert                      | own   | own       | own    | own      | own       | –          | own         | own   |
| public.play_rests                  | delete                      | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| public.rankings                    | select                      | own   | own       | own    | own      | own       | –          | own         | own   |
| public.rankings                    | insert update delete        | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| public.profile_views               | select insert update delete | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| public.pictures                    | select                      | own   | own       | own    | own      | own       | –          | own         | own   |
| public.pictures                    | insert update delete        | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| public.salons (private)            | select                      | own   | salon     | salon  | –        | –         | –          | salon       | –     |
| public.salons (private)            | update                      | own   | –         | –      | –        | –         | –          | –           | –     |
| public.salons (public)             | select                      | all   | all       | all    | all      | all       | –          | all         | all   |
| public.salons (public)             | update                      | –     | –         | –      | –        | –         | –          | –           | –     |
| public.salons (archived)           | select                      | all   | all       | all    | –        | –         | –          | all         | –     |
| public.salons (archived)           | update                      | all   | –         | –      | –        | –         | –          | –           | –     |
| public.salons                      | insert delete               | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| public.salon_members               | select                      | salon | salon     | salon  | –        | –         | –          | salon       | –     |
| public.salon_members               | update                      | own   | own       | own    | –        | –         | –          | own         | –     |
| public.salon_members               | delete                      | –     | own       | own    | –        | –         | –          | own         | –     |
| public.salon_members               | insert                      | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| public.salon_bans                  | select                      | salon | salon     | –      | –        | own       | –          | –           | –     |
| public.salon_bans                  | insert update delete        | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| public.salon_invitations           | select                      | own   | –         | own    | –        | –         | –          | –           | –     |
| public.salon_invitations           | insert update delete        | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| public.salon_requests              | select                      | salon | salon     | –      | own      | –         | –          | –           | –     |
| public.salon_requests              | insert update delete        | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| public.chat_messages               | select                      | salon | salon     | salon  | –        | –         | –          | salon       | –     |
| public.chat_messages               | insert                      | own   | own       | own    | –        | –         | –          | –           | –     |
| public.chat_messages               | update                      | own   | own       | own    | –        | –         | –          | –           | –     |
| public.chat_messages               | delete                      | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| public.message_mentions            | select                      | salon | salon     | salon  | –        | –         | –          | salon       | –     |
| public.message_mentions            | insert update delete        | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| public.message_reactions           | select                      | salon | salon     | salon  | –        | –         | –          | salon       | –     |
| public.message_reactions           | insert                      | own   | own       | own    | –        | –         | –          | –           | –     |
| public.message_reactions           | delete                      | own   | own       | own    | –        | –         | –          | –           | –     |
| public.message_reactions           | update                      | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| public.presence_leases             | select insert update delete | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| public.member_presence             | select insert update delete | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| public.salon_presence              | select insert update delete | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| public.my_salons (private)         | select                      | own   | salon     | salon  | –        | –         | –          | salon       | –     |
| public.my_salons (public)          | select                      | –     | –         | –      | –        | –         | –          | –           | –     |
| public.my_salons                   | insert update delete        | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| public.salons_with_details (private) | select                    | own   | salon     | salon  | –        | –         | –          | salon       | –     |
| public.salons_with_details (public)  | select                    | all   | all       | all    | all      | all       | –          | all         | all   |
| public.salons_with_details         | insert update delete        | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| public.chat_messages_with_profiles | select                      | salon | salon     | salon  | –        | –         | –          | salon       | –     |
| public.chat_messages_with_profiles | insert update delete        | ✗     | ✗         | ✗      | ✗        | ✗         | ✗          | ✗           | ✗     |
| public.courses (published)         | select                      | all | all | all | all | all | all | all | all |
| public.courses (draft)             | select                      | – | – | – | – | – | – | – | all |
| public.courses                     | insert                      | – | – | – | – | – | – | – | any |
| public.courses                     | update                      | – | – | – | – | – | – | – | all |
| public.courses                     | delete                      | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ |
| public.course_slugs (moved)        | select                      | all | all | all | all | all | all | all | all |
| public.course_slugs (moved draft)  | select                      | – | – | – | – | – | – | – | all |
| public.course_slugs                | insert update delete        | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ |
| public.lessons (listed)            | select                      | all | all | all | all | all | all | all | all |
| public.lessons (hidden)            | select                      | – | – | – | – | – | – | – | all |
| public.lessons                     | insert                      | – | – | – | – | – | – | – | any |
| public.lessons                     | update                      | – | – | – | – | – | – | – | all |
| public.lessons                     | delete                      | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ |
| public.lesson_contents (free)      | select                      | all | all | all | all | all | all | all | all |
| public.lesson_contents (paid)      | select                      | all | – | all | – | – | – | all | all |
| public.lesson_contents (to come)   | select                      | – | – | – | – | – | – | – | all |
| public.lesson_contents (not for members)    | select                      | – | – | – | – | – | – | – | all |
| public.lesson_contents             | insert                      | – | – | – | – | – | – | – | any |
| public.lesson_contents             | update                      | – | – | – | – | – | – | – | all |
| public.lesson_contents             | delete                      | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ |
| public.enrollments                 | select                      | own | – | own | – | own | – | own | – |
| public.enrollments                 | insert update delete        | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ |
| public.user_lesson_progress        | select                      | own | – | own | – | own | – | own | – |
| public.user_lesson_progress        | insert update delete        | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ |
| public.user_progress_history       | select                      | own | – | own | – | own | – | own | – |
| public.user_progress_history       | insert update delete        | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ |
| public.lesson_notes                | select                      | own | – | own | – | own | – | own | – |
| public.lesson_notes                | insert                      | own | own | own | own | own | – | own | own |
| public.lesson_notes                | update delete               | own | – | own | – | own | – | own | – |
| public.attestation_keys            | select                      | all | all | all | all | all | all | all | all |
| public.attestation_keys            | insert update delete        | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ |
| public.certificates                | select                      | own | – | own | – | – | – | – | – |
| public.certificates                | insert update delete        | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ |
| public.certificate_revocations     | select                      | all | all | all | all | all | all | all | all |
| public.certificate_revocations     | insert update delete        | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ |
| public.courses_with_details (published) | select                      | all | all | all | all | all | all | all | all |
| public.courses_with_details (draft) | select                      | – | – | – | – | – | – | – | all |
| public.courses_with_details        | insert update delete        | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ |
| public.user_courses                | select                      | own | – | own | – | own | – | own | – |
| public.user_courses                | insert update delete        | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ |
`;

/** What names a row, whose it is and in which salon; a view is compared with the table it shows. */
const ROWS: Readonly<Record<string, { key: string; from?: string; whose?: string; where?: string }>> = {
  'public.plan_limits': { key: 'plan' },
  'public.towns': {
    key: "key || ' ' || departement",
    // Of the 37,000 rows.
    from: "(select * from public.towns where departement = '90') t",
  },
  'public.mail_kinds': { key: 'kind' },
  'public.mail_rhythms': { key: 'user_id', whose: 'user_id' },
  'public.mail_preferences': { key: "user_id || ' ' || kind", whose: 'user_id' },
  'public.audit_log': { key: 'id', whose: 'subject_id' },
  'public.subscriptions': { key: 'id', whose: 'user_id' },
  'public.invoices': { key: 'id', whose: 'user_id' },
  'public.profiles': { key: 'id', whose: 'id' },
  'public.dismissed_suggestions': { key: "user_id || ' ' || member_id", whose: 'user_id' },
  'public.blocks': { key: "blocker_id || ' ' || blocked_id", whose: 'blocker_id' },
  'public.notices': { key: 'id', whose: 'user_id' },
  'public.notice_refusals': { key: "user_id || ' ' || kind", whose: 'user_id' },
  'public.user_activities': { key: 'id', whose: 'user_id' },
  'public.user_stats': { key: 'user_id', whose: 'user_id' },
  'public.user_achievements': { key: 'id', whose: 'user_id' },
  'public.play_choices': { key: 'user_id', whose: 'user_id' },
  'public.play_rests': { key: "user_id || ' ' || from_day", whose: 'user_id' },
  'public.rankings': { key: 'user_id', whose: 'user_id' },
  'public.pictures': { key: 'name', whose: 'user_id' },
  'public.salons': { key: 'id', whose: 'owner_id', where: 'id' },
  'public.my_salons': { key: 'id', from: 'public.salons', whose: 'owner_id', where: 'id' },
  'public.salons_with_details': { key: 'id', from: 'public.salons', whose: 'owner_id', where: 'id' },
  'public.salon_members': { key: "salon_id || ' ' || user_id", whose: 'user_id', where: 'salon_id' },
  'public.salon_invitations': { key: 'id', whose: 'invited_by', where: 'salon_id' },
  'public.salon_requests': { key: "salon_id || ' ' || user_id", whose: 'user_id', where: 'salon_id' },
  'public.salon_bans': { key: "salon_id || ' ' || user_id", whose: 'user_id', where: 'salon_id' },
  'public.chat_messages': { key: 'id', whose: 'user_id', where: 'salon_id' },
  'public.chat_messages_with_profiles': {
    key: 'id',
    from: 'public.chat_messages',
    whose: 'user_id',
    where: 'salon_id',
  },
  'public.message_mentions': {
    key: "message_id || ' ' || user_id",
    whose: 'user_id',
    where: '(select m.salon_id from public.chat_messages m where m.id = message_id)',
  },
  'public.message_reactions': {
    key: 'id',
    whose: 'user_id',
    where: '(select m.salon_id from public.chat_messages m where m.id = message_id)',
  },
  'public.consents': { key: 'id', whose: 'user_id' },
  'public.courses': { key: 'id' },
  'public.course_slugs': { key: 'slug' },
  'public.lessons': { key: 'id' },
  'public.lesson_contents': { key: 'lesson_id' },
  'public.enrollments': { key: 'id', whose: 'user_id' },
  'public.user_lesson_progress': { key: 'id', whose: 'user_id' },
  'public.user_progress_history': { key: 'id', whose: 'user_id' },
  'public.lesson_notes': { key: "lesson_id || ' ' || user_id", whose: 'user_id' },
  'public.attestation_keys': { key: 'public_key' },
  'public.certificates': { key: 'id', whose: 'user_id' },
  'public.certificate_revocations': { key: 'status_index' },
  'public.courses_with_details': { key: 'id', from: 'public.courses' },
  'public.user_courses': { key: 'id', from: 'public.enrollments', whose: 'user_id' },
};

const LESSONS = {
  listed: 'is_published and retired_at is null and course_id in (select id from public.courses where is_published)',
};

const ONLY: Readonly<Record<string, string>> = {
  private: "visibility = 'prive'",
  public: "visibility = 'public' and is_active",
  archived: 'not is_active',
  published: 'is_published',
  draft: 'not is_published',
  moved: 'course_id in (select id from public.courses where is_published)',
  'moved draft': 'course_id in (select id from public.courses where not is_published)',
  listed: LESSONS.listed,
  hidden: `id in (select id from public.lessons where not (${LESSONS.listed}))`,
  free: `lesson_id in (select id from public.lessons where is_free and ${LESSONS.listed})`,
  paid: `lesson_id in (select id from public.lessons where not is_free and release_day_offset = 0 and ${LESSONS.listed})`,
  'not for members': `lesson_id in (select id from public.lessons where not (${LESSONS.listed}))`,
  'to come': `lesson_id in (select id from public.lessons where release_day_offset > 0 and ${LESSONS.listed})`,
};

type Command = 'select' | 'insert' | 'update' | 'delete';
type Line = { table: string; only: string; command: Command; cells: Readonly<Record<Person, string>> };

const LINES: readonly Line[] = MATRIX.trim()
  .split('\n')
  .slice(1)
  .flatMap((text) => {
    const [name = '', commands = '', ...cells] = text
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    const [table = '', variant = ''] = name.replace(')', '').split(' (');
    return commands.split(' ').map((command) => ({
      table,
      only: ONLY[variant] ?? 'true',
      command: command as Command,
      cells: Object.fromEntries(PERSONS.map((person, n) => [person, cells[n]])) as Record<Person, string>,
    }));
  });

let the: Stage;
let home: Site;
beforeAll(async () => {
  the = await stage();
  home = await site(the);
});
afterAll(() => the.close());

test('the matrix names every table and view, with all four commands', async () => {
  const relations = await the.owner<{ name: string }[]>`
    select c.relnamespace::regnamespace || '.' || c.relname as name
    from pg_class c
    where c.relnamespace in ('public'::regnamespace, 'auth'::regnamespace)
      and c.relkind in ('r', 'p', 'v', 'm', 'f')
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`;
  const wanted = relations.flatMap(({ name }) => ['delete', 'insert', 'select', 'update'].map((c) => `${name} ${c}`));
  expect([...new Set(LINES.map(({ table, command }) => `${table} ${command}`))].sort()).toEqual(wanted.sort());
});

describe.each(PERSONS)('%s', (person) => {
  test.each(LINES.map((line) => [`${line.command} ${line.table}`, line] as const))('%s', async (_name, line) => {
    const reached = line.command === 'insert' ? insertedFor(person, line) : reachedBy(person, line);
    expect(await reached, line.only).toBe(line.cells[person]);
  });
});

async function reachedBy(person: Person, { table, only, command }: Line): Promise<string> {
  const me = home.idOf(person);
  const { key = 'true', from = table, whose = 'null', where = 'null' } = ROWS[table] ?? {};
  const tried = await attempt(the.database, me, statementFor(command, table, key, await columnOf(table)));
  if (tried.outcome !== 'ran') return tried.outcome === 'denied' ? '✗' : '–';
  const rows = await the.cast.sql.unsafe<{ key: string; whose: string; salon: string }[]>(
    `select (${key})::text as key, (${whose})::text as whose, (${where})::text as salon from ${from} where ${only}`,
  );
  const reached = new Set(tried.rows.map((row) => String(row.key)));
  const here = rows.filter((row) => reached.has(row.key));
  expect(rows.length).toBeGreaterThan(0);
  return named(here, [
    ['all', rows],
    ['own', rows.filter((row) => row.whose === me)],
    ['salon', rows.filter((row) => [home.salon, home.archived].includes(row.salon))],
  ]);
}

const WRITTEN: Readonly<Record<string, string>> = {
  notifications_enabled: 'false',
  bell_paused_until: 'now()',
};

function statementFor(command: Command, table: string, key: string, column: string): string {
  const returning = `(${key})::text as key`;
  if (command === 'select') return `select ${returning} from ${table}`;
  if (command === 'delete') return `delete from ${table} returning ${returning}`;
  // Some columns may be written and not read.
  const value = WRITTEN[column] ?? column;
  return `update ${table} set ${column} = ${value} returning ${returning}`;
}

/** A column that a member may change, or any. */
async function columnOf(table: string): Promise<string> {
  const [first] = await the.owner<{ name: string }[]>`
    select quote_ident(attname) as name
    from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attidentity <> 'a'
    order by has_column_privilege('aurora_app', attrelid, attnum, 'update') desc, attnum
    limit 1`;
  return first?.name ?? '';
}

type Rows = readonly { readonly key: string }[];

function named(reached: Rows, sets: readonly (readonly [string, Rows])[]): string {
  if (reached.length === 0) return '–';
  const same = sets.find(([, rows]) => rows.length === reached.length && rows.every((row) => reached.includes(row)));
  return same?.[0] ?? `${reached.length} of ${sets[0]?.[1].length}`;
}

async function insertedFor(person: Person, { table }: Line): Promise<string> {
  const me = home.idOf(person) ?? home.people.outsider.id;
  const other = person === 'member' ? home.people.owner.id : home.people.member.id;
  const own = await inserted(person, rowFor(table, me));
  const others = await inserted(person, rowFor(table, other));
  if (own === 'in' && others === 'in') return 'any';
  if (own === 'in') return 'own';
  return others === 'in' ? 'others only' : own;
}

/** A row that lacks only the right to be written. */
function rowFor(table: string, user: string): string {
  if (table === 'public.chat_messages')
    return `insert into ${table} (salon_id, user_id, content) values ('${home.salon}', '${user}', 'Bonsoir')`;
  if (table === 'public.message_reactions')
    return `insert into ${table} (message_id, user_id, emoji) values (${home.messageOf('owner')}, '${user}', 'bravo')`;
  if (table === 'public.dismissed_suggestions')
    return `insert into ${table} (user_id, member_id) values ('${user}', '${home.people.unblocked.id}')`;
  if (table === 'public.blocks')
    return `insert into ${table} (blocker_id, blocked_id) values ('${user}', '${home.people.unblocked.id}')`;
  // Everybody has chosen before.
  if (table === 'public.play_choices')
    return `insert into ${table} (user_id) values ('${user}') on conflict (user_id) do update set is_ranked = true`;
  if (table === 'public.play_rests') return `insert into ${table} (user_id, from_day) values ('${user}', '2026-01-05')`;
  if (table === 'public.notice_refusals') return `insert into ${table} (user_id, kind) values ('${user}', 'mention')`;
  if (table === 'public.mail_rhythms') return `insert into ${table} (user_id) values ('${user}')`;
  if (table === 'public.outbox')
    return `insert into ${table} (template, props, user_id) values ('welcome', '{}', '${user}')`;
  if (table === 'public.lesson_notes')
    return `insert into ${table} (lesson_id, user_id, content) values ('${home.freeLesson}', '${user}', 'À revoir')`;
  if (table === 'public.courses')
    return `insert into ${table} (title, slug, pillar_number) values ('Essai', 'essai-' || md5(random()::text), 1)`;
  if (table === 'public.lessons')
    return `insert into ${table} (course_id, slug, title, lesson_number)
      values ('${home.course}', md5(random()::text), 'Essai', 10 + floor(random() * 900))`;
  if (table === 'public.lesson_contents') return `insert into ${table} (lesson_id) values ('${home.freeLesson}')`;
  return `insert into ${table} default values`;
}

async function inserted(person: Person, text: string): Promise<string> {
  const tried = await attempt(the.database, home.idOf(person), text).catch(causeOf);
  if (!('outcome' in tried)) return tried.code.startsWith('23') ? 'in' : tried.message;
  if (tried.outcome === 'ran') return tried.count === 1 ? 'in' : '–';
  return tried.outcome === 'denied' ? '✗' : '–';
}
