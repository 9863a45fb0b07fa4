/** What the demonstration has not and the pictures need: a draft, a pause, a certificate withdrawn. Made by the site's own forms. */
import postgres from 'postgres';
import { openDatabase } from '~/db';
import { DEMO_PASSWORD } from '~/http/demo-accounts';
import { unsubscribeToken } from '~/mailer/unsubscribe';
import { href } from '~/urls';
import { runningEmbedded } from '../../db/embedded';
import { castIn } from '../../tests/support/cast';
import { type Visitor, visitor } from '../../tests/support/server';
import { deadEndsAndLinks, type Links } from './links';
import { furnishRooms, type Rooms } from './rooms';

export type Furnished = Rooms &
  Links & {
    /** A course that is not published, with a lesson of every kind. */
    readonly draft: string;
    readonly draftLesson: string;
    /** Where its lesson with another site's film is read. */
    readonly filmElsewhere: string;
    readonly certificate: string;
    readonly withdrawn: string;
    readonly unsubscribing: string;
    readonly unsubscribed: string;
    /** As if her password had been asked for long ago (G06). */
    readonly forgetProof: (email: string) => Promise<void>;
    readonly close: () => Promise<void>;
  };

/** @param dataDir where the running server keeps its database */
export async function furnish(origin: string, dataDir: string): Promise<Furnished> {
  const url = runningEmbedded(dataDir) ?? '';
  const sql = postgres(url, { max: 2, onnotice: () => {}, connection: { role: 'aurora_system' } });
  const [admin, fatima, gerard] = [
    await signedIn(origin, 'admin'),
    await signedIn(origin, 'fatima'),
    await signedIn(origin, 'gerard'),
  ];
  const cast = castIn(url);
  await newcomer(sql);
  await fatima.post(href('startCourse'), { cours: PAUSED });
  await fatima.post(href('pauseCourse', { cours: PAUSED }), {});
  await fatima.post(href('lessonNote', { cours: FINISHED, numero: 1 }), { note: NOTE });
  await gerard.post(href('startCourse'), { cours: PAUSED });
  await gerard.post(href('leaveCourse', { cours: PAUSED }), {});
  await sql`
    insert into auth.oauth_accounts (provider, subject, user_id, email)
    select 'google', 'pour-la-photo', id, 'monique.berger@exemple.fr' from auth.users where email = 'monique@exemple.fr'`;
  return {
    ...(await draftOf(admin)),
    ...(await certificates(admin, sql)),
    ...(await unsubscribeLinks(url, sql)),
    forgetProof: async (email) => {
      await sql`
        update auth.sessions set proven_at = null
        where user_id = (select id from auth.users where email = ${email})`;
    },
    ...(await furnishRooms(cast)),
    ...(await deadEndsAndLinks(cast)),
    close: async () => {
      await Promise.all([sql.end(), cast.close()]);
    },
  };
}

export const PAUSED = 'prendre-soin-de-ses-liens';
export const FINISHED = 'cultiver-sa-memoire';
const WITHDRAWN = 'l-envie-du-lendemain';
const NOTE = 'Le facteur s’appelle Bastien.\nRelire cette fiche dimanche, avant le déjeuner.';

async function signedIn(origin: string, name: string): Promise<Visitor> {
  const guest = visitor(origin);
  await guest.post(href('signIn'), { courriel: `${name}@exemple.fr`, mot_de_passe: DEMO_PASSWORD });
  return guest;
}

/** With the password that everybody has here, and an address that has answered. */
async function newcomer(sql: postgres.Sql): Promise<void> {
  await sql`
    insert into auth.users (email, password_hash, email_confirmed_at)
    select 'lucie@exemple.fr', password_hash, now() from auth.users where email = 'monique@exemple.fr'`;
  await sql`
    update profiles set full_name = 'Lucie Armand' where id = (select id from auth.users where email = 'lucie@exemple.fr')`;
}

