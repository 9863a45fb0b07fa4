import { notFound } from '~/errors';
import { SalonPicture } from '~/files/views/salon';
import { page, seeOther } from '~/http/answer';
import { useActionData, useLoaderData } from '~/http/page';
import { type AskedByMember, members, membersPost } from '~/http/route';
import type { PageHandle } from '~/root';
import { bellIn } from '~/salons/queries/bell';
import { roomFor } from '~/salons/queries/room';
import { parseSalonId } from '~/salons/rules';
import { KEPT_OF_SETTINGS } from '~/salons/rules/keeping';
import { accentsOf } from '~/salons/views/mark';
import { SettingsPage } from '~/salons/views/settings';
import { href } from '~/urls';
import { saveSettings, speaks, typedSettings } from './save-settings';
import { isFile, removeSalonPicture, sendSalonPicture } from './send-picture';

async function roomOf({ context, viewer, params }: Pick<AskedByMember, 'context' | 'viewer' | 'params'>) {
  const salonId = parseSalonId(params.salon);
  if (!salonId) throw notFound();
  const [room, bell] = await context.database.asViewer(viewer.id, (tx) =>
    Promise.all([roomFor(tx, viewer.id, salonId), bellIn(tx, salonId)]),
  );
  if (!room || !bell) throw notFound();
  return { room, bell };
}

/** Two statements. */
export const loader = members(async (asked) => {
  const { room, bell } = await roomOf(asked);
  const { id, name, category, avatarUrl, colorTheme, shareCode, isActive, deleteAt, role, joinedAt } = room;
  return {
    salon: { id, name, category, avatarUrl, colorTheme, shareCode, isActive, deleteAt },
    role,
    joinedAt,
    bell,
    bellValues: { notifications: bell.chosen, pause: bell.pausedUntil ? 'garder' : '' },
    values: {
      nom: name,
      description: room.description,
      categorie: room.category,
      ville: room.city ?? '',
      couleur: colorTheme,
      visibilite: room.visibility,
      regles: room.houseRules,
      accueil: room.welcomeLine,
      lenteur: room.slowSeconds ? String(room.slowSeconds) : '',
    },
    now: new Date(),
  };
});

const sent = members(sendSalonPicture);

const saved = membersPost(async ({ form, ...asked }) => {
  if (form.retirer !== undefined && !speaks(form)) return removeSalonPicture(asked);
  const { room } = await roomOf(asked);
  const answer = await saveSettings(asked.context, asked.viewer, room, form);
  if ('errors' in answer) return page({ errors: answer.errors, ...typedSettings(form) }, 422);
  return form.retirer === undefined ? seeOther(answer.to) : removeSalonPicture(asked);
});

/** A form with a file has its own type of body. */
export const action = (asked: Parameters<typeof saved>[0]) => (isFile(asked.request) ? sent(asked) : saved(asked));

type Data = Awaited<ReturnType<typeof loader>>;

export const handle = {
  title: ({ salon }) => `Réglages · ${salon.name}`,
  css: ({ salon }) => accentsOf([salon]),
  keeps: KEPT_OF_SETTINGS,
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
  return (
    <SettingsPage
      {...loaded}
      values={refused?.values ?? loaded.values}
      bellValues={refused?.bellValues ?? loaded.bellValues}
      errors={errors}
      picture={picture}
    />
  );
}
