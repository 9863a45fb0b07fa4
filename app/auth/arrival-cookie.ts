/** Under which somebody new, whom a provider has named, comes back with her consent (A03). */
import { ARRIVAL_MINUTES } from '~/auth/queries/oauth';
import { type ShortCookie, shortCookie, shortCookieIn } from '~/short-cookie';
import { href } from '~/urls';

/** `Lax`: the way here began at the provider. */
const ARRIVAL: ShortCookie = {
  name: 'aurora_arrivee',
  path: href('providerSignUp'),
  life: ARRIVAL_MINUTES * 60,
  sameSite: 'Lax',
};

export const arrivalCookie = (secret: string, origin: string): string => shortCookie(ARRIVAL, secret, origin);
export const arrivalIn = (request: Request): string | null => shortCookieIn(ARRIVAL, request);
