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
  'outil-prevenu': { tone: 'succes', text: 'Cet outil sera prévenu. Essayez-le, puis rechargez la page.' },
  'outil-essaye': { tone: 'succes', text: 'L’essai part. Rechargez la page dans un moment pour voir sa réponse.' },
  'outil-arrete': { tone: 'succes', text: 'Plus rien ne lui est envoyé.' },
  'outil-repris': { tone: 'succes', text: 'Il est prévenu de nouveau, à partir de maintenant.' },
  'outil-retire': { tone: 'succes', text: 'Cet outil est retiré, et son secret effacé.' },
} as const satisfies Record<string, Flash>;
