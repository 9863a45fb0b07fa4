/** Which methods an address knows (contract 2); anything else is answered 405. */
import { type Place, patterns } from '~/urls';

const POST_ONLY: readonly Place[] = [
  'signOut',
  'signInCode',
  'sendConfirmation',
  'joinByCode',
  'salonMembership',
  'readingMark',
  'typing',
  'messages',
  'reactions',
  'comfort',
  'closeOtherDevices',
  'closeDevice',
  'proofCode',
  'ensureProfile',
  'renewCertificate',
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
  'message',
  'deleteMessage',
  'shareLink',
  'settings',
  'password',
  'proof',
  'emailSettings',
  'handOver',
  'accessCard',
  'handOverCode',
  'handOverLink',
  'cardSignIn',
  'confirmNewAddress',
  'takeBackAddress',
  'revokeCertificate',
];

const GET = ['GET', 'HEAD'];
const table = (Object.entries(patterns) as [Place, string][])
  .map(([place, pattern]) => ({
    path: new RegExp(`^${pattern.replace(/:\w+/g, '[^/]+')}/?$`),
    pattern,
    fixed: !pattern.includes(':'),
    methods: methodsFor(place),
  }))
  // `/salons/nouveau` before `/salons/:salon`.
  .sort((a, b) => Number(b.fixed) - Number(a.fixed));

function methodsFor(place: Place): readonly string[] {
  if (POST_ONLY.includes(place)) return ['POST'];
  return FORM_PAGES.includes(place) ? [...GET, 'POST'] : GET;
}

/** The address as the product knows it, without ids and codes; what is none of ours has no name. */
export function patternOf(path: string): string | null {
  return table.find((entry) => entry.path.test(path))?.pattern ?? null;
}

/** The methods of this path, or null for a path that is no address of ours. */
export function methodsOf(path: string): readonly string[] | null {
  return table.find((entry) => entry.path.test(path))?.methods ?? null;
}
