import { Fragment, type ReactNode } from 'react';
import { Button, LinkButton } from '~/ui/button';
import { timeOfDay } from '~/ui/format';
import { Notice } from '~/ui/notice';
import { SettingPage } from '~/ui/setting-page';
import { href } from '~/urls';

export type ShownOffer = {
  /** In groups, to be read aloud. */
  readonly code: string;
  /** Drawn by us; no part of it comes from a member. */
  readonly qrSvg: string;
  /** The address where the code is typed, without its scheme. */
  readonly address: string;
  readonly until: Date;
};

type SessionTransferPageProps = {
  readonly name: string;
  readonly offer: ShownOffer | null;
  /** The device that has just taken the offer. */
  readonly usedBy: string | null;
};

/** U12: two ways from here to there, one with a camera and one without. */
export function SessionTransferPage({ name, offer, usedBy }: SessionTransferPageProps) {
  return (
    <SettingPage title="Passer sur un autre appareil">
      <p>
        Ouvrez votre compte, <strong>{name}</strong>, sur un téléphone, une tablette ou un autre ordinateur, sans mot de
        passe.
      </p>
      {usedBy && !offer && (
        <Notice tone="succes">
          <p>
            {usedBy} est maintenant connecté à votre compte. Ce n’était pas vous ?{' '}
            <a href={href('devices')}>Déconnectez cet appareil</a>.
          </p>
        </Notice>
      )}
      {offer ? <Offer {...offer} /> : <AskForm again={usedBy !== null} />}
    </SettingPage>
  );
}

function AskForm({ again }: { readonly again: boolean }) {
  return (
    <form method="post" noValidate action={href('sessionTransfer')} className="pile">
      <p className="aide">
        Gardez l’autre appareil près de vous. Ne montrez le code à personne et ne le dictez à personne : il ouvre votre
        compte.
      </p>
      <Button kind="principal" icon="phone">
        {again ? 'Montrer un nouveau code' : 'Montrer le code'}
      </Button>
    </form>
  );
}

function Offer({ code, qrSvg, address, until }: ShownOffer) {
  return (
    <div className="passage">
      <section>
        <h2>Avec l’appareil photo</h2>
        <p>Visez ce dessin avec l’appareil photo de l’autre appareil, puis touchez le lien qui s’affiche.</p>
        <div className="qr" dangerouslySetInnerHTML={{ __html: qrSvg }} />
      </section>
      <section>
        <h2>Sans appareil photo</h2>
        <p>
          Sur l’autre appareil, allez à l’adresse <strong>{lines(address)}</strong> et recopiez ce code :
        </p>
        <p className="code-a-lire">{code}</p>
      </section>
      <p>Valable jusqu’à {timeOfDay(until)}, une seule fois. Ne le montrez à personne d’autre.</p>
      <LinkButton kind="second" href={href('sessionTransfer')} icon="refresh">
        C’est fait ? Vérifier
      </LinkButton>
    </div>
  );
}

/** An address that is copied by hand breaks between its parts, never inside a word. */
function lines(address: string): ReactNode {
  return address.split(/(?<=\/)/).map((part) => (
    <Fragment key={part}>
      {part}
      <wbr />
    </Fragment>
  ));
}
