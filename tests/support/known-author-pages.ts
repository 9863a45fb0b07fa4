/** What authors and admins see: courses being written, certificates being kept. */
import { href } from '~/urls';
import type { Member } from './cast';
import { certificateFor } from './certificates';
import type { Furnishing, KnownPage, Part } from './known-page';

/** A draft with a lesson of every kind. */
export async function authorPages({ cast }: Furnishing): Promise<Part> {
  const { id: cours, lessons } = await cast.course({
    published: false,
    title: 'Lire les nuages',
    lessons: [{ free: true }, { after: 3 }, { published: false }, {}],
  });
  const [lecon = '', , , retired = ''] = lessons;
  await cast.sql`update lessons set retired_at = now(), lesson_number = null where id = ${retired}`;
  await cast.sql`update courses set source = '1-lire-les-nuages' where id = ${cours}`;
  const refused = (name: string, path: string, form: KnownPage['form']): KnownPage => ({
    ...{ name, who: 'admin', path, form, status: 422 },
  });
  const states: Part['states'] = [
    refused('refused course', href('newCourse'), { titre: 'ab', resume: '', description: '', semaines: '0' }),
    refused('lesson that somebody else has written', href('editLesson', { cours, lecon }), {
      ...{ titre: 'Un titre', texte: 'Mon texte', minutes: '15', jours: '0', version: 'une-autre' },
      ...{ video: '', video_adresse: '', video_duree: '', transcription: '', sources: '' },
    }),
    {
      ...{ name: 'preview of a lesson', who: 'admin', from: href('newLesson', { cours }), path: href('lessonPreview') },
      ...{ form: { titre: 'Trois nuages', texte: '## En plumes\n\nTrès haut : le temps change.' }, status: 200 },
    },
    refused('nobody to open the course for', href('openCourseFor', { cours }), { courriel: 'personne@exemple.fr' }),
  ];
  return { params: { '/admin/cours': { cours, lecon } }, states };
}

/** One that its owner may renew, for her name has changed since. */
export async function certificatePages({ cast }: Furnishing, member: Member): Promise<Part> {
  const attestation = await certificateFor(cast, member, { name: 'Gérard Le Petit' });
  const revoked = await certificateFor(cast, member);
  await cast.sql`
    insert into certificate_revocations (status_index, reason)
    select status_index, 'error' from certificates where id = ${revoked}`;
  const states: KnownPage[] = [
    {
      ...{ name: 'certificate, of its owner', who: 'member' },
      ...{ path: href('certificate', { attestation }), status: 200 },
    },
    {
      ...{ name: 'certificate taken back', who: 'stranger' },
      ...{ path: href('certificate', { attestation: revoked }), status: 200 },
    },
    {
      ...{ name: 'certificate taken back without a reason', who: 'admin' },
      ...{ path: href('revokeCertificate', { attestation }), form: {}, status: 422 },
    },
  ];
  return { params: { '/attestations': { attestation } }, states };
}
