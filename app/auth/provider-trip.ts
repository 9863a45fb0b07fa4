/** What a browser takes along to Google or GitHub, and must bring back: state, verifier, and where it was going. */
import { z } from 'zod';
import { isProviderName, type ProviderName } from '~/auth/rules/provider';
import { safeReturn } from '~/auth/rules/return';
import { type ShortCookie, shortCookie, shortCookieIn } from '~/short-cookie';
import { href } from '~/urls';

export type Trip = {
  readonly provider: ProviderName;
  readonly state: string;
  readonly verifier: string;
  readonly back: string;
  readonly stays: boolean;
  /** The member who is linking an account to her own; null for somebody who signs in. */
  readonly linking: string | null;
};

/** Ten minutes; `Lax`, because the way back begins at the provider. */
const TRIP: ShortCookie = { name: 'aurora_porte', path: href('providerReturn'), life: 600, sameSite: 'Lax' };
/** Longer ones would not fit beside the rest of a cookie. */
const LONGEST_BACK = 600;

const trip = z.object({
  provider: z.custom<ProviderName>(isProviderName),
  state: z.string().min(20),
  verifier: z.string().min(43),
  back: z.string(),
  stays: z.boolean(),
  linking: z.string().nullable(),
});

export function tripCookie(going: Trip | null, origin: string): string {
  if (!going) return shortCookie(TRIP, '', origin);
  const back = going.back.length > LONGEST_BACK ? '/' : going.back;
  return shortCookie(TRIP, Buffer.from(JSON.stringify({ ...going, back })).toString('base64url'), origin);
}

/** The trip that this answer belongs to; null for an answer that nobody here has asked for. */
export function tripOf(request: Request, state: string | null): Trip | null {
  const packed = shortCookieIn(TRIP, request);
  if (!packed) return null;
  try {
    const going = trip.parse(JSON.parse(Buffer.from(packed, 'base64url').toString('utf8')));
    return going.state === state ? { ...going, back: safeReturn(going.back) } : null;
  } catch {
    return null;
  }
}
