// Written by « npm run db:types » from the migrations; do not edit.
// What the client gives: int8 as number (all of ours stay below 2^53), timestamptz as Date, jsonb as unknown.
// PostgreSQL does not know which columns of a view are never null.

export interface AddressChanges {
  id: string;
  userId: string;
  oldEmail: string;
  newEmail: string;
  confirmHash: string;
  stopHash: string;
  undoHash: string | null;
  askedAt: Date;
  expiresAt: Date;
  doneAt: Date | null;
  undoUntil: Date | null;
}

export interface Alerts {
  id: number;
  part: string;
  beganAt: Date;
  toldAt: Date | null;
  overAt: Date | null;
}

export interface AttestationKeys {
  publicKey: string;
  firstUsedAt: Date;
}

export interface AuditLog {
  id: number;
  at: Date;
  actorId: string | null;
  subjectId: string;
  action: string;
  actorRole: string | null;
}

export interface Backups {
  id: number;
  madeAt: Date;
  name: string | null;
  place: string;
  bytes: number;
  seconds: number;
  rowCount: number;
  fileCount: number;
  fault: string | null;
}

export interface Blocks {
  blockerId: string;
  blockedId: string;
  createdAt: Date;
}

export interface BroughtRows {
  userId: string;
  ofTable: string;
  place: number;
  data: unknown;
}

export interface CertificateRevocations {
  statusIndex: number;
  reason: string;
  revokedAt: Date;
}

export interface Certificates {
  id: string;
  userId: string | null;
  courseId: string;
  statusIndex: number;
  memberName: string;
  courseTitle: string;
  courseSummary: string;
  courseSlug: string;
  pillarNumber: number;
  lessonCount: number;
  minutes: number;
  startedAt: Date;
  completedAt: Date;
  issuedAt: Date;
  credential: unknown;
  replacedBy: string | null;
}

export interface ChatMessages {
  id: number;
  salonId: string;
  userId: string | null;
  content: string;
  replyToId: number | null;
  seq: number;
  changedSeq: number;
  clientKey: string | null;
  isDeleted: boolean;
  deletedAt: Date | null;
  editedAt: Date | null;
  createdAt: Date;
  isArrival: boolean;
}

export interface ChatMessagesWithProfiles {
  id: number | null;
  salonId: string | null;
  seq: number | null;
  changedSeq: number | null;
  content: string | null;
  createdAt: Date | null;
  editedAt: Date | null;
  isDeleted: boolean | null;
  userId: string | null;
  fullName: string | null;
  avatarUrl: string | null;
  replyToId: number | null;
  replySeq: number | null;
  replyIsDeleted: boolean | null;
  replyExcerpt: string | null;
  replyFullName: string | null;
  reactions: unknown;
  replyUserId: string | null;
  isArrival: boolean | null;
}

export interface ComputedFigures {
  name: string;
  computedAt: Date;
  figures: unknown;
}

export interface Consents {
  id: string;
  userId: string;
  purpose: string;
  version: string;
  givenAt: Date;
  withdrawnAt: Date | null;
}

export interface CourseSlugs {
  slug: string;
  courseId: string;
  createdAt: Date;
}

export interface Courses {
  id: string;
  title: string;
  slug: string;
  description: string;
  shortDescription: string;
  emoji: string | null;
  colorGradient: string | null;
  pillarNumber: number;
  orderIndex: number;
  durationWeeks: number;
  needs: string;
  isPublished: boolean;
  source: string | null;
  sourceHash: string | null;
  createdAt: Date;
  updatedAt: Date;
  editedAt: Date | null;
}

export interface CoursesWithDetails {
  id: string | null;
  title: string | null;
  slug: string | null;
  description: string | null;
  shortDescription: string | null;
  emoji: string | null;
  colorGradient: string | null;
  pillarNumber: number | null;
  orderIndex: number | null;
  durationWeeks: number | null;
  needs: string | null;
  isPublished: boolean | null;
  createdAt: Date | null;
  updatedAt: Date | null;
  lessonCount: number | null;
  freeCount: number | null;
  totalMinutes: number | null;
}

