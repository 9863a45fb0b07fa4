/**
 * Every address of the product, once. The function that makes a row is its kind; then its pattern, its audience, and its
 * route module. The build's routes, the methods, the check of who may pass, the navigation and the tests' lists of pages
 * come from here.
 */
import { data, file, form, formPage, fragment, page, type Row, stream, webhook } from './row';

export const table = {
  // The site
  home: page('/', 'anyone', 'home.tsx', { tab: 'home' }),
  help: page('/aide', 'anyone', 'site/help.tsx'),
  houseRules: page('/regles', 'anyone', 'site/house-rules.tsx'),
  accessibility: page('/accessibilite', 'anyone', 'site/accessibility.tsx'),
  privacy: page('/confidentialite', 'anyone', 'site/privacy.tsx'),
  terms: page('/conditions', 'anyone', 'site/terms.tsx'),
  legal: page('/mentions-legales', 'anyone', 'site/legal.tsx'),
  offline: page('/hors-ligne', 'anyone', 'site/offline.ts'),
  serviceWorker: file('/sw.js', 'anyone', 'site/service-worker.ts'),
  comfort: form('/confort', 'anyone', 'comfort.ts'),
  health: data('/sante', 'anyone', null),
  alive: data('/sante/vivant', 'anyone', null),
  metrics: data('/metrics', 'anyone', 'operating/metrics.ts'),
  status: page('/etat', 'anyone', 'operating/status.tsx'),

  // Signing up, signing in and out
  signUp: formPage('/inscription', 'anyone', 'auth/sign-up.tsx'),
  address: formPage('/inscription/adresse', 'anyone', 'auth/address.tsx'),
  providerSignUp: formPage('/inscription/fournisseur', 'anyone', 'auth/provider-sign-up.tsx'),
  signIn: formPage('/connexion', 'anyone', 'auth/sign-in.tsx'),
  arrival: page('/connexion/arrivee', 'anyone', 'auth/arrival.tsx'),
  waiting: formPage('/connexion/courrier', 'anyone', 'auth/waiting.tsx'),
  signInLetter: formPage('/connexion/lien', 'anyone', 'auth/sign-in-letter.tsx'),
  signInLink: formPage('/connexion/lien/:jeton', 'anyone', 'auth/sign-in-link.tsx'),
  signInCode: form('/connexion/code', 'anyone', 'auth/sign-in-code.tsx'),
  sessionTransferCode: formPage('/connexion/appareil', 'anyone', 'auth/session-transfer-code.tsx'),
  sessionTransferLink: formPage('/connexion/appareil/:jeton', 'anyone', 'auth/session-transfer-link.tsx'),
  cardSignIn: formPage('/connexion/carte', 'anyone', 'auth/card-sign-in.tsx'),
  lostKeys: page('/connexion/aide', 'anyone', 'site/lost-keys.tsx'),
  provider: form('/connexion/:fournisseur', 'anyone', 'auth/provider.ts'),
  providerReturn: page('/api/auth/callback', 'anyone', 'auth/provider-return.tsx'),
  proof: formPage('/connexion/preuve', 'member', 'auth/proof.tsx'),
  proofCode: form('/connexion/preuve/code', 'member', 'auth/proof-code.ts'),
  signOut: form('/deconnexion', 'anyone', 'auth/sign-out.ts'),
  forgottenPassword: formPage('/mot-de-passe/oubli', 'anyone', 'auth/forgotten-password.tsx'),
  resetCode: form('/mot-de-passe/code', 'anyone', 'auth/reset-code.tsx'),
  newPassword: formPage('/mot-de-passe/nouveau/:jeton', 'anyone', 'auth/new-password.tsx'),
  confirmAddress: formPage('/api/auth/confirm', 'anyone', 'auth/confirm-address.tsx'),
  sendConfirmation: form('/api/send-verification-email', 'anyone', 'auth/send-confirmation.ts'),
  confirmNewAddress: formPage('/courriel/confirmer/:jeton', 'anyone', 'auth/confirm-new-address.tsx'),
  takeBackAddress: formPage('/courriel/reprendre/:jeton', 'anyone', 'auth/take-back-address.tsx'),
  suspension: formPage('/suspension', 'member', 'auth/suspension.tsx'),
  ensureProfile: form('/api/profile/ensure', 'member', 'auth/ensure-profile.ts'),
  pendingPost: formPage('/texte-garde', 'member', 'auth/pending-post.tsx'),

  // Settings. A password may be changed with the old one instead of a fresh proof: its route asks for one of them.
  settings: formPage('/reglages', 'member', 'settings/index.tsx'),
  displaySettings: page('/reglages/affichage', 'member', 'settings/display.tsx'),
  presenceSettings: page('/reglages/presence', 'member', 'settings/presence.tsx'),
  presence: form('/presence', 'member', 'presence/status.tsx'),
  mailSettings: formPage('/reglages/courriels', 'member', 'settings/mail.tsx'),
  emailSettings: formPage('/reglages/courriel', 'proven', 'settings/address.tsx'),
  password: formPage('/reglages/mot-de-passe', 'member', 'settings/password.tsx'),
  devices: page('/reglages/appareils', 'member', 'settings/devices.tsx'),
  closeOtherDevices: form('/reglages/appareils/fermer', 'member', 'settings/close-other-devices.ts'),
  closeDevice: form('/reglages/appareils/:session/fermer', 'member', 'settings/close-device.ts'),
  sessionTransfer: formPage('/reglages/appareil', 'member', 'settings/session-transfer.tsx'),
  accessCard: formPage('/reglages/carte', 'proven', 'settings/card.tsx'),
  linkedAccounts: page('/reglages/comptes', 'member', 'settings/linked-accounts.tsx'),
  unlinkAccount: form('/reglages/comptes/:fournisseur/retirer', 'proven', 'settings/unlink-account.ts'),

  // The questions after the first sign-in
  welcome: formPage('/bienvenue', 'member', 'welcome/index.tsx'),
  welcomeAnswers: formPage('/reglages/reponses', 'member', 'welcome/answers.tsx'),

  // What is kept of a member
  myData: page('/mes-donnees', 'member', 'my-data/index.tsx'),
  looks: page('/mes-donnees/acces', 'member', 'my-data/looks.tsx'),
  // Asks for the password in its own form; whoever has none gives another fresh proof first.
  erasure: formPage('/mes-donnees/effacement', 'member', 'my-data/erasure.tsx'),
  consents: formPage('/mes-donnees/consentements', 'member', 'my-data/consents.tsx'),
  dataCopy: formPage('/mes-donnees/export', 'proven', 'my-data/export.tsx'),
  exportFile: file('/mes-donnees/export/:copie', 'proven', 'my-data/export-file.ts'),
  keepAccount: form('/mes-donnees/effacement/annulation', 'member', 'my-data/keep-account.ts'),
  erasureReceipt: page('/recus/:recu', 'anyone', 'my-data/receipt.tsx'),
  erasureReceiptJson: data('/recus/:recu/json', 'anyone', 'my-data/receipt-json.ts'),

  // What happened and waits for her
  notices: formPage('/avis', 'member', 'notices/index.tsx'),
  noticeSettings: formPage('/reglages/avis', 'member', 'notices/settings.tsx'),

  // Members
  profile: formPage('/profil', 'member', 'members/profile.tsx', { keeps: true }),
  picture: formPage('/profil/:image', 'member', 'files/picture.tsx', { takesFile: true }),
  pictureDraft: formPage('/profil/:image/apercu', 'member', 'files/draft.tsx'),
  storedPicture: file('/fichiers/:dossier/:nom', 'anyone', null),
  members: page('/membres', 'member', 'members/directory.tsx', { tab: 'members' }),
  member: page('/membres/:membre', 'member', 'members/member.tsx', { tab: 'members' }),
  blockMember: form('/membres/:membre/bloquer', 'member', 'members/block.ts'),
  reportMember: form('/membres/:membre/signaler', 'member', 'members/report.tsx', { tab: 'members', keeps: true }),

  // Salons and what is said in them
  salons: page('/salons', 'member', 'salons/index.tsx', { tab: 'salons' }),
  newSalon: formPage('/salons/nouveau', 'member', 'salons/new.tsx', { tab: 'salons', keeps: true }),
  joinByCode: form('/salons/rejoindre', 'member', 'salons/join-by-code.tsx'),
  salon: page('/salons/:salon', 'member', 'chat/room.tsx', { tab: 'salons' }),
  salonStream: stream('/salons/:salon/flux', 'member'),
  salonLive: stream('/salons/:salon/direct', 'member'),
  nameSomebody: page('/salons/:salon/nommer', 'member', 'salons/name-somebody.tsx', { tab: 'salons' }),
  searchSalon: page('/salons/:salon/recherche', 'member', 'chat/search.tsx', { tab: 'salons' }),
  salonMembers: page('/salons/:salon/membres', 'member', 'salons/members.tsx', { tab: 'salons' }),
  lookAtSalon: page('/salons/:salon/apercu', 'member', 'salons/look.tsx', { tab: 'salons' }),
  lastWords: form('/salons/:salon/apercu/mots', 'member', 'salons/last-words.ts'),
  salonMembership: form('/salons/:salon/adhesion', 'member', 'salons/membership.ts'),
  salonSettings: formPage('/salons/:salon/reglages', 'member', 'salons/settings.tsx', {
    tab: 'salons',
    keeps: true,
    takesFile: true,
  }),
  salonPictureDraft: formPage('/salons/:salon/image', 'member', 'salons/picture-draft.tsx', { tab: 'salons' }),
  shareCode: form('/salons/:salon/code', 'member', 'salons/share-code.ts'),
  salonMember: form('/salons/:salon/membres/:membre', 'member', 'salons/member.ts'),
  keepMember: page('/salons/:salon/membres/:membre/gerer', 'member', 'salons/keep-member.tsx', { tab: 'salons' }),
  salonBans: formPage('/salons/:salon/bannis', 'member', 'salons/bans.tsx', { tab: 'salons', keeps: true }),
  salonDeletion: formPage('/salons/:salon/suppression', 'member', 'salons/deletion.tsx', { tab: 'salons' }),
  leaveSalon: formPage('/salons/:salon/quitter', 'member', 'salons/leave.tsx', { tab: 'salons' }),
  salonInvitations: formPage('/salons/:salon/invitations', 'member', 'salons/invitations.tsx', { tab: 'salons' }),
  salonInvitation: form('/salons/:salon/invitations/:invitation', 'member', 'salons/invitation.ts'),
  askToJoin: form('/salons/:salon/demande', 'member', 'salons/request.tsx', { tab: 'salons' }),
  salonRequests: formPage('/salons/:salon/demandes', 'member', 'salons/requests.tsx', { tab: 'salons' }),
  salonPoster: page('/salons/:salon/affiche', 'member', 'salons/poster.tsx', { tab: 'salons' }),
  readingMark: fragment('/salons/:salon/lecture', 'member', 'chat/reading-mark.ts'),
  typing: fragment('/salons/:salon/ecrit', 'member', 'chat/typing.ts'),
  messages: form('/salons/:salon/messages', 'member', 'chat/messages.tsx', { tab: 'salons', keeps: true }),
  message: formPage('/salons/:salon/messages/:message', 'member', 'chat/message.tsx', { tab: 'salons', keeps: true }),
  deleteMessage: formPage('/salons/:salon/messages/:message/supprimer', 'member', 'chat/delete-message.tsx', {
    tab: 'salons',
  }),
  reactions: form('/salons/:salon/messages/:message/reactions', 'member', 'chat/reactions.ts'),
  reportMessage: formPage('/salons/:salon/messages/:message/signaler', 'member', 'moderation/report-message.tsx', {
    tab: 'salons',
    keeps: true,
  }),
  shareLink: formPage('/s/:code', { get: 'anyone', post: 'member' }, 'salons/share-link.tsx', { tab: 'salons' }),
  sharePicture: file('/s/:code/image.png', 'anyone', 'salons/share-picture.ts'),
  invitation: formPage('/invitation/:jeton', { get: 'anyone', post: 'member' }, 'salons/invited.tsx', {
    tab: 'salons',
  }),
  invitationPicture: file('/invitation/:jeton/image.png', 'anyone', 'salons/invitation-picture.ts'),

  // Courses
  courses: page('/cours', 'anyone', 'courses/index.tsx', { tab: 'courses' }),
  course: page('/cours/:cours', 'anyone', 'courses/course.tsx', { tab: 'courses' }),
  startCourse: form('/api/courses/start', 'member', 'courses/start.ts'),
  leaveCourse: formPage('/cours/:cours/quitter', 'member', 'courses/leave.tsx', { tab: 'courses' }),
  pauseCourse: form('/cours/:cours/pause', 'member', 'courses/pause.ts'),
  lesson: page('/cours/:cours/lecons/:numero', 'anyone', 'courses/lesson.tsx', { tab: 'courses' }),
  lessonProgress: form('/cours/:cours/lecons/:numero/progression', 'member', 'courses/progress.tsx', {
    tab: 'courses',
  }),
  finishLesson: form('/cours/:cours/lecons/:numero/terminer', 'member', 'courses/finish.ts'),
  lessonNote: form('/cours/:cours/lecons/:numero/notes', 'member', 'courses/note.tsx', { tab: 'courses', keeps: true }),
  lessonVideo: file('/cours/:cours/lecons/:numero/video/:format', 'anyone', null),
  myCourses: page('/parcours', 'member', 'courses/my-courses.tsx', { tab: 'courses' }),

  // Recognition
  howItCounts: page('/parcours/points', 'member', 'play/how-it-counts.tsx', { tab: 'courses' }),
  badges: formPage('/parcours/badges', 'member', 'play/badges.tsx', { tab: 'courses' }),
  journal: page('/parcours/journal', 'member', 'play/journal.tsx', { tab: 'courses' }),
  journalFile: file('/parcours/journal/fichier', 'member', 'play/journal-file.ts'),
  rest: form('/parcours/pause', 'member', 'play/rest.ts'),
  ranking: formPage('/classement', 'member', 'play/ranking.tsx', { tab: 'members' }),

  // Certificates
  attestationIssuer: data('/attestations/emetteur', 'anyone', 'certificates/issuer.ts'),
  statusList: data('/attestations/listes/:liste', 'anyone', 'certificates/status-list.ts'),
  certificate: page('/attestations/:attestation', 'anyone', 'certificates/certificate.tsx'),
  certificateJson: data('/attestations/:attestation/json', 'anyone', 'certificates/json.ts'),
  certificateSvg: file('/attestations/:attestation/svg', 'anyone', 'certificates/svg.ts'),
  certificatePng: file('/attestations/:attestation/png', 'anyone', 'certificates/png.ts'),
  certificatePdf: file('/attestations/:attestation/pdf', 'anyone', 'certificates/pdf.ts'),
  renewCertificate: form('/attestations/:attestation/reedition', 'member', 'certificates/renew.ts'),
  revokeCertificate: formPage('/attestations/:attestation/retrait', 'admin', 'certificates/revoke.tsx'),

  // Letters
  unsubscribe: formPage('/desabonnement/:jeton', { get: 'anyone', post: 'machine' }, 'mail/unsubscribe.tsx'),
  unsubscribeAll: form('/desabonnement/:jeton/tout', 'anyone', 'mail/unsubscribe-all.ts'),
  writeLess: form('/desabonnement/:jeton/moins', 'anyone', 'mail/write-less.ts'),
  subscribeAgain: form('/desabonnement/:jeton/remettre', 'anyone', 'mail/subscribe-again.ts'),
  brevoWebhook: webhook('/api/webhooks/brevo/:secret', 'mail/brevo-webhook.ts'),

  // Payment
  stripeWebhook: webhook('/api/webhooks/stripe', 'billing/stripe-webhook.ts'),

  // Plans
  plans: page('/abonnement', 'anyone', 'billing/plans.tsx'),
  pay: form('/abonnement/paiement', 'member', 'billing/pay.ts'),
  paymentReturn: page('/abonnement/retour', 'member', 'billing/return.tsx'),
  portal: form('/abonnement/portail', 'proven', 'billing/portal.ts'),
  invoices: page('/abonnement/factures', 'member', 'billing/invoices.tsx'),
  changePlan: formPage('/abonnement/formule', 'member', 'billing/change.tsx'),
  startTrial: form('/abonnement/essai', 'member', 'billing/start-trial.ts'),
  cancelPlan: formPage('/abonnement/resilier', { get: 'anyone', post: 'member' }, 'billing/cancel.tsx'),
  resumePlan: form('/abonnement/reprise', 'member', 'billing/resume.ts'),
  withdrawPlan: formPage('/abonnement/retractation', 'member', 'billing/withdraw.tsx'),

  // Reports and decisions: the routes ask who may decide, the team or the owner of a salon
  reports: page('/admin/signalements', 'member', 'moderation/reports.tsx'),
  report: formPage('/admin/signalements/:signalement', 'member', 'moderation/report.tsx'),
  decision: formPage('/decisions/:decision', 'member', 'moderation/decision.tsx'),

  // The team
  admin: page('/admin', 'team', 'admin/index.tsx'),
  staffMembers: page('/admin/membres', 'admin', 'admin/members.tsx'),
  staffMember: formPage('/admin/membres/:membre', 'proven admin', 'admin/member.tsx'),
  staffLooks: page('/admin/regards', 'admin', 'admin/looks.tsx'),
  figures: page('/admin/chiffres', 'admin', 'admin/figures.tsx'),
  figuresFile: file('/admin/chiffres/fichier', 'admin', 'admin/figures-file.ts'),
  adminOffers: page('/admin/offres', 'admin', 'admin/offers.tsx'),
  adminMail: page('/admin/courrier', 'admin', 'admin/mail.tsx'),
  liftStop: form('/admin/courrier/reprise', 'admin', 'admin/lift-stop.ts'),
  authors: formPage('/admin/auteurs', 'proven admin', 'admin/authors.tsx'),
  dismissAuthor: formPage('/admin/auteurs/:membre/retrait', 'proven admin', 'admin/dismiss-author.tsx'),
  siteState: formPage('/admin/etat', 'admin', 'operating/state.tsx'),
  components: page('/admin/composants', 'workshop', 'admin/components.tsx'),
  payments: formPage('/admin/abonnements', 'proven admin', 'admin/payments.tsx'),
  seenPayment: form('/admin/abonnements/vu', 'admin', 'admin/seen-payment.ts'),
  letterPreviews: page('/admin/lettres', 'workshop', 'admin/letters.tsx'),
  letterPreview: page('/admin/lettres/:lettre', 'workshop', 'admin/letter.tsx'),
  letterPreviewHtml: file('/admin/lettres/:lettre/courriel', 'workshop', 'admin/letter-html.ts'),

  // Courses being written
  deskCourses: page('/admin/cours', 'author', 'authors/courses.tsx'),
  newCourse: formPage('/admin/cours/nouveau', 'author', 'authors/new-course.tsx'),
  lessonPreview: form('/admin/cours/apercu', 'author', 'authors/preview.tsx'),
  deskCourse: page('/admin/cours/:cours', 'author', 'authors/course.tsx'),
  editCourse: formPage('/admin/cours/:cours/fiche', 'author', 'authors/edit-course.tsx'),
  publishCourse: form('/admin/cours/:cours/publication', 'author', 'authors/publish.ts'),
  openCourseFor: formPage('/admin/cours/:cours/ouverture', 'author', 'authors/opening.tsx'),
  newLesson: formPage('/admin/cours/:cours/lecons/nouvelle', 'author', 'authors/new-lesson.tsx'),
  editLesson: formPage('/admin/cours/:cours/lecons/:lecon', 'author', 'authors/edit-lesson.tsx'),
  moveLesson: form('/admin/cours/:cours/lecons/:lecon/place', 'author', 'authors/move-lesson.ts'),
  retireLesson: formPage('/admin/cours/:cours/lecons/:lecon/retrait', 'author', 'authors/retire-lesson.tsx'),
  restoreLesson: form('/admin/cours/:cours/lecons/:lecon/retour', 'author', 'authors/restore-lesson.ts'),
} as const satisfies Readonly<Record<string, Row>>;
