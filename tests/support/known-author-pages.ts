/** What authors and admins see: courses being written, certificates being kept. */
import { href } from '~/urls';
import type { Member } from './cast';
import { certificateFor } from './certificates';
import type { KnownPage } from './known-pages';
import type { Site } from './site';

/** The pages of authors, on a draft of theirs with a lesson of every kind. */
export async function authorPages({ cast }: Site): Promise<KnownPage[]> {
  const { id: cours, lessons } = await cast.course({
    published: false,
    title: 'Lire les nuages',
    lessons: [{ free: true }, { after: 3 }, { published: false }, {}],
  });
  const [lecon = '', , , retired = ''] = lessons;
  await cast.sql`update lessons set retired_at = now(), lesson_number = null where id = ${retired}`;
  await cast.sql`update courses set source = '1-lire-les-nuages' where id = ${cours}`;
  const page = (name: string, path: string): KnownPage => ({ name, who: 'admin', path, status: 200 });
  const refused = (name: string, path: string, form: KnownPage['form']): KnownPage => ({
    ...{ name, who: 'admin', path, form, status: 422, again: true },
  });
  return [
    page('courses, written', href('deskCourses')),
    page('new course', href('newCourse')),
    refused('refused course', href('newCourse'), { titre: 'ab', resume: '', description: '', semaines: '0' }),
    page('course, written', href('deskCourse', { cours })),
    page('course sheet', href('editCourse', { cours })),
    page('course for one person', href('openCourseFor', { cours })),
    page('new lesson', href('newLesson', { cours })),
    page('lesson, written', href('editLesson', { cours, lecon })),
    refused('lesson that somebody else has written', href('editLesson', { cours, lecon }), {
      ...{ titre: 'Un titre', texte: 'Mon texte', minutes: '15', jours: '0', version: 'une-autre' },
      ...{ video: '', video_adresse: '', video_duree: '', transcription: '', sources: '' },
    }),
    {
      ...{ name: 'preview of a lesson', who: 'admin', from: href('newLesson', { cours }), path: href('lessonPreview') },
      ...{ form: { titre: 'Trois nuages', texte: '## En plumes\n\nTrès haut : le temps change.' }, status: 200 },
    },
    refused('nobody to open the course for', href('openCourseFor', { cours }), { courriel: 'personne@exemple.fr' }),
    page('lesson to retire', href('retireLesson', { cours, lecon })),
  ];
}

/** One that its owner may renew, for her name has changed since. */
export async function certificatePages({ cast }: Site, member: Member): Promise<KnownPage[]> {
  const attestation = await certificateFor(cast, member, { name: 'Gérard Le Petit' });
  const revoked = await certificateFor(cast, member);
  await cast.sql`
    insert into certificate_revocations (status_index, reason)
    select status_index, 'error' from certificates where id = ${revoked}`;
  const path = href('certificate', { attestation });
  return [
    { name: 'certificate, signed out', who: 'stranger', path, status: 200 },
    { name: 'certificate, of its owner', who: 'member', path, status: 200, again: true },
    {
      ...{ name: 'certificate taken back', who: 'stranger' },
      ...{ path: href('certificate', { attestation: revoked }), status: 200, again: true },
    },
    { name: 'certificate to take back', who: 'admin', path: href('revokeCertificate', { attestation }), status: 200 },
    {
      ...{ name: 'certificate taken back without a reason', who: 'admin', again: true },
      ...{ path: href('revokeCertificate', { attestation }), form: {}, status: 422 },
    },
  ];
}