export interface Devices {
  hash: string;
  userId: string;
  firstSeenAt: Date;
  lastSeenAt: Date;
}

export interface DismissedSuggestions {
  userId: string;
  salonId: string | null;
  memberId: string | null;
  courseId: string | null;
}

export interface Enrollments {
  id: string;
  userId: string;
  courseId: string;
  enrolledAt: Date;
  lastLessonId: string | null;
  completionPercentage: number;
  completedAt: Date | null;
  leftAt: Date | null;
  pausedAt: Date | null;
  pausedDays: number;
  allOpen: boolean;
}

export interface ErasureReceipts {
  reference: string;
  userId: string | null;
  keepsMessages: boolean;
  keepsCertificates: boolean;
  erasedAt: Date;
  backupsUntil: Date;
  receipt: unknown;
}

export interface Erasures {
  userId: string;
  reference: string;
  keepsMessages: boolean;
  keepsCertificates: boolean;
  askedAt: Date;
  dueAt: Date;
  isHeld: boolean;
}

export interface ErrorGroups {
  fingerprint: string;
  what: string;
  place: string;
  occurrences: number;
  firstSeenAt: Date;
  lastSeenAt: Date;
  lastRequest: string | null;
}

export interface Exports {
  userId: string;
  id: string;
  askedAt: Date;
  readyAt: Date | null;
  expiresAt: Date | null;
  bytes: number | null;
}

export interface IdleAccounts {
  userId: string;
  firstToldAt: Date;
  lastToldAt: Date | null;
}

export interface Invoices {
  id: string;
  customerId: string;
  userId: string | null;
  subscriptionId: string | null;
  livemode: boolean;
  number: string | null;
  status: string;
  billingReason: string | null;
  currency: string;
  totalCents: number;
  paidCents: number;
  refundedCents: number;
  dispute: string | null;
  plan: string | null;
  periodStart: Date | null;
  periodEnd: Date | null;
  paymentIntentId: string | null;
  hostedUrl: string | null;
  pdfUrl: string | null;
  attemptCount: number;
  nextAttemptAt: Date | null;
  createdAt: Date;
  paidAt: Date | null;
  updatedAt: Date;
}

export interface LessonContents {
  lessonId: string;
  content: string;
  video: string | null;
  videoUrl: string | null;
  videoSeconds: number | null;
  transcript: string;
  sources: unknown;
  updatedAt: Date;
}

export interface LessonNotes {
  userId: string;
  lessonId: string;
  content: string;
  updatedAt: Date;
}

export interface Lessons {
  id: string;
  courseId: string;
  slug: string;
  title: string;
  lessonNumber: number | null;
  durationMinutes: number;
  releaseDayOffset: number;
  isFree: boolean;
  isPublished: boolean;
  retiredAt: Date | null;
  sourceHash: string | null;
  createdAt: Date;
  updatedAt: Date;
  editedAt: Date | null;
}

export interface LimitWeeks {
  what: string;
  monday: Date;
  people: number;
}

export interface MailEvents {
  hash: string;
  at: Date;
}

export interface MailKinds {
  kind: string;
  place: number;
  wantedAtFirst: boolean;
}

export interface MailListWishes {
  id: number;
  email: string;
  list: string;
  wanted: boolean;
  changedAt: Date;
  doneAt: Date | null;
}

export interface MailMarks {
  userId: string;
  salonId: string;
  seq: number;
}

export interface MailPreferences {
  userId: string;
  kind: string;
  wanted: boolean;
  changedAt: Date;
  changedBy: string;
}

export interface MailRefusals {
  addressHash: string;
  kind: string;
  refusedAt: Date;
}

