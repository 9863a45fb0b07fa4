/**
 * Every address of the product, once. Screens, redirects and `routes.ts` are built from this page.
 * It imports nothing.
 */
export const patterns = {
  home: '/',
  signUp: '/inscription',
  signIn: '/connexion',
  address: '/inscription/adresse',
  arrival: '/connexion/arrivee',
  waiting: '/connexion/courrier',
  signInLetter: '/connexion/lien',
  signInLink: '/connexion/lien/:jeton',
  signInCode: '/connexion/code',
  signOut: '/deconnexion',
  forgottenPassword: '/mot-de-passe/oubli',
  resetCode: '/mot-de-passe/code',
  newPassword: '/mot-de-passe/nouveau/:jeton',
  confirmAddress: '/api/auth/confirm',
  sendConfirmation: '/api/send-verification-email',
  salons: '/salons',
  newSalon: '/salons/nouveau',
  joinByCode: '/salons/rejoindre',
  salon: '/salons/:salon',
  salonStream: '/salons/:salon/flux',
  salonLive: '/salons/:salon/direct',
  salonMembers: '/salons/:salon/membres',
  salonMembership: '/salons/:salon/adhesion',
  leaveSalon: '/salons/:salon/quitter',
  readingMark: '/salons/:salon/lecture',
  typing: '/salons/:salon/ecrit',
  messages: '/salons/:salon/messages',
  message: '/salons/:salon/messages/:message',
  deleteMessage: '/salons/:salon/messages/:message/supprimer',
  reactions: '/salons/:salon/messages/:message/reactions',
  shareLink: '/s/:code',
  comfort: '/confort',
  settings: '/reglages',
  displaySettings: '/reglages/affichage',
  presenceSettings: '/reglages/presence',
  presence: '/presence',
  mailSettings: '/reglages/courriels',
  emailSettings: '/reglages/courriel',
  password: '/reglages/mot-de-passe',
  devices: '/reglages/appareils',
  closeOtherDevices: '/reglages/appareils/fermer',
  closeDevice: '/reglages/appareils/:session/fermer',
  sessionTransfer: '/reglages/appareil',
  accessCard: '/reglages/carte',
  sessionTransferCode: '/connexion/appareil',
  sessionTransferLink: '/connexion/appareil/:jeton',
  cardSignIn: '/connexion/carte',
  lostKeys: '/connexion/aide',
  linkedAccounts: '/reglages/comptes',
  unlinkAccount: '/reglages/comptes/:fournisseur/retirer',
  provider: '/connexion/:fournisseur',
  providerReturn: '/api/auth/callback',
  providerSignUp: '/inscription/fournisseur',
  pendingPost: '/texte-garde',
  confirmNewAddress: '/courriel/confirmer/:jeton',
  takeBackAddress: '/courriel/reprendre/:jeton',
  proof: '/connexion/preuve',
  proofCode: '/connexion/preuve/code',
  ensureProfile: '/api/profile/ensure',
  unsubscribe: '/desabonnement/:jeton',
  unsubscribeAll: '/desabonnement/:jeton/tout',
  subscribeAgain: '/desabonnement/:jeton/remettre',
  brevoWebhook: '/api/webhooks/brevo/:secret',
  courses: '/cours',
  course: '/cours/:cours',
  startCourse: '/api/courses/start',
  leaveCourse: '/cours/:cours/quitter',
  pauseCourse: '/cours/:cours/pause',
  lesson: '/cours/:cours/lecons/:numero',
  lessonProgress: '/cours/:cours/lecons/:numero/progression',
  finishLesson: '/cours/:cours/lecons/:numero/terminer',
  lessonNote: '/cours/:cours/lecons/:numero/notes',
  lessonVideo: '/cours/:cours/lecons/:numero/video/:format',
  myCourses: '/parcours',
  help: '/aide',
  houseRules: '/regles',
  accessibility: '/accessibilite',
  privacy: '/confidentialite',
  terms: '/conditions',
  legal: '/mentions-legales',
  offline: '/hors-ligne',
  admin: '/admin',
  adminMail: '/admin/courrier',
  liftStop: '/admin/courrier/reprise',
  authors: '/admin/auteurs',
  dismissAuthor: '/admin/auteurs/:membre/retrait',
  components: '/admin/composants',
  letterPreviews: '/admin/lettres',
  letterPreview: '/admin/lettres/:lettre',
  letterPreviewHtml: '/admin/lettres/:lettre/courriel',
  deskCourses: '/admin/cours',
  newCourse: '/admin/cours/nouveau',
  lessonPreview: '/admin/cours/apercu',
  deskCourse: '/admin/cours/:cours',
  editCourse: '/admin/cours/:cours/fiche',
  publishCourse: '/admin/cours/:cours/publication',
  openCourseFor: '/admin/cours/:cours/ouverture',
  newLesson: '/admin/cours/:cours/lecons/nouvelle',
  editLesson: '/admin/cours/:cours/lecons/:lecon',
  moveLesson: '/admin/cours/:cours/lecons/:lecon/place',
  retireLesson: '/admin/cours/:cours/lecons/:lecon/retrait',
  restoreLesson: '/admin/cours/:cours/lecons/:lecon/retour',
  attestationIssuer: '/attestations/emetteur',
  statusList: '/attestations/listes/:liste',
  certificate: '/attestations/:attestation',
  certificateJson: '/attestations/:attestation/json',
  certificateSvg: '/attestations/:attestation/svg',
  certificatePng: '/attestations/:attestation/png',
  certificatePdf: '/attestations/:attestation/pdf',
  renewCertificate: '/attestations/:attestation/reedition',
  revokeCertificate: '/attestations/:attestation/retrait',
  health: '/sante',
  alive: '/sante/vivant',
} as const;

export type Place = keyof typeof patterns;

type ParamNames<P extends string> = P extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamNames<Rest>
  : P extends `${string}:${infer Name}`
    ? Name
    : never;

type Params<K extends Place> = { readonly [N in ParamNames<(typeof patterns)[K]>]: string | number };
type Query = Readonly<Record<string, string | number | undefined>>;
type HrefArguments<K extends Place> = [ParamNames<(typeof patterns)[K]>] extends [never]
  ? [params?: Record<string, never>, query?: Query]
  : [params: Params<K>, query?: Query];

/** The path of a place: `href('salon', { salon: id }, { avant: 40 })`. Undefined query values are left out. */
export function href<K extends Place>(place: K, ...[params, query]: HrefArguments<K>): string {
  const values: Readonly<Record<string, string | number | undefined>> = params ?? {};
  const path = patterns[place].replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(values[name])));
  if (!query) return path;
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) search.set(name, String(value));
  }
  return search.size > 0 ? `${path}?${search}` : path;
}

/** Asked for by the browser alone (`entry.client.ts` names it too), hence no place of the product. */
export const serviceWorker = '/sw.js';

/** The drawing of a pilier's courses (1 to 7), a file that anybody may keep: SVG for pages, PNG for letters. */
export const coverFile = (pillar: number, format: 'svg' | 'png'): string => `/couvertures/${pillar}.${format}`;

/** Fragment identifiers that letters, answers and the script rely on. */
export const anchors = {
  message: (id: number | string) => `message-${id}`,
  composer: 'ecrire',
  thread: 'fil',
  content: 'contenu',
} as const;
