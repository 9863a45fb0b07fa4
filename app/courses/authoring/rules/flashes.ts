/** What the next page says after an action, by the name that its address carries (`routes/flashes.ts`). */
import type { Flash } from '~/ui/notice';

export const flashes = {
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
} as const satisfies Record<string, Flash>;
