import type { ReactNode } from 'react';
import { anchors } from '~/client/protocol';
import type { Environment } from '~/config/environment';
import { EnvironmentLine } from '~/ui/environment';
import { Footer } from '~/ui/footer';
import { fullDay } from '~/ui/format';
import { Header, type HeaderProps, isRoom } from '~/ui/header';
import { Icon } from '~/ui/icon';
import { type Flash, FlashNotice } from '~/ui/notice';
import { href, type Place } from '~/urls';

export type LayoutProps = HeaderProps & {
  readonly flash?: Flash | null;
  /** A05: signed in, and the address is still to be confirmed. */
  readonly unconfirmed?: boolean;
  /** S08: a payment has failed; until then everything stays open. */
  readonly lateUntil?: Date | null;
  /** The whole address of this page, for paper. */
  readonly address?: string;
  /** Which site this is; absent: the one that members use. */
  readonly environment?: Environment;
  /** A message can be written here. */
  readonly writes?: boolean;
  readonly children: ReactNode;
};

/** Everything between <body> and </body>: the frame that is the same on every page. */
export function Layout(props: LayoutProps) {
  const { viewer, place, path, comfort, flash, unconfirmed, lateUntil, address, environment, writes, children } = props;
  return (
    <>
      <div>
        <a className="evitement" href={`#${anchors.content}`}>
          Aller au contenu
        </a>{' '}
        {writes && (
          <a className="evitement" href={`#${anchors.text}`}>
            Écrire un message
          </a>
        )}
        <EnvironmentLine environment={environment} />
      </div>
      <Header viewer={viewer} place={place} path={path} comfort={comfort} />
      <main id={anchors.content} tabIndex={-1}>
        {flash && <FlashNotice flash={flash} />}
        {unconfirmed && !CONFIRMING.includes(place) && <ConfirmBanner />}
        {lateUntil && place !== 'plans' && <LateBanner until={lateUntil} />}
        {children}
      </main>
      {!isRoom(place) && <Footer place={place} isMember={viewer !== null} />}
      {address && <p className="adresse">Adresse de cette page : {address}</p>}
    </>
  );
}

/** Where the address is being confirmed already. */
const CONFIRMING: readonly (Place | null)[] = ['waiting', 'address', 'signInCode', 'confirmAddress'];

/** A05: on every page, what is still to be done and how. */
function ConfirmBanner() {
  return (
    <section className="avis bandeau" aria-label="Adresse à confirmer">
      <Icon name="mail" />
      <div>
        <strong>Votre adresse n’est pas encore confirmée</strong>
        <p>Vous pouvez tout lire. Pour écrire, ouvrez le courriel que nous vous avons envoyé.</p>
        <ul className="liens-cote">
          <li>
            <a href={href('waiting')}>Écrire le code, ou recevoir un autre courriel</a>
          </li>
          <li>
            <a href={href('address')}>Corriger mon adresse</a>
          </li>
        </ul>
      </div>
    </section>
  );
}

/** S08: one link, to the page that says the rest. */
function LateBanner({ until }: { readonly until: Date }) {
  return (
    <section className="avis bandeau" aria-label="Paiement à régler">
      <Icon name="alert" />
      <div>
        <strong>Votre dernier paiement n’a pas abouti</strong>
        <p>Vous gardez tous vos accès jusqu’au {fullDay(until)}. Rien n’est perdu.</p>
        <p>
          <a href={href('plans')}>Régler ce paiement</a>
        </p>
      </div>
    </section>
  );
}
