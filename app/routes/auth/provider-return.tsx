import { type AppLoadContext, redirect } from '@remix-run/node';
import { arrivalCookie } from '~/auth/arrival-cookie';
import { browserOf, openedHeaders } from '~/auth/browser';
import { arrive, linkProvider } from '~/auth/commands/provider-sign-in';
import { type Trip, tripCookie, tripOf } from '~/auth/provider-trip';
import { ProviderFault } from '~/auth/providers';
import type { Identity } from '~/auth/rules/identity';
import { PROVIDER_PLACE } from '~/auth/rules/limits';
import type { ProviderName } from '~/auth/rules/provider';
import type { Viewer } from '~/auth/rules/viewer';
import { type ProviderTrouble, ProviderTroublePage } from '~/auth/views/provider';
import { AppError } from '~/errors';
import { FLASH } from '~/http/flash';
import { useLoaderData } from '~/http/page';
import { anyone } from '~/http/route';
import type { PageHandle } from '~/root';
import { href } from '~/urls';

type Page = { readonly trouble: ProviderTrouble; readonly provider: ProviderName | null };

/** W01: a GET that acts, because providers know no other; what it needs is in the cookie of the browser that asked. */
export const loader = anyone(async ({ context, request, url, viewer }): Promise<Page> => {
  const trip = request.method === 'HEAD' ? null : tripOf(request, url.searchParams.get('state'));
  const trouble = trip ? await landed(context, request, url, viewer, trip) : 'lost';
  context.status = trouble === 'away' ? 503 : 400;
  return { trouble, provider: trip?.provider ?? null };
});

/** Redirects by throwing; otherwise says why it could not. */
async function landed(
  context: AppLoadContext,
  request: Request,
  url: URL,
  viewer: Viewer | null,
  trip: Trip,
): Promise<ProviderTrouble> {
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
async function linked(context: AppLoadContext, viewer: Viewer | null, trip: Trip, identity: Identity) {
  if (viewer?.id !== trip.linking) return 'lost';
  try {
    await linkProvider(context, viewer, identity);
  } catch (error) {
    if (error instanceof AppError && error.code === 'conflict') return 'linked';
    throw error;
  }
  throw away(context, href('linkedAccounts', {}, { [FLASH]: 'relie' }), new Headers());
}

async function entered(context: AppLoadContext, request: Request, trip: Trip, identity: Identity) {
  const browser = browserOf(context, request);
  const arrived = await arrive(context, identity, trip.stays, browser);
  const { origin } = context.config;
  if (arrived.outcome === 'in') throw away(context, trip.back, openedHeaders(origin, arrived.opened, browser));
  if (arrived.outcome !== 'new') return arrived.outcome;
  const headers = new Headers({ 'Set-Cookie': arrivalCookie(arrived.secret, origin) });
  throw away(context, href('providerSignUp', {}, { retour: trip.back === '/' ? undefined : trip.back }), headers);
}

/** The trip is over: its cookie goes. */
function away(context: AppLoadContext, to: string, headers: Headers): Response {
  headers.append('Set-Cookie', tripCookie(null, context.config.origin));
  return redirect(to, { status: 303, headers });
}

export const handle = { title: () => 'Se connecter avec un autre compte', isPrivate: true } satisfies PageHandle;

export default function ProviderReturn() {
  return <ProviderTroublePage {...useLoaderData<typeof loader>()} />;
}
