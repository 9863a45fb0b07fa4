import { takeAway } from '~/files/commands/own';
import { PicturePage } from '~/files/views/picture';
import { page, seeOther } from '~/http/answer';
import { useActionData, useLoaderData } from '~/http/page';
import { members } from '~/http/route';
import { myPictures } from '~/members/queries/pictures';
import type { PageHandle } from '~/root';
import { said } from '~/routes/flashes';
import { href } from '~/urls';
import { addressIn, pictureOf, wakeSalons } from './load-picture';
import { sentPicture } from './send-picture';

export const loader = members(async ({ context, viewer, params }) => {
  const { which, title } = pictureOf(params);
  const pictures = await context.database.asViewer(viewer.id, myPictures);
  return { which, title, name: viewer.name, viewerId: viewer.id, address: addressIn(pictures, which) };
});

export const action = members(async ({ context, viewer, params, request }) => {
  const { which, folder } = pictureOf(params);
  const sent = await sentPicture(context, viewer, { folder, salonId: null }, request);
  if ('errors' in sent) return page({ errors: sent.errors }, sent.status);
  if (sent.is === 'kept') return seeOther(href('pictureDraft', { image: which }));
  wakeSalons(context, await takeAway(context, viewer, which));
  return seeOther(href('picture', { image: which }, said('photo-retiree')));
});

type Data = { readonly title: string };

export const handle = { title: ({ title }) => title } satisfies PageHandle<Data>;

export default function Picture() {
  return <PicturePage {...useLoaderData<typeof loader>()} errors={useActionData<typeof action>()?.errors ?? {}} />;
}