const TEXT = `Un nuage n’est ni de la fumée ni de la vapeur : ce sont des gouttes d’eau, si petites qu’elles flottent.

## Trois formes à reconnaître

- **En plumes**, très haut : le temps va changer.
- **En boules**, blanches et bien dessinées : il fera beau.
- **En couche**, grise et sans bord : prenez le parapluie.

## L’exercice

Regardez par la fenêtre pendant cinq minutes, et dites à quelle famille appartient ce que vous voyez.

## La fiche à garder

1. Haut et fin : le temps change.
2. Rond et blanc : il fait beau.
3. Bas et gris : il va pleuvoir.
`;

async function draftOf(admin: Visitor) {
  const sheet = { titre: 'Lire les nuages', pilier: '7', semaines: '3', resume: SUMMARY, description: SUMMARY };
  const made = await admin.post(href('newCourse'), { ...sheet, adresse: '', besoins: 'Une fenêtre, un carnet.' });
  const draft = /[0-9a-f-]{36}/.exec(made.headers.get('Location') ?? '')?.[0] ?? '';
  const lessons: readonly Readonly<Record<string, string>>[] = [
    { titre: 'Trois formes à reconnaître', gratuite: 'on', visible: 'on', jours: '0' },
    {
      titre: 'Le vent vu d’en bas',
      visible: 'on',
      jours: '3',
      video_adresse: 'https://vimeo.com/123456789',
      video_duree: '6:20',
    },
    { titre: 'Tenir un carnet du ciel', jours: '6' },
    { titre: 'Une leçon qui faisait double emploi', visible: 'on', jours: '9' },
  ];
  for (const lesson of lessons) {
    const { status } = await admin.post(href('newLesson', { cours: draft }), { ...LESSON, ...lesson });
    if (status !== 303) throw new Error(`the lesson « ${lesson.titre} » was answered ${status}`);
  }
  const ids = [
    ...(await (await admin.get(href('deskCourse', { cours: draft }))).text()).matchAll(/id="lecon-([^"]+)/g),
  ];
  await admin.post(href('retireLesson', { cours: draft, lecon: ids[3]?.[1] ?? '' }), {});
  const filmElsewhere = href('lesson', { cours: 'lire-les-nuages', numero: 2 });
  return { draft, draftLesson: ids[0]?.[1] ?? '', filmElsewhere };
}

const LESSON = {
  ...{ minutes: '15', texte: TEXT, video: '', video_adresse: '', video_duree: '', transcription: '' },
  sources: 'Atlas international des nuages | Organisation météorologique mondiale | 2017 | https://cloudatlas.wmo.int',
};
const SUMMARY = 'Lever les yeux, reconnaître trois nuages, et savoir s’il faut prendre le parapluie.';

/** One that stands, and one that was taken back: the admin's own, who may read every lesson today. */
async function certificates(admin: Visitor, sql: postgres.Sql) {
  await admin.post(href('startCourse'), { cours: WITHDRAWN });
  for (let numero = 1; numero <= 7; numero += 1) {
    await admin.post(href('finishLesson', { cours: WITHDRAWN, numero }), {});
  }
  const idOf = async (email: string) => {
    const [found] = await sql<{ id: string }[]>`
      select c.id from certificates c join auth.users u on u.id = c.user_id where u.email = ${email}`;
    return found?.id ?? '';
  };
  const withdrawn = await idOf('admin@exemple.fr');
  await admin.post(href('revokeCertificate', { attestation: withdrawn }), { motif: 'erreur' });
  return { certificate: await idOf('fatima@exemple.fr'), withdrawn };
}

async function unsubscribeLinks(url: string, sql: postgres.Sql) {
  const [monique] = await sql<{ id: string }[]>`select id from auth.users where email = 'monique@exemple.fr'`;
  const database = openDatabase(url, { viewers: 1, systems: 1 });
  const link = async (kind: string) =>
    href('unsubscribe', { jeton: await unsubscribeToken(database, { userId: monique?.id ?? '' }, kind) });
  const links = { unsubscribing: await link('dailyLetter'), unsubscribed: await link('newsletter') };
  await database.close();
  return links;
}
