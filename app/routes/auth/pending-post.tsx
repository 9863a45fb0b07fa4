import type { AppLoadContext } from '@remix-run/node';
import type { Viewer } from '~/auth/rules/viewer';
import { type KeptForm, PendingPostPage } from '~/auth/views/pending-post';
import { messageFor } from '~/chat/queries';
import { canEdit, parseMessageId } from '~/chat/rules';
import { readingIn } from '~/courses/queries/reading';
import { AppError } from '~/errors';
import { isAnswer, seeOther } from '~/http/answer';
import { useLoaderData } from '~/http/page';
import { forgetPendingPost, pendingPost, SENT_FROM_PENDING } from '~/http/pending-post';
import { members, membersPost } from '~/http/route';
import type { PageHandle } from '~/root';
import { lessonAt } from '~/routes/courses/load-lesson';
import { said } from '~/routes/flashes';
import { roomFor } from '~/salons/queries/room';
import { parseSalonId } from '~/salons/rules';
import { keeps } from '~/salons/rules/keeping';
import { href, type KeepingPlace } from '~/urls';

export const loader = members(async ({ context, viewer, request }) => {
  const post = await pendingPost(context, request);
  return { kept: post && (await formOf(context, viewer, post)) };
});

/** « Effacer ce texte » */
export const action = membersPost(async ({ context, request }) => {
  const headers = { 'Set-Cookie': await forgetPendingPost(context, request) };
  return seeOther(href('home', {}, said('oublie')), headers);
});

type Post = NonNullable<Awaited<ReturnType<typeof pendingPost>>>;

const WORDS: Readonly<Record<KeepingPlace, readonly (readonly [name: string, label: string, long: boolean])[]>> = {
  messages: [['texte', 'Votre message', true]],
  message: [['texte', 'Votre message corrigé', true]],
  lessonNote: [['note', 'Ce que je veux retenir', true]],
  newSalon: [
    ['nom', 'Nom du salon', false],
    ['description', 'Description', true],
  ],
  salonSettings: [
    ['nom', 'Nom du salon', false],
    ['description', 'Description', true],
    ['regles', 'Règles du salon', true],
    ['accueil', 'Mot d’accueil', false],
  ],
  salonBans: [['motif', 'Pourquoi ?', true]],
  profile: [['bio', 'Présentation', true]],
  reportMessage: [['motif', 'Que s’est-il passé ?', true]],
  reportMember: [['motif', 'Que s’est-il passé ?', true]],
};
const SEND: Readonly<Record<KeepingPlace, string>> = {
  messages: 'Envoyer mon message',
  message: 'Enregistrer ma correction',
  lessonNote: 'Garder mes notes',
  newSalon: 'Créer mon salon',
  salonSettings: 'Enregistrer les réglages',
  salonBans: 'Exclure du salon',
  profile: 'Enregistrer ma présentation',
  reportMessage: 'Envoyer le signalement',
  reportMember: 'Envoyer le signalement',
};

async function formOf(context: AppLoadContext, viewer: Viewer, post: Post): Promise<KeptForm> {
  const { place, path } = post;
  const { fields, ...stands } = await standing(context, viewer, post);
  const words = WORDS[place].map(([name, label, long]) => ({ name, label, long, value: fields[name] ?? '' }));
  const shown = words.map((word) => word.name);
  return {
    ...stands,
    action: path,
    send: SEND[place],
    words,
    hidden: Object.fromEntries(Object.entries(fields).filter(([name]) => !shown.includes(name))),
    mark: SENT_FROM_PENDING,
    draft: place === 'messages' ? `brouillon:${viewer.id}:${path.split('/')[2]}` : undefined,
  };
}

type Standing = Pick<KeptForm, 'where' | 'obstacle'> & Pick<Post, 'fields'>;

/** Somebody else may have signed in, and a salon may have closed meanwhile. */
async function standing(context: AppLoadContext, viewer: Viewer, post: Post): Promise<Standing> {
  if (post.place === 'lessonNote') return noteStanding(context, viewer, post);
  if (post.place === 'profile') return { where: 'dans votre profil', obstacle: null, fields: post.fields };
  if (post.place === 'reportMember') return { where: 'pour l’équipe', obstacle: null, fields: post.fields };
  return { ...(await talkStanding(context, viewer, post)), fields: post.fields };
}

/** What is noted there already stays: a note takes the place of the whole. */
async function noteStanding(context: AppLoadContext, viewer: Viewer, { path, fields }: Post): Promise<Standing> {
  const [, , cours, , numero] = path.split('/');
  const shut = {
    where: 'dans les notes d’une leçon',
    obstacle: 'Cette leçon n’est pas ouverte avec ce compte.',
    fields,
  };
  const found = await lessonAt(context, viewer, { cours, numero }).catch(gone);
  if (!found) return shut;
  const { opened } = await context.database.asViewer(viewer.id, (tx) =>
    readingIn(tx, viewer.id, found.course.id, found.lesson.id),
  );
  if (!opened) return shut;
  const { note = '' } = fields;
  const whole = !opened.note || note.includes(opened.note) ? note : `${opened.note}\n\n${note}`;
  return { where: `dans les notes de la leçon « ${found.lesson.title} »`, obstacle: null, fields: { note: whole } };
}

/** Retired, renamed or never there: all the same to who only wants her words back. */
function gone(fault: unknown): null {
  if (isAnswer(fault) || (fault instanceof AppError && fault.code === 'not_found')) return null;
  throw fault;
}

async function talkStanding({ database }: AppLoadContext, viewer: Viewer, { place, path }: Post) {
  const confirmed = viewer.confirmed ? null : 'Confirmez d’abord votre adresse de courriel.';
  if (place === 'newSalon') return { where: 'pour créer un salon', obstacle: confirmed };
  const [, , salon, , message] = path.split('/');
  const salonId = parseSalonId(salon);
  const messageId = parseMessageId(message);
  const [room, said] = await database.asViewer(viewer.id, (tx) =>
    Promise.all([
      salonId ? roomFor(tx, viewer.id, salonId) : null,
      salonId && messageId ? messageFor(tx, salonId, messageId) : null,
    ]),
  );
  if (!room) return { where: 'dans un salon', obstacle: 'Ce compte n’est pas membre de ce salon.' };
  const where = `dans le salon « ${room.name} »`;
  if (place === 'salonSettings' || place === 'salonBans')
    return { where, obstacle: keeps(room.role) ? null : 'Ce compte ne tient pas ce salon.' };
  if (place === 'reportMessage') return { where, obstacle: null };
  if (!room.isActive) return { where, obstacle: 'Ce salon est fermé.' };
  const late = place === 'message' && !(said && canEdit(said, viewer.id, new Date()));
  return { where, obstacle: late ? 'Ce message ne peut plus être corrigé avec ce compte.' : confirmed };
}

export const handle = { title: () => 'Votre texte est gardé', isPrivate: true } satisfies PageHandle;

export default function PendingPost() {
  return <PendingPostPage {...useLoaderData<typeof loader>()} />;
}