export interface MailRhythms {
  userId: string;
  hour: number;
  zone: string;
  quietFrom: number | null;
  quietUntil: number | null;
  perWeek: number;
  lastDay: Date | null;
}

export interface MailState {
  onlyRow: boolean;
  failures: number;
  shutUntil: Date | null;
  reason: string | null;
  changedAt: Date;
}

export interface MailStops {
  email: string;
  softBounces: number;
  reason: string | null;
  stoppedAt: Date | null;
  changedAt: Date;
}

export interface MemberCards {
  id: string | null;
  fullName: string | null;
  avatarUrl: string | null;
  coverUrl: string | null;
  appRole: string | null;
  createdAt: Date | null;
  isListed: boolean | null;
  bio: string | null;
  city: string | null;
  interests: string[] | null;
  isBlocked: boolean | null;
  storedCity: string | null;
  storedInterests: string[] | null;
  departement: string | null;
  storedDepartement: string | null;
}

export interface MemberPresence {
  id: string | null;
  chosen: string | null;
  status: string | null;
  awayAt: Date | null;
  lastSeenAt: Date | null;
}

export interface MessageMentions {
  messageId: number;
  userId: string;
  name: string;
}

export interface MessageReactions {
  id: number;
  messageId: number;
  userId: string;
  emoji: string;
  createdAt: Date;
}

export interface ModerationDecisions {
  id: number;
  subjectId: string;
  salonId: string | null;
  salonName: string | null;
  messageId: number | null;
  saidAt: Date | null;
  outcome: string;
  rule: string;
  reason: string;
  endsAt: Date | null;
  bySalon: boolean;
  decidedBy: string | null;
  createdAt: Date;
  appeal: string | null;
  appealedAt: Date | null;
  answer: string | null;
  answeredAt: Date | null;
  upheld: boolean | null;
}

export interface MySalons {
  id: string | null;
  name: string | null;
  description: string | null;
  avatarUrl: string | null;
  category: string | null;
  city: string | null;
  colorTheme: string | null;
  ownerId: string | null;
  visibility: string | null;
  isActive: boolean | null;
  memberCount: number | null;
  messageCount: number | null;
  lastSeq: number | null;
  createdAt: Date | null;
  updatedAt: Date | null;
  role: string | null;
  joinedAt: Date | null;
  lastSeenAt: Date | null;
  lastSeenSeq: number | null;
  notificationsEnabled: boolean | null;
  ownerName: string | null;
  messagesToday: number | null;
  lastMessageAt: Date | null;
}

export interface NoticeRefusals {
  userId: string;
  kind: string;
  refusedAt: Date;
}

export interface Notices {
  id: number;
  userId: string;
  kind: string;
  key: string;
  actorId: string | null;
  salonId: string | null;
  salonName: string | null;
  messageId: number | null;
  said: string | null;
  leadsTo: string | null;
  createdAt: Date;
  readAt: Date | null;
}

export interface NoticesShown {
  id: number | null;
  userId: string | null;
  kind: string | null;
  said: string | null;
  leadsTo: string | null;
  createdAt: Date | null;
  salonId: string | null;
  salonName: string | null;
  messageId: number | null;
  actorId: string | null;
  actorName: string | null;
  avatarUrl: string | null;
  excerpt: string | null;
  isRead: boolean | null;
}

export interface OauthAccounts {
  provider: string;
  subject: string;
  userId: string;
  email: string;
  createdAt: Date;
}

export interface OauthArrivals {
  hash: string;
  provider: string;
  subject: string;
  email: string;
  name: string | null;
  stays: boolean;
  expiresAt: Date;
}

export interface Outbox {
  id: string;
  template: string;
  props: unknown;
  userId: string | null;
  email: string | null;
  key: string;
  state: string;
  attempts: number;
  createdAt: Date;
  expiresAt: Date;
  sentAt: Date | null;
  sentTo: string | null;
  mailbox: string | null;
  takenAt: Date | null;
  reason: string | null;
  messageId: string | null;
  arrival: string | null;
  arrivalAt: Date | null;
  sweptAt: Date | null;
}

