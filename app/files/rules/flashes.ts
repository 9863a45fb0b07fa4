import type { Flash } from '~/ui/notice';

/** What the next page says after an action, by the name that its address carries (`routes/flashes.ts`). */
export const flashes = {
  'photo-gardee': { tone: 'succes', text: 'Votre nouvelle image est en place.' },
  'photo-retiree': { tone: 'succes', text: 'Votre image est retirée.' },
  'photo-perdue': { tone: 'info', text: 'Cette photo n’attend plus\u202f: choisissez-la de nouveau.' },
} as const satisfies Record<string, Flash>;
