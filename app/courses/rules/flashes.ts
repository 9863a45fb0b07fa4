/** What the next page says after an action, by the name that its address carries (`routes/flashes.ts`). */
import { earnedInWords } from '~/play/rules/points';
import type { Flash } from '~/ui/notice';

export const flashes = {
  'cours-commence': { tone: 'succes', text: 'Le cours est commencé. Voici votre première leçon.' },
  'cours-repris': { tone: 'succes', text: 'Vous avez repris ce cours, où vous l’aviez laissé.' },
  'cours-premium': {
    tone: 'info',
    text: 'Toutes les leçons de ce cours font partie de Premium : il ne peut pas encore être commencé.',
  },
  'cours-quitte': { tone: 'info', text: 'Vous avez quitté ce cours. Votre place et vos notes sont gardées.' },
  'cours-en-pause': { tone: 'succes', text: 'Le cours est en pause. Il vous attend.' },
  'cours-fini': { tone: 'succes', text: 'Vous avez terminé ce cours. Bravo !' },
  'cours-fini-points': {
    tone: 'succes',
    text: `Vous avez terminé ce cours. Bravo\u202f! ${earnedInWords('course')}`,
  },
  'lecon-finie': { tone: 'succes', text: 'Leçon terminée.' },
  'lecon-finie-points': { tone: 'succes', text: earnedInWords('lesson') },
  // D75: its name stands among the notices.
  'lecon-finie-badge': {
    tone: 'succes',
    text: `${earnedInWords('lesson')} Et un nouveau badge est à vous\u202f: il est dans «\u202fMon parcours\u202f».`,
  },
  'lecon-recommencee': { tone: 'info', text: 'Vous recommencez cette leçon. Vos notes sont toujours là.' },
  'place-gardee': { tone: 'succes', text: 'Votre place est gardée.' },
  'note-gardee': { tone: 'succes', text: 'Vos notes sont gardées.' },
} as const satisfies Record<string, Flash>;
