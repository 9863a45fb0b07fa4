import type { Flash } from '~/ui/notice';

/** What the next page says after an action, by the name that its address carries (`routes/flashes.ts`). */
export const flashes = {
  'photo-gardee': { tone: 'succes', text: 'Votre nouvelle image est en place.' },
  'photo-retiree': { tone: 'succes', text: 'Votre image est retirée.' },
  'image-salon-gardee': { tone: 'succes', text: 'Le salon a sa nouvelle image.' },
  'image-salon-retiree': { tone: 'succes', text: 'L’image du salon est retirée.' },
  'photo-perdue': { tone: 'info', text: 'Cette photo n’attend plus\u202f: choisissez-la de nouveau.' },
} as const satisfies Record<string, Flash>;
