/** The forms of the matrix of addresses, as they are filled in: a refusal is the right’s, and what is let in is seen. */
import type { Place } from '~/urls';
import { SALON } from './access';
import type { Params } from './known-page';

type Form = Readonly<Record<string, string>>;

/** Names of columns that no form asks for. */
export const HOSTILE: Form = {
  ...{ role: 'owner', app_role: 'admin', owner_id: '', member_count: '999', message_count: '0', id: '1' },
  ...{ share_code: 'ABCDEF', is_deleted: 'true', seq: '1', muted_until: '2000-01-01', subscription_type: 'annuel' },
};

type Known = {
  readonly params: Params;
  /** What the page of the same address said of the text that it shows (D28). */
  readonly version: string;
  /** Of somebody who follows the course on the desk. */
  readonly follower: string;
};

const LESSON: Form = {
  ...{ titre: 'Une leçon', texte: 'Un texte.', minutes: '15', jours: '0' },
  ...{ video: '', video_adresse: '', video_duree: '', transcription: '', sources: '' },
};

export function formsFor({ params, version, follower }: Known): Readonly<Partial<Record<Place, Form>>> {
  const { membre = '', message = '' } = params['/salons'] ?? {};
  return {
    messages: { texte: 'Bonjour' },
    message: { texte: 'Bonsoir' },
    reactions: { emoji: 'coeur' },
    readingMark: { jusqua: '1' },
    reportMember: { nature: 'autre', motif: 'Une raison' },
    reportMessage: { nature: 'autre', motif: 'Une raison' },
    // Its name and its door as they are.
    salonSettings: { nom: SALON, description: '', categorie: 'autres', couleur: '#7A3E1D', visibilite: 'prive' },
    salonDeletion: { nom: SALON },
    salonInvitation: { action: 'renvoyer' },
    salonInvitations: { courriel: `voisine.${message}@exemple.fr` },
    salonRequests: { membre: String(membre), action: 'accueillir' },
    salonBans: { lever: String(membre) },
    salonMember: { action: 'membre' },
    pinnedMessage: { message: String(message) },
    lessonProgress: { place_minutes: '0', place_secondes: '1' },
    lessonNote: { note: 'Une note' },
    report: { decision: 'rien', regle: 'egards', motif: 'Rien ne va contre les règles.' },
    revokeCertificate: { motif: 'erreur' },
    staffMember: { action: 'role', role: 'author' },
    webhook: { action: 'arreter' },
    editCourse: {
      ...{ titre: 'Lire les nuages', adresse: 'lire-les-nuages', pilier: '1', resume: 'Lever les yeux.' },
      ...{ description: '', semaines: '4', besoins: '', version },
    },
    openCourseFor: { courriel: follower },
    newLesson: LESSON,
    editLesson: { ...LESSON, version },
    moveLesson: { sens: 'descendre' },
  };
}
