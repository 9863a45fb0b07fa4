import { Button, LinkButton } from '~/ui/button';
import { TextArea } from '~/ui/field';
import { fullMoment } from '~/ui/format';
import { ErrorSummary } from '~/ui/notice';
import { NarrowPage } from '~/ui/page';
import { href } from '~/urls';
import type { Suspension } from '../rules/suspension';

type SuspensionPageProps = {
  readonly suspension: Suspension | null;
  readonly typed: string;
  readonly errors: Readonly<Record<string, string>>;
};

/** What happened, why, until when, and how to answer. */
export function SuspensionPage({ suspension, typed, errors }: SuspensionPageProps) {
  if (!suspension) return <Open />;
  const { reason, endsAt, appeal } = suspension;
  return (
    <NarrowPage title="Votre compte est en pause">
      <ErrorSummary errors={errors} />
      <p className="chapeau">
        {endsAt
          ? `L’équipe a suspendu votre compte jusqu’au ${fullMoment(endsAt)}. Il se rouvrira tout seul.`
          : 'L’équipe a suspendu votre compte. Il reste fermé jusqu’à ce qu’elle le rouvre.'}
      </p>
      <p>Voici la raison qu’elle vous donne :</p>
      <blockquote className="carte" dir="auto">
        {reason}
      </blockquote>
      <p>
        Rien n’est effacé : vos messages, vos cours et vos réglages sont gardés. Si vous avez un abonnement, il
        continue ; dites-le ci-dessous si vous voulez l’arrêter.
      </p>
      <section className="suite" aria-labelledby="desaccord">
        <h2 id="desaccord">Vous n’êtes pas d’accord ?</h2>
        {appeal ? <Answered appeal={appeal} /> : <AppealForm typed={typed} error={errors.texte} />}
      </section>
    </NarrowPage>
  );
}

function Answered({ appeal }: { readonly appeal: string }) {
  return (
    <>
      <p>Votre réponse est gardée pour l’équipe :</p>
      <blockquote className="carte" dir="auto">
        {appeal}
      </blockquote>
    </>
  );
}

function AppealForm({ typed, error }: { readonly typed: string; readonly error?: string }) {
  return (
    <form method="post" noValidate action={href('suspension')}>
      <TextArea
        name="texte"
        label="Votre réponse à l’équipe"
        hint="Dites ce qui s’est passé de votre côté. Une personne de l’équipe le lira."
        error={error}
        value={typed}
        rows={5}
        maxLength={2_000}
        required
      />
      <Button kind="principal" icon="send">
        Envoyer à l’équipe
      </Button>
    </form>
  );
}

function Open() {
  return (
    <NarrowPage title="Votre compte est ouvert">
      <p className="chapeau">Aucune suspension n’est en cours.</p>
      <p>
        <LinkButton kind="principal" href={href('home')} icon="house">
          Aller à l’accueil
        </LinkButton>
      </p>
    </NarrowPage>
  );
}
