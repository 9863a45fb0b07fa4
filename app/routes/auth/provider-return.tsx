import type { AppLoadContext } from '@remix-run/node';
import { arrivalCookie } from '~/auth/arrival-cookie';
import { browserOf, openedHeaders } from '~/auth/browser';
import { arrive, linkProvider } from '~/auth/commands/provider-sign-in';
import { noTripCookie, type Trip, tripOf } from '~/auth/provider-trip';
import { ProviderFault } from '~/auth/providers';
import type { Identity } from '~/auth/rules/identity';
import { PROVIDER_PLACE } from '~/auth/rules/limits';
import type { Viewer } from '~/auth/rules/viewer';
import { type ProviderTrouble, ProviderTroublePage } from '~/auth/views/provider';
import { AppError } from '~/errors';
import { isAnswer, page, type SeeOther, seeOther } from '~/http/answer';
import { useLoaderData } from '~/http/page';
import { anyone } from '~/http/route';
import type { PageHandle } from '~/root';
import { said } from '~/routes/flashes';
import { href } from '~/urls';

/** W01: a GET that acts, because providers know no other; what it needs is in the cookie of the browser that asked. */
export const loader = anyone(async ({ context, request, url, viewer }) => {
  const state = url.searchParams.get('state');
  const trip = request.method === 'HEAD' ? null : await tripOf(context.database, request, viewer, state);
  const trouble = trip ? await landed(context, request, url, viewer, trip) : 'lost';
  if (isAnswer(trouble)) return trouble;
  return page({ trouble, provider: trip?.provider ?? null }, trouble === 'away' ? 503 : 400);
});

/** The way on, or why there is none. */
async function landed(
  context: AppLoadContext,
  request: Request,
  url: URL,
  viewer: Viewer | null,
  trip: Trip,
): Promise<ProviderTrouble | SeeOther> {
  const provider = context.providers.get(trip.provider);
  const code = url.searchParams.get('code');
  if (!provider) return 'refused';
  if (url.searchParams.has('error') || !code) return 'cancelled';
  await context.limits.take([PROVIDER_PLACE, context.ip]);
  const identity = await provider.identify(code, trip.verifier).catch((error: unknown) => {
    if (!(error instanceof ProviderFault)) throw error;
    const { reason, cause } = error;
    if (reason === 'away')
      context.log('provider away', new AppError('unavailable', trip.provider, undefined, { cause }));
    return reason;
  });
  if (typeof identity === 'string') return identity;
  if (trip.linking !== null) return linked(context, viewer, trip, identity);
  return entered(context, request, trip, identity);
}

/** Somebody else may have signed in meanwhile, or nobody be signed in any more: then nothing is linked. */
async function linked(
  context: AppLoadContext,
  viewer: Viewer | null,
  trip: Trip,
  identity: Identity,
): Promise<ProviderTrouble | SeeOther> {
  if (viewer?.id !== trip.linking) return 'lost';
  // The cookie of the trip is bound to her session; the right to link is asked for again where the link is written (G06).
  if (!viewer.proven) throw away(context, href('proof', {}, { retour: href('linkedAccounts') }), new Headers());
  try {
    await linkProvider(context, viewer, identity);
  } catch (error) {
    if (error instanceof AppError && error.code === 'conflict') return 'linked';
    throw error;
  }
  return away(context, href('linkedAccounts', {}, said('relie')), new Headers());
}

async function entered(context: AppLoadContext, request: Request, trip: Trip, identity: Identity) {
  const browser = browserOf(context, request);
  const arrived = await arrive(context, identity, trip.stays, browser);
  const { origin } = context.config;
  if (arrived.outcome === 'in') return away(context, trip.back, openedHeaders(origin, arrived.opened, browser));
  if (arrived.outcome !== 'new') return arrived.outcome;
  const headers = new Headers({ 'Set-Cookie': arrivalCookie(arrived.secret, origin) });
  return away(context, href('providerSignUp', {}, { retour: trip.back === '/' ? undefined : trip.back }), headers);
}

/** The trip is over: its cookie goes. */
function away(context: AppLoadContext, to: string, headers: Headers): SeeOther {
  headers.append('Set-Cookie', noTripCookie(context.config.origin));
  return seeOther(to, headers);
}

export const handle = { title: () => 'Se connecter avec un autre compte', isPrivate: true } satisfies PageHandle;

export default function ProviderReturn() {
  return <ProviderTroublePage {...useLoaderData<typeof loader>()} />;
}
