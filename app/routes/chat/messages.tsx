import type { AppLoadContext } from '@remix-run/node';
import { createElement } from 'react';
import { limitInWords } from '~/billing/rules/plans';
import { postMessage } from '~/chat/commands';
import { messageFor } from '~/chat/queries';
import { KEPT_OF_MESSAGE, parseMessage } from '~/chat/rules';
import { namedTooManyInWords, postsOf, tooFastInWords } from '~/chat/rules/pace';
import { AllowanceLine, Composer, type ComposerState } from '~/chat/views/composer';
import { RoomPage } from '~/chat/views/room';
import { anchors } from '~/client/protocol';
import { AppError, notFound } from '~/errors';
import { typed } from '~/forms';
import { done, fragment, page, tooOften } from '~/http/answer';
import { useActionData, useLoaderData } from '~/http/page';
import { members, membersPost } from '~/http/route';
import type { PageHandle } from '~/root';
import { type LoadedRoom, loadRoom, offerWith } from '~/routes/chat/load-room';
import { ownSilence } from '~/salons/queries/keeping';
import { roomFor } from '~/salons/queries/room';
import { parseSalonId } from '~/salons/rules';
import { fromInWords, tooSoonInWords } from '~/salons/rules/order';
import { accentsOf } from '~/salons/views/mark';
import { href } from '~/urls';

/** A refused message is the room again, with the words where they were typed. */
export const loader = members(({ context, viewer, params, url, request }) =>
  loadRoom(context, viewer, params.salon, url, request),
);

export const action = membersPost(async ({ context, viewer, params, form }) => {
  const salonId = parseSalonId(params.salon);
  if (!salonId) throw notFound();
  const refused = async (errors: Readonly<Record<string, string>>, error: AppError | null = null) => {
    const { texte = '', cle, reponse_a } = typed(form, 'texte', 'cle', 'reponse_a');
    const state: ComposerState = {
      key: (error?.detail !== 'key_used' && cle) || crypto.randomUUID(),
      text: texte,
      errors,
      replyingTo: await quoted(context, viewer.id, salonId, Number(reponse_a) || 0),
    };
    if (!context.fragment)
      return error?.code === 'too_many' ? tooOften(state, error.retryAfter ?? 1) : page(state, 422);
    const { allowance = null, pace } = await composerOf(context, viewer.id, salonId);
    const offer = await offerWith(context, viewer, allowance);
    return fragment(createElement(Composer, { salonId, state, allowance, offer, pace }), 422);
  };
  const parsed = parseMessage(form);
  if (!parsed.ok) return refused(parsed.errors);
  try {
    await context.pace.take(...postsOf(viewer, context.config.messagesAMinute));
    await postMessage(context, viewer, salonId, parsed.value);
  } catch (error) {
    const reason = error instanceof AppError && (await refusal(context, viewer.id, salonId, error));
    if (!reason) throw error;
    return refused({ texte: reason }, error);
  }
  // Only a page that shows a count asks for it: most members have none.
  const { allowance } = context.fragment && form.quota ? await composerOf(context, viewer.id, salonId) : NONE;
  if (allowance) return fragment(createElement(AllowanceLine, allowance));
  return done(`${href('salon', { salon: salonId })}#${anchors.composer}`);
});

const NONE = { allowance: null, pace: 0 };

async function composerOf({ database }: AppLoadContext, viewerId: string, salonId: string) {
  const room = await database.viewerStatement((tx) => roomFor(tx, viewerId, salonId));
  return room ? { allowance: room.allowance, pace: room.role === 'member' ? room.slowSeconds : 0 } : NONE;
}

/** Why a member of this salon could not post, in words. */
async function refusal(
  { database }: AppLoadContext,
  viewerId: string,
  salonId: string,
  error: AppError,
): Promise<string | null> {
  if (error.detail === 'slow_mode') return tooSoonInWords(error.retryAfter ?? 1);
  if (error.detail === 'newcomer_mentions') return namedTooManyInWords(error.retryAfter ?? 1);
  if (error.code === 'too_many') return tooFastInWords(error.retryAfter ?? 1);
  if (error.limit !== null) return limitInWords(error.detail, error.limit);
  if (error.detail === 'key_used') {
    return 'Ce formulaire a déjà servi à envoyer un autre message, qui est dans la conversation. Votre nouveau texte reste ici : envoyez-le encore une fois pour qu’il y soit aussi.';
  }
  if (error.code !== 'forbidden') return null;
  const until = await database.asViewer(viewerId, (tx) => ownSilence(tx, viewerId, salonId));
  return until
    ? `Une personne qui tient ce salon y a suspendu votre parole. Vous pourrez écrire ${fromInWords(until, new Date())}. Votre texte reste ici.`
    : 'Ce salon est fermé à l’écriture pour vous en ce moment. Votre texte reste ici.';
}

async function quoted(context: Parameters<typeof loadRoom>[0], viewerId: string, salonId: string, id: number) {
  if (!Number.isSafeInteger(id) || id <= 0) return null;
  const message = await context.database.asViewer(viewerId, (tx) => messageFor(tx, salonId, id));
  if (!message) return null;
  return {
    id,
    seq: message.seq,
    authorName: message.author.name,
    excerpt: message.isDeleted ? null : message.content.slice(0, 160),
  };
}

export const handle = {
  title: ({ room }) => `${room.name} · Salon`,
  description: ({ room }) => room.description || `La conversation du salon ${room.name}.`,
  css: ({ room, lateCss }) => accentsOf([room]) + lateCss,
  writes: ({ room }) => room.isActive,
  keeps: KEPT_OF_MESSAGE,
} satisfies PageHandle<LoadedRoom>;

export default function RefusedMessage() {
  const { key, replyingTo, ...room } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  return <RoomPage {...room} composer={state ?? { key, text: '', errors: {}, replyingTo }} />;
}
