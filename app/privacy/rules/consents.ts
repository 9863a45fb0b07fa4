/** The optional uses of what is stored (P01): each by a consent of its own, dated, and withdrawn in one press. */
import type { Form } from '~/forms';
import type { Flash } from '~/ui/notice';

type Use = { readonly label: string; readonly about: string; readonly withdrawn: string };

/** By the name of the field, which is the consent's purpose in the table. A changed sentence is a new version there. */
export const USES = {
  nouvelles: {
    label: 'J’accepte de recevoir les nouvelles d’Aurora50 par courriel.',
    about: 'De temps en temps, ce qui change dans la maison. Votre adresse est alors confiée à notre service d’envoi.',
    withdrawn: 'Ne plus recevoir les nouvelles',
  },
  propositions: {
    label:
      'J’accepte qu’Aurora50 se serve de mes goûts et de ma ville pour me proposer des salons, des cours et des membres.',
    about: 'Chaque proposition dit pourquoi elle vous est faite. Sans votre accord, il n’y en a pas.',
    withdrawn: 'Ne plus recevoir de propositions',
  },
} as const satisfies Readonly<Record<string, Use>>;
export type UseName = keyof typeof USES;

/** Of each use that the form names: `on` is yes, anything else is no. A use that it does not name stays as it is. */
export function parseConsents(form: Form): readonly (readonly [UseName, boolean])[] {
  return (Object.keys(USES) as UseName[]).flatMap((name) =>
    name in form ? [[name, form[name] === 'on'] as const] : [],
  );
}

/** What the next page says after an action, by the name that its address carries (`routes/flashes.ts`). */
export const flashes = {
  'accord-note': { tone: 'succes', text: 'C’est noté, et c’est déjà en place.' },
} as const satisfies Record<string, Flash>;
