import type { ReactNode } from 'react';
import { LinkButton } from '~/ui/button';
import { plural } from '~/ui/format';
import { NarrowPage } from '~/ui/page';
import { href } from '~/urls';
import type { Looks } from '../rules/card';

/** D25: before it bites. */
export function LooksLine({ looks: { used, allowed } }: { readonly looks: Looks }) {
  return (
    <p className="note">
      Formule gratuite : {plural(used, 'fiche ouverte', 'fiches ouvertes')} aujourd’hui, sur {allowed}. Revoir la même
      personne dans la journée ne compte pas.
    </p>
  );
}

/**
 * The day's cards are used up.
 * @param offer D24; put in by the route, because members stand below what is paid
 */
export function NoMoreLooks({ looks: { allowed }, offer }: { readonly looks: Looks; readonly offer: ReactNode }) {
  return (
    <NarrowPage title="La suite demain">
      <p className="chapeau">
        La formule gratuite ouvre {allowed} fiches de membres par jour, et vous les avez ouvertes aujourd’hui. Demain
        matin, vous en aurez de nouveau {allowed}.
      </p>
      <p>Les fiches que vous avez déjà ouvertes aujourd’hui restent ouvertes pour vous.</p>
      {offer}
      <p>
        <LinkButton kind="principal" href={href('members')} icon="back">
          Revenir aux membres
        </LinkButton>
      </p>
    </NarrowPage>
  );
}
