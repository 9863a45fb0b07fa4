/** One sentence about what was just done, named in the address it led to: nothing is stored, a reload repeats nothing but the sentence. */
import type { Flash } from '~/ui/notice';

const FLASHES = {
  bienvenue: { tone: 'succes', text: 'Votre adresse est confirmée et votre compte est ouvert. Bienvenue parmi nous !' },
  confirme: { tone: 'succes', text: 'Votre adresse est confirmée. Vous pouvez maintenant écrire dans vos salons.' },
  'confirme-ailleurs': {
    tone: 'succes',
    text: 'Votre adresse est confirmée. Connectez-vous ici, ou continuez sur l’appareil où vous vous êtes inscrit.',
  },
  'mot-de-passe-change': {
    tone: 'succes',
    text: 'Votre nouveau mot de passe est enregistré. Les autres appareils ont été déconnectés.',
  },
  'mot-de-passe-efface': {
    tone: 'succes',
    text: 'Votre adresse est confirmée. Par prudence, le mot de passe écrit à l’inscription ne sert plus : rien ne nous disait que c’était le vôtre. Demandez-en un nouveau par « Mot de passe oublié », sur la page de connexion.',
  },
  rejoint: { tone: 'succes', text: 'Vous êtes maintenant membre de ce salon.' },
  cree: {
    tone: 'succes',
    text: 'Votre salon est créé. Partagez son code avec les personnes que vous souhaitez inviter.',
  },
  quitte: { tone: 'info', text: 'Vous avez quitté le salon. Vos messages y restent.' },
  regle: { tone: 'succes', text: 'Votre réglage est enregistré.' },
  presence: { tone: 'succes', text: 'C’est noté : les autres membres vous voient ainsi dès maintenant.' },
  'session-fermee': { tone: 'succes', text: 'Cet appareil n’est plus connecté à votre compte.' },
  'sessions-fermees': { tone: 'succes', text: 'Seul cet appareil reste connecté à votre compte.' },
  'mot-de-passe': {
    tone: 'succes',
    text: 'Votre nouveau mot de passe est enregistré. Vos autres appareils sont déconnectés.',
  },
  'adresse-revenue': {
    tone: 'succes',
    text: 'Votre ancienne adresse est revenue. Tous les appareils sont déconnectés et le mot de passe est effacé : choisissez-en un nouveau ici.',
  },
  'demande-annulee': {
    tone: 'succes',
    text: 'La demande est annulée, votre adresse reste la même. Par prudence, choisissez un nouveau mot de passe.',
  },
  relie: { tone: 'succes', text: 'Ce compte est relié au vôtre. Nous vous l’écrivons aussi.' },
  'plus-relie': { tone: 'succes', text: 'Ce compte n’est plus relié au vôtre.' },
  garde: {
    tone: 'info',
    text: 'Votre session était terminée. Votre texte est gardé : connectez-vous, et vous pourrez l’envoyer.',
  },
  oublie: { tone: 'info', text: 'Le texte gardé est effacé.' },
  appareil: { tone: 'succes', text: 'Votre session est ouverte sur cet appareil.' },
  'carte-utilisee': {
    tone: 'succes',
    text: 'Votre compte est ouvert. Votre carte a servi : faites-en une nouvelle maintenant.',
  },
  'cours-commence': { tone: 'succes', text: 'Le cours est commencé. Voici votre première leçon.' },
  'cours-repris': { tone: 'succes', text: 'Vous avez repris ce cours, où vous l’aviez laissé.' },
  'cours-premium': {
    tone: 'info',
    text: 'Toutes les leçons de ce cours font partie de Premium : il ne peut pas encore être commencé.',
  },
  'cours-quitte': { tone: 'info', text: 'Vous avez quitté ce cours. Votre place et vos notes sont gardées.' },
  'cours-en-pause': { tone: 'succes', text: 'Le cours est en pause. Il vous attend.' },
  'cours-fini': { tone: 'succes', text: 'Vous avez terminé ce cours. Bravo !' },
  'lecon-finie': { tone: 'succes', text: 'Leçon terminée.' },
  'lecon-recommencee': { tone: 'info', text: 'Vous recommencez cette leçon. Vos notes sont toujours là.' },
  'place-gardee': { tone: 'succes', text: 'Votre place est gardée.' },
  'note-gardee': { tone: 'succes', text: 'Vos notes sont gardées.' },
  'cours-enregistre': { tone: 'succes', text: 'Le cours est enregistré.' },
  'cours-publie': { tone: 'succes', text: 'Le cours est publié : les membres le voient maintenant.' },
  'cours-retire': {
    tone: 'info',
    text: 'Le cours n’est plus publié. La progression de ceux qui le suivent est gardée.',
  },
  'cours-vide': { tone: 'alerte', text: 'Ce cours n’a pas encore de leçon à montrer. Écrivez-en une, puis publiez.' },
  'cours-ouvert': { tone: 'succes', text: 'Toutes les leçons sont ouvertes pour cette personne.' },
  'cours-referme': { tone: 'info', text: 'Les leçons suivent de nouveau leurs jours d’ouverture pour cette personne.' },
  'lecon-enregistree': { tone: 'succes', text: 'La leçon est enregistrée.' },
  'lecon-retiree': { tone: 'info', text: 'La leçon est retirée du cours. Vous la retrouvez en bas de cette page.' },
  'lecon-remise': { tone: 'succes', text: 'La leçon est remise à la fin du cours.' },
  'auteur-nomme': {
    tone: 'succes',
    text: 'C’est noté : cette personne écrit maintenant les cours. Elle trouve la page « Équipe » dans son menu.',
  },
  'role-repris': {
    tone: 'info',
    text: 'Cette personne est de nouveau simple membre. Ce qu’elle a écrit reste en place.',
  },
  'role-le-sien': {
    tone: 'alerte',
    text: 'Vous ne pouvez pas reprendre votre propre rôle. Demandez-le à une autre personne de l’administration.',
  },
  'au-revoir': { tone: 'info', text: 'Vous êtes déconnecté. À bientôt !' },
  'courriels-notes': { tone: 'succes', text: 'Vos choix de courriels sont enregistrés.' },
  reprise: { tone: 'succes', text: 'Les courriels partent de nouveau vers cette adresse.' },
  'code-inconnu': { tone: 'alerte', text: 'Ce code n’ouvre aucun salon. Vérifiez chaque lettre et chaque chiffre.' },
} as const satisfies Record<string, Flash>;
export type FlashName = keyof typeof FLASHES;

/** The query field that carries it. */
export const FLASH = 'dit';

export function flashOf(url: URL): Flash | null {
  const name = url.searchParams.get(FLASH) ?? '';
  return Object.hasOwn(FLASHES, name) ? FLASHES[name as FlashName] : null;
}
