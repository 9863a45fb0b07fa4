/** Courses that authors write on the site's own pages. */
import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { href } from '~/urls';
import type { Member } from './cast';
import type { Visitor } from './server';
import type { Site } from './site';

type Fields = Readonly<Record<string, string>>;

export const COURSE = {
  titre: 'Marcher en forêt',
  adresse: '',
  pilier: '1',
  resume: 'À son allure.',
  description: 'Un cours.',
  semaines: '4',
  besoins: '',
};
export const LESSON = {
  titre: 'Le premier pas',
  texte: '## Bonjour\n\nMarchez.',
  minutes: '15',
  jours: '0',
  gratuite: 'on',
  visible: 'on',
  video: '',
  video_adresse: '',
  video_duree: '',
  transcription: '',
  sources: '',
};

export type Authors = {
  readonly author: Member;
  readonly asAuthor: Visitor;
  /** Another who may write: an administrator. */
  readonly asOther: Visitor;
  readonly asMember: Visitor;
};

export async function authorsOf({ cast, as }: Site): Promise<Authors> {
  const author = await cast.member('Aude', { role: 'author' });
  return {
    author,
    asAuthor: await as(author),
    asOther: await as(await cast.member('Alix', { role: 'admin' })),
    asMember: await as(await cast.member('Paul')),
  };
}

/** What an author does, by the forms of the desk. */
export function writingOf(site: Site, author: () => Visitor) {
  return {
    /** A new course. Gives its id. */
    async made(fields: Fields = {}): Promise<string> {
      const answer = await author().post(href('newCourse'), {
        ...COURSE,
        titre: `Cours ${randomUUID().slice(0, 8)}`,
        ...fields,
      });
      expect(answer.status).toBe(303);
      return /^\/admin\/cours\/([0-9a-f-]{36})/.exec(answer.headers.get('location') ?? '')?.[1] ?? '';
    },
    /** A new lesson. Gives its id. */
    async lessonIn(cours: string, fields: Fields = {}): Promise<string> {
      const answer = await author().post(href('newLesson', { cours }), { ...LESSON, ...fields });
      expect(answer.status).toBe(303);
      return /#lecon-(.*)$/.exec(answer.headers.get('location') ?? '')?.[1] ?? '';
    },
    pageOf: async (path: string, who = author()) => (await who.get(path)).text(),
    /** The titles of the lessons that are not retired, in their order. */
    order: async (cours: string) =>
      (
        await site.cast.sql<{ title: string }[]>`
          select title from lessons where course_id = ${cours} and retired_at is null order by lesson_number`
      ).map(({ title }) => title),
  };
}
