/** What the next page says after an action, by the name that its address carries (`routes/flashes.ts`). */
import type { Flash } from '~/ui/notice';

export const flashes = {
  bienvenue: { tone: 'succes', text: 'Votre adresse est confirmée et votre compte est ouvert. Bienvenue parmi nous !' },
  confirme: { tone: 'succes', text: 'Votre adresse est confirmée. Vous pouvez maintenant écrire dans vos salons.' },
  'confirme-ailleurs': {
    tone: 'succes',
    text: 'Votre adresse est confirmée. Connectez-vous ici, ou continuez sur l’appareil de votre inscription.',
  },
  'mot-de-passe-change': {
    tone: 'succes',
    text: 'Votre nouveau mot de passe est enregistré. Les autres appareils ont été déconnectés.',
  },
  'mot-de-passe-efface': {
    tone: 'succes',
    text: 'Votre adresse est confirmée. Par prudence, le mot de passe écrit à l’inscription ne sert plus : rien ne nous disait que c’était le vôtre. Demandez-en un nouveau par « Mot de passe oublié », sur la page de connexion.',
  },
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
  'session-fermee': { tone: 'succes', text: 'Cet appareil n’est plus connecté à votre compte.' },
  'sessions-fermees': { tone: 'succes', text: 'Seul cet appareil reste connecté à votre compte.' },
  relie: { tone: 'succes', text: 'Ce compte est relié au vôtre. Nous vous l’écrivons aussi.' },
  'plus-relie': { tone: 'succes', text: 'Ce compte n’est plus relié au vôtre.' },
  appareil: { tone: 'succes', text: 'Votre session est ouverte sur cet appareil.' },
  'carte-utilisee': {
    tone: 'succes',
    text: 'Votre compte est ouvert. Votre carte a servi : faites-en une nouvelle maintenant.',
  },
  garde: {
    tone: 'info',
    text: 'Votre session était terminée. Votre texte est gardé : connectez-vous, et vous pourrez l’envoyer.',
  },
  oublie: { tone: 'info', text: 'Le texte gardé est effacé.' },
  'au-revoir': { tone: 'info', text: 'C’est fait, votre compte n’est plus ouvert ici. À bientôt !' },
} as const satisfies Record<string, Flash>;
