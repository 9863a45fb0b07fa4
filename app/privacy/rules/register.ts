/**
 * The register of processing (P05; GDPR, article 30): what is stored of a person, why, on what ground, how long, and who sees
 * it. A test fails on a table with a person's key that stands in no line; the privacy page is made of these lines.
 */
import { UNCONFIRMED_DAYS } from '~/auth/rules/letter';
import { KEPT_DAYS } from '~/mailer/rules';
import { BACKUPS_KEPT_DAYS, CHANGE_OF_MIND_DAYS, INVOICES_KEPT_YEARS } from './erasure';
import { COPY_DAYS } from './export';

/** GDPR, article 6. */
export const GROUNDS = {
  contract: 'Le contrat',
  consent: 'Votre accord',
  interest: 'L’intérêt légitime',
  law: 'La loi',
} as const;

export type Processing = {
  /** Empty: it stands in no table. */
  readonly tables: readonly string[];
  readonly what: string;
  readonly why: string;
  readonly ground: keyof typeof GROUNDS;
  readonly until: string;
  readonly seenBy: string;
};

const ACCOUNT = 'Tant que le compte existe.';
const ME = 'Vous.';

export const REGISTER: readonly Processing[] = [
  {
    tables: ['auth.users', 'auth.oauth_accounts', 'auth.recovery_codes'],
    what: 'Adresse de courriel, mot de passe, comptes reliés, carte d’accès',
    why: 'Ouvrir votre compte et vous reconnaître. Le mot de passe est gardé sous une forme que personne ne peut relire.',
    ...{ ground: 'contract', until: ACCOUNT, seenBy: 'Vous ; l’équipe, si elle vous aide, et c’est noté.' },
  },
  {
    tables: ['public.profiles', 'public.pictures', 'public.dismissed_suggestions'],
    what: 'Nom, photos, ville, présentation, goûts, réglages, heure de votre dernière action, idées écartées',
    why: 'Votre fiche, et la page comme vous l’aimez. De vos actions, seule l’heure est gardée.',
    ...{ ground: 'contract', until: ACCOUNT, seenBy: 'Les membres, selon vos réglages.' },
  },
  {
    tables: ['public.chat_messages', 'public.message_mentions', 'public.message_reactions'],
    what: 'Messages et réactions',
    why: 'Les montrer aux membres de vos salons.',
    ground: 'contract',
    until: 'Jusqu’à ce que vous les supprimiez. Le texte d’un message supprimé est effacé.',
    seenBy: 'Les membres du salon.',
  },
  {
    tables: [
      'public.salons',
      'public.salon_members',
      'public.salon_requests',
      'public.salon_invitations',
      'public.salon_bans',
    ],
    what: 'Vos salons, vos demandes, vos invitations, et l’endroit où votre lecture s’est arrêtée',
    why: 'Vous y faire entrer, et vous montrer les nouveaux messages.',
    ...{ ground: 'contract', until: 'Tant que vous en êtes membre.', seenBy: 'Les membres du salon.' },
  },
  {
    tables: ['public.presence_leases'],
    what: 'Votre présence dans un salon',
    why: 'Dire aux autres que vous êtes là.',
    ground: 'contract',
    until: 'Tant que la page est ouverte, et une minute de plus environ.',
    seenBy: 'Les membres du salon.',
  },
  {
    tables: ['public.notices', 'public.notice_refusals'],
    what: 'Vos avis : ce qui vous attend sur le site',
    ...{ why: 'Vous le montrer sur une page.', ground: 'contract', until: ACCOUNT, seenBy: ME },
  },
  {
    tables: [
      'public.enrollments',
      'public.user_lesson_progress',
      'public.user_progress_history',
      'public.lesson_notes',
    ],
    what: 'Vos cours, votre avancement et vos notes',
    ...{ why: 'Reprendre où vous en étiez.', ground: 'contract', until: ACCOUNT, seenBy: ME },
  },
  {
    tables: [
      'public.user_stats',
      'public.user_achievements',
      'public.user_activities',
      'public.play_choices',
      'public.play_rests',
      'public.rankings',
    ],
    what: 'Vos points, vos badges, votre journal, et votre place si vous avez voulu du classement',
    why: 'Vous montrer le chemin parcouru.',
    ...{ ground: 'contract', until: ACCOUNT, seenBy: 'Vous ; au classement, ceux qui y participent.' },
  },
  {
    tables: ['public.certificates'],
    what: 'Vos attestations',
    why: 'Qu’elles puissent être vérifiées.',
    ...{ ground: 'contract', until: ACCOUNT, seenBy: 'Vous, et qui a l’adresse de l’attestation.' },
  },
  {
    tables: ['public.subscriptions', 'public.stripe_customers', 'public.trials'],
    what: 'Votre formule, votre essai et votre numéro de client chez Stripe',
    why: 'Ouvrir ce que vous avez payé. Votre carte n’est connue que de Stripe.',
    ...{ ground: 'contract', until: ACCOUNT, seenBy: 'Vous, l’équipe et Stripe.' },
  },
  {
    tables: ['public.invoices'],
    what: 'Factures',
    why: 'Tenir les comptes.',
    ground: 'law',
    until: `${INVOICES_KEPT_YEARS} ans, sans votre nom si vous effacez votre compte.`,
    seenBy: 'Vous et l’équipe.',
  },
  {
    tables: ['public.outbox', 'public.mail_stops'],
    what: 'Quels courriels vous ont été envoyés, et s’ils sont arrivés',
    why: 'Comprendre pourquoi rien n’arrive. Une plainte pour courriel indésirable est retenue.',
    ground: 'contract',
    until: `${KEPT_DAYS} jours.`,
    seenBy: 'Vous ; l’équipe, si elle vous aide, et c’est noté.',
  },
  {
    tables: ['public.mail_rhythms', 'public.mail_marks'],
    what: 'À quelle heure et combien de fois vous voulez qu’on vous écrive, et jusqu’où la lettre du jour a raconté',
    ...{ why: 'Ne jamais vous dire deux fois la même chose.', ground: 'contract', until: ACCOUNT, seenBy: ME },
  },
  {
    tables: ['public.mail_preferences', 'public.mail_list_wishes', 'public.consents'],
    what: 'Vos choix de courriels et vos accords, avec leur date',
    ...{ why: 'Les respecter, et pouvoir le prouver.', ground: 'consent', until: ACCOUNT, seenBy: ME },
  },
  {
    tables: ['auth.sessions', 'auth.devices', 'auth.proof_codes', 'auth.session_transfers'],
    what: 'Vos appareils connectés',
    why: 'Vous laisser entrer, et vous prévenir quand un appareil inconnu le fait.',
    ...{ ground: 'contract', until: 'Jusqu’à la déconnexion, treize mois au plus.', seenBy: ME },
  },
  {
    tables: ['auth.tokens', 'auth.waits', 'auth.oauth_arrivals', 'auth.address_changes', 'auth.pending_posts'],
    what: 'Inscriptions et changements d’adresse en attente',
    why: 'Vous laisser le temps d’ouvrir notre courriel.',
    ground: 'contract',
    until: `${UNCONFIRMED_DAYS} jours, puis l’inscription qui n’est pas confirmée est effacée.`,
    seenBy: ME,
  },
  {
    tables: [
      'public.blocks',
      'public.reports',
      'public.profile_views',
      'auth.suspensions',
      'public.moderation_decisions',
    ],
    what: 'Blocages, signalements, décisions, suspensions',
    why: 'Protéger les membres.',
    ...{ ground: 'interest', until: ACCOUNT, seenBy: 'Vous et l’équipe.' },
  },
  {
    tables: ['public.audit_log'],
    what: 'Qui de l’équipe a regardé vos données',
    ...{ why: 'Que rien ne se fasse en silence.', ground: 'interest', until: ACCOUNT, seenBy: 'Vous et l’équipe.' },
  },
  {
    tables: ['public.brought_rows'],
    what: 'Ce que vous avez apporté d’un autre Aurora50 et qui ne peut pas vivre ici',
    ...{ why: 'Que votre copie reste entière.', ground: 'contract', until: ACCOUNT, seenBy: ME },
  },
  {
    tables: ['public.idle_accounts'],
    what: 'Les courriels que nous écrivons à qui ne vient plus depuis longtemps',
    why: 'Ne rien garder sans fin\u202f: si vous ne revenez pas, le compte est effacé.',
    ...{ ground: 'interest', until: 'Jusqu’à votre prochaine visite.', seenBy: ME },
  },
  {
    tables: ['public.erasures', 'public.erasure_receipts', 'public.exports'],
    what: 'Vos demandes de copie ou d’effacement',
    why: 'Les faire, et que l’effacement vaille aussi pour nos copies de secours.',
    ground: 'law',
    until: `${COPY_DAYS} jours pour une copie, ${CHANGE_OF_MIND_DAYS} pour changer d’avis, ${BACKUPS_KEPT_DAYS} ensuite.`,
    seenBy: ME,
  },
  {
    tables: [],
    what: 'Adresse de connexion à internet (adresse IP)',
    why: 'Freiner ceux qui essaient des mots de passe ou des codes au hasard.',
    ...{ ground: 'interest', until: 'Deux heures au plus.', seenBy: 'Personne : elle est comptée, pas montrée.' },
  },
  {
    tables: [],
    what: 'Journal technique : page, heure, durée, numéro de compte',
    why: 'Comprendre une panne. Il ne contient ni texte de message, ni adresse.',
    ground: 'interest',
    until: 'Le temps fixé par l’éditeur du site.',
    seenBy: 'Les personnes chargées de la technique.',
  },
];
