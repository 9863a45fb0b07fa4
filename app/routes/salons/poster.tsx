import { notFound } from '~/errors';
import { useLoaderData } from '~/http/page';
import { members } from '~/http/route';
import type { PageHandle } from '~/root';
import { roomFor } from '~/salons/queries/room';
import { parseSalonId } from '~/salons/rules';
import { accentsOf } from '~/salons/views/mark';
import { POSTER_CSS, PosterPage } from '~/salons/views/poster';
import { qrFor } from '~/ui/qr';
import { href } from '~/urls';

/** A closed salon lets nobody in: there is nothing to put up. */
export const loader = members(async ({ context, viewer, params }) => {
  const salonId = parseSalonId(params.salon);
  const room = salonId && (await context.database.asViewer(viewer.id, (tx) => roomFor(tx, viewer.id, salonId)));
  if (!room) throw notFound();
  if (!room.isActive) throw notFound();
  const { id, name, description, category, city, shareCode, colorTheme } = room;
  const url = context.config.origin + href('shareLink', { code: shareCode });
  return { salon: { id, name, description, category, city, shareCode, colorTheme }, url, qrSvg: qrFor(url) };
});

type Data = Awaited<ReturnType<typeof loader>>;

export const handle = {
  title: ({ salon }) => `Affichette · ${salon.name}`,
  css: ({ salon }) => accentsOf([salon]) + POSTER_CSS,
} satisfies PageHandle<Data>;

export default function Poster() {
  return <PosterPage {...useLoaderData<typeof loader>()} />;
}
