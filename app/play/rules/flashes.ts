/** What the next page says after an action, by the name that its address carries (`routes/flashes.ts`). */
import type { Flash } from '~/ui/notice';

export const flashes = {
  'repos-commence': { tone: 'info', text: 'Votre série de jours est en pause. Reposez-vous, elle vous attend.' },
  'repos-fini': { tone: 'succes', text: 'Bon retour ! Votre série de jours reprend où elle était.' },
  'badges-montres': { tone: 'succes', text: 'Vos badges se voient maintenant sur votre fiche.' },
  'badges-caches': { tone: 'info', text: 'Vos badges ne sont plus visibles que pour vous.' },
  'classement-oui': { tone: 'succes', text: 'C’est noté : vous paraîtrez au classement dès la nuit prochaine.' },
  'classement-non': { tone: 'info', text: 'C’est noté : vous ne paraissez plus au classement.' },
} as const satisfies Record<string, Flash>;
