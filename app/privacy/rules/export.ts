/** The rules of the copy (P03, U05), and what its parts are called in French. */
import type { Flash } from '~/ui/notice';

/** Days for which the file can be fetched. */
export const COPY_DAYS = 7;

/** The parts of the copy, in the order of its pages; a table that stands nowhere comes last, under its own name. */
export const TITLES: Readonly<Record<string, string>> = {
  'public.profiles': 'Mon profil',
  'auth.users': 'Mon compte',
  'public.consents': 'Mes accords',
  'public.salon_members': 'Mes salons',
  'public.salons': 'Les salons que je tiens',
  'public.chat_messages': 'Mes messages',
  'public.message_mentions': 'Messages qui me nomment',
  'public.message_reactions': 'Mes réactions',
  'public.notices': 'Mes avis',
  'public.notice_refusals': 'Les avis que je ne veux pas',
  'public.enrollments': 'Mes cours',
  'public.user_lesson_progress': 'Mon avancement',
  'public.user_progress_history': 'Le journal de mon avancement',
  'public.lesson_notes': 'Mes notes de cours',
  lesson_dates: 'Les dates de mes leçons',
  'public.certificates': 'Mes attestations',
  'public.pictures': 'Mes photos',
  'public.subscriptions': 'Mes abonnements',
  'public.invoices': 'Mes factures',
  'public.stripe_customers': 'Mon numéro de client chez Stripe',
  'public.trials': 'Mon essai',
  'public.outbox': 'Les courriels qui m’ont été envoyés',
  'public.mail_preferences': 'Les courriels que je veux recevoir',
  'public.mail_rhythms': 'Quand et combien de fois on m’écrit',
  'public.mail_marks': 'Jusqu’où la lettre du jour m’a tout dit',
  'public.mail_stops': 'Les envois arrêtés vers mon adresse',
  'public.mail_list_wishes': 'Mes listes d’envoi',
  'public.audit_log': 'Qui a regardé mes données',
  'public.user_stats': 'Mes points',
  'public.user_achievements': 'Mes badges',
  'public.dismissed_suggestions': 'Propositions mises de côté',
  'public.user_activities': 'Mon journal',
  'public.play_choices': 'Mes choix pour le classement et les badges',
  'public.play_rests': 'Mes jours de repos',
  'public.rankings': 'Ma place au classement',
  'public.salon_requests': 'Mes demandes d’entrée',
  'public.salon_invitations': 'Mes invitations',
  'public.erasures': 'Mon effacement demandé',
  'public.exports': 'Mes copies demandées',
  'public.idle_accounts': 'Les lettres sur un compte qui ne sert plus',
  'public.blocks': 'Les membres que j’ai bloqués',
  'public.moderation_decisions': 'Les décisions qui me concernent',
  'public.reports': 'Mes signalements',
  'public.profile_views': 'Les fiches ouvertes aujourd’hui',
  'public.salon_bans': 'Les salons qui m’ont exclu ou que je gère',
  'public.presence_leases': 'Les salons ouverts en ce moment',
  'auth.sessions': 'Mes appareils connectés',
  'auth.devices': 'Les appareils reconnus',
  'auth.oauth_accounts': 'Mes comptes reliés',
  'auth.suspensions': 'Mes suspensions',
  'auth.address_changes': 'Mes changements d’adresse',
  'auth.recovery_codes': 'Ma carte d’accès',
  'auth.proof_codes': 'Les codes qui attendent',
  'auth.tokens': 'Les liens qui attendent dans un courriel',
  'auth.waits': 'Les inscriptions et connexions qui attendent',
  'auth.oauth_arrivals': 'Les arrivées par un autre compte',
  'auth.session_transfers': 'Les passages à un autre appareil',
};

export const titleOf = (table: string): string => TITLES[table] ?? table;
/** A name for a file: `salon_members`. */
export const fileNameOf = (table: string): string => table.replace(/^public\./, '').replace('.', '-');

/** What the next page says after an action, by the name that its address carries (`routes/flashes.ts`). */
export const flashes = {
  'copie-demandee': {
    tone: 'info',
    text: 'C’est noté. Nous préparons votre copie, et un courriel vous dira qu’elle est prête.',
  },
} as const satisfies Record<string, Flash>;
