/** What the next page says after an action. */
import type { Flash } from '~/ui/notice';

export const flashes = {
  'sauvegarde-demandee': {
    tone: 'succes',
    text: 'La sauvegarde commence. Rechargez la page dans un moment pour la voir.',
  },
  'essai-fait': { tone: 'succes', text: 'Tout ce qui est réglé est en ordre.' },
  'essai-en-panne': {
    tone: 'alerte',
    text: 'Une partie du site ne répond pas comme prévu : voyez les essais plus bas.',
  },
} as const satisfies Record<string, Flash>;
