import { tripCookie } from '~/auth/provider-trip';
import { parseStays } from '~/auth/rules/card';
import { isProviderName } from '~/auth/rules/provider';
import { safeReturn } from '~/auth/rules/return';
import { notFound } from '~/errors';
import { seeOther } from '~/http/answer';
import { anyonePosts } from '~/http/route';
import { href } from '~/urls';

/** Off to the provider; whoever is signed in links the account to her own, with a fresh proof (G06). */
export const action = anyonePosts(async ({ context, viewer, params, form }) => {
  const provider = isProviderName(params.fournisseur) ? context.providers.get(params.fournisseur) : undefined;
  if (!provider) throw notFound();
  if (viewer && !viewer.proven) {
    return seeOther(href('proof', {}, { retour: href('linkedAccounts') }));
  }
  const { url, state, verifier } = provider.ask();
  const back = viewer ? href('linkedAccounts') : safeReturn(form.retour);
  const trip = { provider: provider.name, state, verifier, back, stays: parseStays(form), linking: viewer?.id ?? null };
  return seeOther(url, { 'Set-Cookie': await tripCookie(context.database, trip, viewer, context.config.origin) });
});