export interface PaymentFindings {
  id: number;
  at: Date;
  kind: string;
  customerId: string;
  subscriptionId: string;
  mirrorSays: string | null;
  stripeSays: string | null;
  seenAt: Date | null;
}

export interface PendingPosts {
  hash: string;
  path: string;
  fields: unknown;
  createdAt: Date;
  expiresAt: Date;
  sender: string;
}

export interface Pictures {
  name: string;
  folder: string;
  userId: string | null;
  salonId: string | null;
  width: number;
  height: number;
  createdAt: Date;
}

export interface PlanLimits {
  plan: string;
  messagesPerDay: number | null;
  profileViewsPerDay: number | null;
  salonsOwned: number | null;
  salonsJoined: number | null;
  paidLessons: boolean;
  priceCents: number;
  billingMonths: number | null;
}

export interface PlayChoices {
  userId: string;
  isRanked: boolean;
  showsBadges: boolean;
}

export interface PlayRests {
  userId: string;
  fromDay: Date;
  toDay: Date | null;
}

export interface PresenceLeases {
  connection: string;
  salonId: string;
  userId: string;
  expiresAt: Date;
  shownAs: string | null;
}

export interface ProfileViews {
  viewerId: string;
  viewedId: string;
  day: Date;
}

export interface Profiles {
  id: string;
  fullName: string | null;
  avatarUrl: string | null;
  coverUrl: string | null;
  bio: string | null;
  city: string | null;
  email: string | null;
  interests: string[];
  appRole: string;
  status: string;
  /** What the member chose, while is_manual_status; what others see is member_presence.status. */
  presenceStatus: string;
  isManualStatus: boolean;
  autoOfflineAfter: number;
  lastActivity: Date | null;
  lastActivityReset: Date | null;
  statusUpdatedAt: Date | null;
  onboardingCompleted: boolean;
  onboardingAnswers: unknown;
  subscriptionType: string;
  subscriptionStartedAt: Date | null;
  trialEndsAt: Date | null;
  stripeCustomerId: string | null;
  stripeSessionId: string | null;
  conversionTriggers: unknown;
  dailyChatCount: number;
  dailyProfileViews: number;
  salonsCreated: number;
  salonsJoined: number;
  textSize: number;
  theme: string | null;
  createdAt: Date;
  updatedAt: Date;
  showsLastSeen: boolean;
  bioShownTo: string;
  cityShownTo: string;
  interestsShownTo: string;
  isListed: boolean;
  postalCode: string | null;
  departement: string | null;
  /** When the chosen state ends by itself; null: it is ended by hand. */
  statusUntil: Date | null;
  nameKey: string | null;
  townKey: string | null;
}

export interface ProofCodes {
  session: string;
  hash: string;
  attempts: number;
  expiresAt: Date;
}

export interface Rankings {
  userId: string;
  rank: number;
  points: number;
  weekRank: number;
  weekPoints: number;
  computedAt: Date;
}

export interface RateLimits {
  key: string;
  points: number;
  expiresAt: Date;
}

export interface RecoveryCodes {
  userId: string;
  hash: string;
  createdAt: Date;
}

export interface Reports {
  id: number;
  reporterId: string | null;
  reportedId: string;
  reason: string;
  createdAt: Date;
  nature: string;
  salonId: string | null;
  messageId: number | null;
  words: string | null;
  saidAt: Date | null;
  decisionId: number | null;
}

export interface RestoreDrills {
  id: number;
  doneAt: Date;
  name: string | null;
  seconds: number;
  rowCount: number;
  fileCount: number;
  fault: string | null;
}

export interface RouteHours {
  hour: Date;
  method: string;
  route: string;
  answers: number;
  errors: number;
  buckets: number[];
}

