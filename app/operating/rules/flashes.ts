/** What the next page says after an action. */
import type { Flash } from '~/ui/notice';

export const flashes = {
  'sauvegarde-demandee': {
    tone: 'succes',
    text: 'La sauvegarde commence. Rechargez la page dans un moment pour la voir.',
  },
} as const satisfies Record<string, Flash>;
