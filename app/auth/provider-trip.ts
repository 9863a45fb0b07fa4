/** What a browser takes along to Google or GitHub, and must bring back: state, verifier, and where it was going. */

import { z } from 'zod';
import { isSignatureOf, signatureOf } from '~/auth/commands/seals';
import { isProviderName, type ProviderName } from '~/auth/rules/provider';
import { safeReturn } from '~/auth/rules/return';
import type { Viewer } from '~/auth/rules/viewer';
import type { Database } from '~/db';
import { type ShortCookie, shortCookie, shortCookieIn } from '~/short-cookie';
import { href } from '~/urls';
import { TRIP_MINUTES } from './rules/provider';

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
const TRIP: ShortCookie = {
  name: 'aurora_porte',
  path: href('providerReturn'),
  life: TRIP_MINUTES * 60,
  sameSite: 'Lax',
};
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

/** Signed, and for a link with the session that asked for it: neither a hand-made cookie nor one of another session links. */
export async function tripCookie(database: Database, going: Trip, viewer: Viewer | null, origin: string) {
  const back = going.back.length > LONGEST_BACK ? '/' : going.back;
  const packed = Buffer.from(JSON.stringify({ ...going, back })).toString('base64url');
  const signature = await signatureOf(database, 'provider trip', signedText(packed, going, viewer));
  return shortCookie(TRIP, `${packed}.${signature}`, origin);
}

export const noTripCookie = (origin: string): string => shortCookie(TRIP, '', origin);

/** The trip that this answer belongs to; null for an answer that nobody here has asked for. */
export async function tripOf(
  database: Database,
  request: Request,
  viewer: Viewer | null,
  state: string | null,
): Promise<Trip | null> {
  const [packed = '', signature = ''] = shortCookieIn(TRIP, request)?.split('.') ?? [];
  const going = unpacked(packed);
  if (going === null || going.state !== state) return null;
  const isOurs = await isSignatureOf(database, 'provider trip', signedText(packed, going, viewer), signature);
  return isOurs ? { ...going, back: safeReturn(going.back) } : null;
}

function signedText(packed: string, { linking }: Trip, viewer: Viewer | null): string {
  return `${linking === null ? '' : viewer?.sessionId} ${packed}`;
}

function unpacked(packed: string): Trip | null {
  try {
    return trip.parse(JSON.parse(Buffer.from(packed, 'base64url').toString('utf8')));
  } catch {
    return null;
  }
}
