import type { ReactNode } from 'react';
import { ReportForm, type ReportTyped } from '~/members/views/report-form';
import { ErrorSummary } from '~/ui/notice';
import { Breadcrumb } from '~/ui/page';
import { href } from '~/urls';
import { SEALED_DAYS } from '../rules';

type Shown = {
  readonly author: string;
  /** The message as it stands. */
  readonly message: ReactNode;
  /** Not to see each other any more: the other of the two buttons. */
  readonly block: ReactNode;
};

type ReportMessagePageProps = {
  readonly salon: { readonly id: string; readonly name: string };
  readonly messageId: number;
  /** Null: of somebody whom the reader does not see, and which of the two has blocked the other it does not say. */
  readonly shown: Shown | null;
  readonly typed: ReportTyped;
  readonly errors: Readonly<Record<string, string>>;
};

/** C-22: two buttons, two effects, each said beside it. */
export function ReportMessagePage(props: ReportMessagePageProps) {
  const { salon, messageId, shown, typed, errors } = props;
  const crumbs = [
    { label: 'Salons', href: href('salons') },
    { label: salon.name, href: href('salon', { salon: salon.id }) },
  ];
  return (
    <div className="etroit">
      <Breadcrumb crumbs={crumbs} here="Signaler un message" />
      <h1>Signaler ce message</h1>
      <ErrorSummary errors={errors} />
      {shown ? (
        shown.message
      ) : (
        <p className="chapeau">
          Ce message vient d’une personne que vous ne voyez plus ici. Vous pouvez le signaler sans le relire.
        </p>
      )}
      <p>
        Le signaler, c’est demander à une personne de le lire et de décider : celle qui tient le salon, ou l’équipe. Ses
        mots sont gardés {SEALED_DAYS} jours pour elle, même si le message est supprimé.
      </p>
      <ReportForm action={href('reportMessage', { salon: salon.id, message: messageId })} {...typed} errors={errors} />
      {shown && <Block {...shown} />}
    </div>
  );
}

function Block({ author, block }: Shown) {
  return (
    <section className="suite" aria-labelledby="bloquer">
      <h2 id="bloquer">Ne plus se voir</h2>
      <p>
        Bloquer <bdi>{author}</bdi>, c’est ne plus lire les messages l’un de l’autre. Personne n’en est averti, et vous
        pouvez revenir en arrière.
      </p>
      {block}
    </section>
  );
}
