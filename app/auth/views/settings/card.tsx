import { Button } from '~/ui/button';
import { dayLabel } from '~/ui/format';
import { Notice } from '~/ui/notice';
import { SettingPage } from '~/ui/setting-page';
import { href } from '~/urls';

export type PrintedCard = {
  readonly email: string;
  /** In groups of three. */
  readonly code: string;
  /** Drawn by us; no part of it comes from a member. */
  readonly qrSvg: string;
  /** Where the code is typed, without its scheme. */
  readonly address: string;
};

type CardPageProps = {
  /** The day the card in force was made, or null without one. */
  readonly madeAt: Date | null;
  readonly card: PrintedCard | null;
  readonly now: Date;
};

/** U12: the only page of the site that is made for a drawer. */
export function CardPage({ madeAt, card, now }: CardPageProps) {
  return (
    <SettingPage title="Ma carte d’accès">
      {card ? (
        <>
          <Card {...card} />
          <div className="hors-papier pile">
            <Notice tone="info">
              <p>
                Imprimez cette page maintenant (Ctrl et P, ou « Imprimer » dans le menu du navigateur), ou recopiez la
                carte à la main. Dans un quart d’heure, le code ne s’affichera plus.
              </p>
            </Notice>
            <MakeForm again />
          </div>
        </>
      ) : (
        <>
          <p>
            Une carte à imprimer et à garder chez vous, avec vos papiers. Le jour où vous ne retrouvez ni votre mot de
            passe ni votre courriel, elle ouvre votre compte, une fois.
          </p>
          {madeAt && <p>Votre carte date du {dayLabel(madeAt, now)}. En faire une nouvelle rend l’ancienne inutile.</p>}
          <MakeForm again={madeAt !== null} />
        </>
      )}
    </SettingPage>
  );
}

function MakeForm({ again }: { readonly again: boolean }) {
  return (
    <form method="post" noValidate action={href('accessCard')}>
      <Button kind={again ? 'second' : 'principal'} icon="printer">
        {again ? 'Faire une nouvelle carte' : 'Faire ma carte'}
      </Button>
    </form>
  );
}

function Card({ email, code, qrSvg, address }: PrintedCard) {
  return (
    <section className="carte-acces" aria-label="Carte d’accès">
      <p className="carte-titre">Aurora50, ma carte d’accès</p>
      <dl>
        <dt>Adresse du site</dt>
        <dd>{address}</dd>
        <dt>Mon adresse de courriel</dt>
        <dd>{email}</dd>
        <dt>Mon code de secours</dt>
        <dd className="code-a-lire">{code}</dd>
      </dl>
      <div className="qr" dangerouslySetInnerHTML={{ __html: qrSvg }} />
      <p>
        Ce code sert une seule fois. Gardez cette carte chez vous, et ne la montrez à personne. Le code n’a ni I, ni L,
        ni O : ce sont des 1 et des 0.
      </p>
    </section>
  );
}