export interface SalonBans {
  salonId: string;
  userId: string;
  reason: string;
  bannedBy: string | null;
  createdAt: Date;
}

export interface SalonInvitations {
  id: string;
  salonId: string;
  invitedBy: string | null;
  email: string | null;
  userId: string | null;
  tokenHash: string;
  role: string;
  maxUses: number;
  uses: number;
  clientKey: string | null;
  createdAt: Date;
  sentAt: Date;
  expiresAt: Date;
  acceptedAt: Date | null;
  revokedAt: Date | null;
}

export interface SalonMembers {
  salonId: string;
  userId: string;
  role: string;
  joinedAt: Date;
  lastSeenAt: Date | null;
  lastSeenSeq: number;
  notificationsEnabled: boolean;
  mutedUntil: Date | null;
  mentionsEnabled: boolean;
  bellPausedUntil: Date | null;
  roleSince: Date | null;
  lastPostAt: Date | null;
}

export interface SalonPresence {
  salonId: string | null;
  userId: string | null;
  status: string | null;
}

export interface SalonRequests {
  salonId: string;
  userId: string;
  words: string;
  askedAt: Date;
  answeredAt: Date | null;
  answeredBy: string | null;
}

export interface Salons {
  id: string;
  name: string;
  description: string;
  avatarUrl: string | null;
  category: string;
  city: string | null;
  colorTheme: string;
  ownerId: string;
  shareCode: string;
  visibility: string;
  isActive: boolean;
  memberCount: number;
  messageCount: number;
  lastSeq: number;
  peopleVersion: number;
  clientKey: string | null;
  createdAt: Date;
  updatedAt: Date;
  lastMessageAt: Date | null;
  countedOn: Date | null;
  countedMessages: number;
  deleteAt: Date | null;
  lastWordsShownSince: Date | null;
  houseRules: string;
  welcomeLine: string;
  slowSeconds: number;
  pinnedMessageId: number | null;
}

export interface SalonsWithDetails {
  id: string | null;
  name: string | null;
  description: string | null;
  avatarUrl: string | null;
  category: string | null;
  city: string | null;
  colorTheme: string | null;
  ownerId: string | null;
  visibility: string | null;
  isActive: boolean | null;
  memberCount: number | null;
  messageCount: number | null;
  lastSeq: number | null;
  createdAt: Date | null;
  updatedAt: Date | null;
  ownerName: string | null;
  ownerAvatar: string | null;
  actualMemberCount: number | null;
  messagesToday: number | null;
  lastMessageAt: Date | null;
}

export interface Seals {
  name: string;
  key: string;
  createdAt: Date;
}

export interface SelfTests {
  name: string;
  outcome: string;
  words: string;
  doneAt: Date;
}

export interface SessionTransfers {
  session: string;
  userId: string;
  linkHash: string;
  codeHash: string;
  expiresAt: Date;
  usedAt: Date | null;
  usedBy: string | null;
}

export interface Sessions {
  id: string;
  userId: string;
  stays: boolean;
  expiresAt: Date;
  createdAt: Date;
  handle: string;
  device: string | null;
  lastUsedAt: Date;
  provenAt: Date | null;
  pastIds: string[];
  renamedAt: Date | null;
  activeAt: Date | null;
}

export interface SiteMinutes {
  minute: Date;
}

export interface StripeCustomers {
  id: string;
  userId: string | null;
  livemode: boolean;
  version: number;
  checkoutSessionId: string | null;
  checkoutPlan: string | null;
  createdAt: Date;
  syncedAt: Date | null;
  goneAt: Date | null;
}

export interface StripeEvents {
  id: string;
  type: string;
  customerId: string | null;
  livemode: boolean;
  apiVersion: string | null;
  createdAt: Date;
  receivedAt: Date;
  verdict: string;
  reason: string | null;
  body: string | null;
  reviewedAt: Date | null;
}

