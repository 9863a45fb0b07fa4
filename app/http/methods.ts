/** Which methods an address knows (contract 2); anything else is answered 405. */
import { type Place, patterns } from '~/urls';

const POST_ONLY: readonly Place[] = [
  'signOut',
  'signInCode',
  'resetCode',
  'sendConfirmation',
  'joinByCode',
  'salonMembership',
  'readingMark',
  'typing',
  'messages',
  'reactions',
  'comfort',
  'presence',
  'closeOtherDevices',
  'closeDevice',
  'proofCode',
  'unlinkAccount',
  'provider',
  'ensureProfile',
  'renewCertificate',
  'unsubscribeAll',
  'subscribeAgain',
  'brevoWebhook',
  'liftStop',
  'startCourse',
  'pauseCourse',
  'lessonProgress',
  'finishLesson',
  'lessonNote',
  'lessonPreview',
  'publishCourse',
  'moveLesson',
  'restoreLesson',
];
const FORM_PAGES: readonly Place[] = [
  'signUp',
  'signIn',
  'address',
  'waiting',
  'signInLetter',
  'signInLink',
  'forgottenPassword',
  'newPassword',
  'confirmAddress',
  'newSalon',
  'leaveSalon',
  'leaveCourse',
  'message',
  'deleteMessage',
  'shareLink',
  'settings',
  'password',
  'proof',
  'emailSettings',
  'mailSettings',
  'sessionTransfer',
  'accessCard',
  'sessionTransferCode',
  'sessionTransferLink',
  'cardSignIn',
  'pendingPost',
  'providerSignUp',
  'confirmNewAddress',
  'takeBackAddress',
  'revokeCertificate',
  'unsubscribe',
  'authors',
  'dismissAuthor',
  'newCourse',
  'editCourse',
  'openCourseFor',
  'newLesson',
  'editLesson',
  'retireLesson',
];

const GET = ['GET', 'HEAD'];
const table = (Object.entries(patterns) as [Place, string][])
  .map(([place, pattern]) => ({
    place,
    path: pathOf(place),
    fixed: !pattern.includes(':'),
  }))
  // `/salons/nouveau` before `/salons/:salon`.
  .sort((a, b) => Number(b.fixed) - Number(a.fixed));

function pathOf(place: Place): RegExp {
  return new RegExp(`^${patterns[place].replace(/:\w+/g, '[^/]+')}/?$`);
}

function methodsFor(place: Place): readonly string[] {
  if (POST_ONLY.includes(place)) return ['POST'];
  return FORM_PAGES.includes(place) ? [...GET, 'POST'] : GET;
}

/**
 * Addresses that other machines post to and that carry their own proof, in the address itself: a page elsewhere that
 * could forge the request would have to know it (docs/decisions/016).
 */
const PROVEN_BY_ADDRESS: readonly RegExp[] = (['unsubscribe', 'brevoWebhook'] satisfies Place[]).map(pathOf);

export function isProvenByAddress(path: string): boolean {
  return PROVEN_BY_ADDRESS.some((pattern) => pattern.test(path));
}

/** Which of our places lies at this path. Null: none, or one that is spelt otherwise than we spell it. */
export function placeOf(path: string): Place | null {
  return table.find((entry) => entry.path.test(path))?.place ?? null;
}

/** The address as the product knows it, without ids and codes; what is none of ours has no name. */
export function patternOf(path: string): string | null {
  const place = placeOf(path);
  return place && patterns[place];
}

/** The methods of this path, or null for a path that is no address of ours. */
export function methodsOf(path: string): readonly string[] | null {
  const place = placeOf(path);
  return place && methodsFor(place);
}
