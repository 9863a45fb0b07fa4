import { LinkButton } from '~/ui/button';
import { fullDay } from '~/ui/format';
import { ErrorSummary, Notice } from '~/ui/notice';
import { href } from '~/urls';
import { CHANGE_OF_MIND_DAYS } from '../rules/erasure';
import { type Asked, WaitingErasure } from './erasure-asked';
import { ErasureForm, GetCode, type Proof } from './erasure-form';
import { Goes, type Leaving, LeftSalons, Stays } from './erasure-outcome';
import { DataPage } from './page';

export type ErasurePageProps = {
  /** Null: she has not asked. */
  readonly asked: Asked | null;
  readonly leaving: Leaving;
  readonly salons: readonly { readonly name: string; readonly heir: string | null; readonly isTeam: boolean }[];
  readonly isLastAdmin: boolean;
  /** If she asks now. */
  readonly dueAt: Date;
  readonly backupsUntil: Date;
  readonly proof: Proof;
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
};

const TITLE = 'Effacer mon compte';

/** U06: one page that says what goes, what stays and why, and does it. */
export function ErasurePage(props: ErasurePageProps) {
  return (
    <DataPage title={TITLE}>
      {props.asked ? <WaitingErasure {...props.asked} /> : props.isLastAdmin ? <LastAdmin /> : <Ask {...props} />}
    </DataPage>
  );
}

function LastAdmin() {
  return (
    <>
      <Notice tone="alerte">
        <p>
          Vous êtes la seule personne qui administre ce site. Sans vous, plus personne ne pourrait aider ses membres.
        </p>
      </Notice>
      <p>Confiez d’abord l’administration à une autre personne, puis revenez sur cette page.</p>
      <p>
        <LinkButton kind="principal" href={href('staffMembers')}>
          Choisir cette personne
        </LinkButton>
      </p>
    </>
  );
}

function Ask(props: ErasurePageProps) {
  const { leaving, salons, dueAt, errors } = props;
  return (
    <>
      <p className="chapeau">
        Vous pouvez partir quand vous voulez, sans dire pourquoi. Voici ce qui s’en va, ce qui reste, et pourquoi.
      </p>
      <ErrorSummary errors={errors} password={errors.mot_de_passe ? 'beside' : undefined} />
      <Goes {...leaving} />
      {salons.length > 0 && <LeftSalons salons={salons} />}
      <Stays {...props} />
      <h2>Ma demande</h2>
      <p>
        L’effacement se fera le <strong>{fullDay(dueAt)}</strong> : vous avez {CHANGE_OF_MIND_DAYS} jours pour changer
        d’avis. Avant de partir, vous pouvez <a href={href('dataCopy')}>demander une copie de vos données</a>.
      </p>
      {props.proof === 'code' && !errors.code ? <GetCode /> : <ErasureForm {...props} />}
    </>
  );
}