export interface Subscriptions {
  id: string;
  userId: string;
  customerId: string | null;
  livemode: boolean;
  plan: string | null;
  priceId: string | null;
  status: string;
  startedAt: Date;
  currentPeriodStart: Date | null;
  currentPeriodEnd: Date | null;
  cancelAt: Date | null;
  canceledAt: Date | null;
  endedAt: Date | null;
  pastDueSince: Date | null;
  nextPlan: string | null;
  accessUntil: Date | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface Suspensions {
  id: number;
  userId: string;
  reason: string;
  startedAt: Date;
  endsAt: Date | null;
  liftedAt: Date | null;
  appeal: string | null;
  appealedAt: Date | null;
}

export interface Tokens {
  hash: string;
  userId: string | null;
  purpose: string;
  email: string | null;
  expiresAt: Date;
  createdAt: Date;
  codeHash: string | null;
  browserHash: string | null;
  triesLeft: number;
  triesElsewhere: number;
}

export interface Towns {
  key: string;
  departement: string;
  isLargest: boolean;
}

export interface Trials {
  addressHash: string;
  userId: string | null;
  startedAt: Date;
  endsAt: Date;
  warnedAt: Date | null;
  endedToldAt: Date | null;
}

export interface UserAchievements {
  id: string;
  userId: string;
  badgeId: string;
  title: string;
  description: string | null;
  icon: string | null;
  rarity: string;
  earnedAt: Date;
}

export interface UserActivities {
  id: string;
  userId: string;
  type: string;
  source: string;
  points: number;
  title: string;
  description: string | null;
  icon: string | null;
  metadata: unknown;
  createdAt: Date;
  day: Date;
}

export interface UserCourses {
  id: string | null;
  userId: string | null;
  courseId: string | null;
  slug: string | null;
  title: string | null;
  pillarNumber: number | null;
  enrolledAt: Date | null;
  lastLessonId: string | null;
  completionPercentage: number | null;
  completedAt: Date | null;
  leftAt: Date | null;
  pausedAt: Date | null;
  pausedDays: number | null;
  allOpen: boolean | null;
  lessonCount: number | null;
  lessonsCompleted: number | null;
}

export interface UserLessonProgress {
  id: string;
  userId: string;
  lessonId: string;
  status: string;
  completionPercentage: number;
  lastVideoPosition: number;
  furthestVideoPosition: number;
  watchTimeSeconds: number;
  watchedUntil: Date | null;
  startedAt: Date | null;
  completedAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface UserProgressHistory {
  id: number;
  userId: string;
  courseId: string;
  lessonId: string | null;
  kind: string;
  fromStatus: string | null;
  toStatus: string | null;
  position: number | null;
  seconds: number;
  percentage: number | null;
  coursePercentage: number | null;
  device: string;
  at: Date;
}

export interface UserStats {
  userId: string;
  points: number;
  level: number;
  streakDays: number;
  totalLessonsCompleted: number;
  totalStudyTimeMinutes: number;
  rank: number | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface Users {
  id: string;
  email: string;
  passwordHash: string | null;
  emailConfirmedAt: Date | null;
  consentedAt: Date | null;
  createdAt: Date;
}

export interface Waits {
  hash: string;
  purpose: string;
  email: string;
  back: string;
  stays: boolean;
  madeUserId: string | null;
  name: string | null;
  passwordHash: string | null;
  createdAt: Date;
  expiresAt: Date;
}

export interface WebhookDeliveries {
  id: string;
  webhookId: string;
  event: string;
  payload: unknown;
  createdAt: Date;
  state: string;
  attempts: number;
  triedAt: Date | null;
  status: number | null;
  fault: string | null;
}

export interface Webhooks {
  id: string;
  address: string;
  events: string[];
  secret: string;
  createdAt: Date;
  failingSince: Date | null;
  offAt: Date | null;
  offReason: string | null;
}
