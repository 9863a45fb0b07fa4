import { safeReturn } from '~/auth/rules/return';
import { NoCookiesPage } from '~/auth/views/waiting';
import { seeOther } from '~/http/answer';
import { anyone } from '~/http/route';
import type { PageHandle } from '~/root';

/** One step between sign-in and the site, where a browser that keeps no cookies is told so (U12). */
export const loader = anyone(async ({ viewer, url }) => {
  if (viewer) return seeOther(safeReturn(url.searchParams.get('retour')));
  return null;
});

export const handle = { title: () => 'Votre navigateur refuse les cookies', isPrivate: true } satisfies PageHandle;

export default function Arrival() {
  return <NoCookiesPage />;
}
