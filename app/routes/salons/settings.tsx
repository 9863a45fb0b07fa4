import { AppError, notFound } from '~/errors';
import { SalonPicture } from '~/files/views/salon';
import { typedOn } from '~/forms';
import { page, seeOther } from '~/http/answer';
import { useActionData, useLoaderData } from '~/http/page';
import { members, membersPost } from '~/http/route';
import type { PageHandle } from '~/root';
import { said } from '~/routes/flashes';
import { changeSalon } from '~/salons/commands/keeping';
import { roomFor } from '~/salons/queries/room';
import { KEPT_OF_NEW_SALON, parseSalonId } from '~/salons/rules';
import { parseSettings } from '~/salons/rules/keeping';
import { accentsOf } from '~/salons/views/mark';
import { SettingsPage } from '~/salons/views/settings';
import { href } from '~/urls';
import { isFile, removeSalonPicture, sendSalonPicture } from './send-picture';

export const loader = members(async ({ context, viewer, params }) => {
  const salonId = parseSalonId(params.salon);
  const room = salonId && (await context.database.viewerStatement((tx) => roomFor(tx, viewer.id, salonId)));
  if (!room) throw notFound();
  const { id, name, category, avatarUrl, colorTheme, shareCode, isActive, deleteAt, role, joinedAt } = room;
  return {
    salon: { id, name, category, avatarUrl, colorTheme, shareCode, isActive, deleteAt },
    role,
    joinedAt,
    values: {
      nom: name,
      description: room.description,
      categorie: room.category,
      ville: room.city ?? '',
      couleur: colorTheme,
      visibilite: room.visibility,
    },
  };
});

const sent = members(sendSalonPicture);

const saved = membersPost(async ({ context, viewer, params, form }) => {
  if (form.retirer !== undefined) return removeSalonPicture({ context, viewer, params });
  const salonId = parseSalonId(params.salon);
  const room = salonId && (await context.database.viewerStatement((tx) => roomFor(tx, viewer.id, salonId)));
  if (!room) throw notFound();
  if (room.role !== 'owner') throw new AppError('forbidden', 'owner_only');
  const parsed = parseSettings(form);
  if (!parsed.ok) return page({ errors: parsed.errors, values: typedOn(EMPTY, form) }, 422);
  const { changes, isActive } = parsed.value;
  // Reopening what is about to go is calling its deletion off, which its own page asks.
  if (isActive && room.deleteAt) return seeOther(href('salonDeletion', { salon: room.id }));
  await changeSalon(context, viewer, room.id, parsed.value);
  const done = changes || isActive === null ? 'salon-change' : isActive ? 'salon-rouvert' : 'salon-archive';
  return seeOther(href('salonSettings', { salon: room.id }, said(done)));
});

/** A file comes in a form of its own: the picture. */
export const action = (asked: Parameters<typeof saved>[0]) => (isFile(asked.request) ? sent(asked) : saved(asked));

const EMPTY = { nom: '', description: '', categorie: '', ville: '', couleur: '', visibilite: '' };

type Data = Awaited<ReturnType<typeof loader>>;

export const handle = {
  title: ({ salon }) => `Réglages · ${salon.name}`,
  css: ({ salon }) => accentsOf([salon]),
  keeps: KEPT_OF_NEW_SALON,
} satisfies PageHandle<Data>;

export default function Settings() {
  const loaded = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors: Readonly<Record<string, string>> = refused?.errors ?? {};
  const { id, category, avatarUrl } = loaded.salon;
  const picture = (
    <SalonPicture
      category={category}
      picture={avatarUrl}
      to={href('salonSettings', { salon: id })}
      error={errors.image}
    />
  );
  return <SettingsPage {...loaded} values={refused?.values ?? loaded.values} errors={errors} picture={picture} />;
}
