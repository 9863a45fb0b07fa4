import type { ReactNode } from 'react';
import { Button, LinkButton } from '~/ui/button';
import { ChoiceGroup } from '~/ui/choice';
import { Field, PasswordField } from '~/ui/field';
import { fullDay, fullMoment, plural } from '~/ui/format';
import { ErrorSummary, Notice } from '~/ui/notice';
import { href } from '~/urls';
import { CHANGE_OF_MIND_DAYS, INVOICES_KEPT_YEARS } from '../rules/erasure';
import { DataPage } from './page';

export type ErasurePageProps = {
  /** Null: she has not asked. */
  readonly asked: {
    readonly dueAt: Date;
    readonly reference: string;
    readonly keepsMessages: boolean;
    readonly isHeld: boolean;
  } | null;
  readonly leaving: Leaving;
  readonly salons: readonly { readonly name: string; readonly heir: string | null }[];
  readonly isLastAdmin: boolean;
  /** If she asks now. */
  readonly dueAt: Date;
  readonly backupsUntil: Date;
  /** What the form asks for; null: she has just proven who she is. */
  readonly proof: 'password' | 'code' | null;
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
};
type Leaving = {
  readonly messages: number;
  readonly certificates: number;
  readonly courses: number;
  readonly invoices: number;
  readonly isBilled: boolean;
};

const TITLE = 'Effacer mon compte';

/** U06: one page that says what goes, what stays and why, and does it. */
export function ErasurePage(props: ErasurePageProps) {
  return (
    <DataPage title={TITLE}>
      {props.asked ? <Waiting {...props.asked} /> : props.isLastAdmin ? <LastAdmin /> : <Ask {...props} />}
    </DataPage>
  );
}

function Waiting({ dueAt, reference, keepsMessages, isHeld }: NonNullable<ErasurePageProps['asked']>) {
  return (
    <>
      <p className="chapeau">
        Votre compte sera effacé le <strong>{fullMoment(dueAt)}</strong>.
      </p>
      {isHeld && (
        <Notice tone="alerte">
          <p>
            Cette date est passée, mais vous êtes la seule personne qui administre ce site. Confiez l’administration à
            quelqu’un, depuis <a href={href('staffMembers')}>les membres</a> : l’effacement se fera le jour suivant.
          </p>
        </Notice>
      )}
      <ul>
        <li>D’ici là, rien ne change : vous pouvez écrire, lire et suivre vos cours.</li>
        <li>
          {keepsMessages
            ? 'Vos messages resteront dans les salons, sans votre nom.'
            : 'Le texte de vos messages sera effacé.'}
        </li>
        <li>Ensuite, personne ne pourra revenir en arrière. Un reçu vous sera envoyé par courriel.</li>
      </ul>
      <form method="post" noValidate action={href('keepAccount')} className="boutons">
        <Button kind="principal">Garder mon compte</Button>
      </form>
      <p className="note">Référence : {reference}</p>
    </>
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
      {salons.length > 0 && <Salons salons={salons} />}
      <Stays {...props} />
      <h2>Ma demande</h2>
      <p>
        L’effacement se fera le <strong>{fullDay(dueAt)}</strong> : vous avez {CHANGE_OF_MIND_DAYS} jours pour changer
        d’avis. Avant de partir, vous pouvez <a href={href('dataCopy')}>demander une copie de vos données</a>.
      </p>
      {props.proof === 'code' && !errors.code ? <GetCode /> : <AskForm {...props} />}
    </>
  );
}

function Goes({ messages, certificates, courses, isBilled }: Leaving) {
  const rows: readonly ReactNode[] = [
    'Votre nom, votre adresse, votre mot de passe, votre fiche et vos photos.',
    `Vos messages et vos réactions${counted(messages, 'message', 'messages')} : vous choisissez plus bas.`,
    `Votre avancement et vos notes de cours${counted(courses, 'cours suivi', 'cours suivis')}.`,
    certificates > 0 &&
      `Vos attestations${counted(certificates, 'attestation', 'attestations')} : vous choisissez plus bas.`,
    'Vos appareils connectés, vos réglages, et les courriels que nous avons gardés.',
    'Votre inscription à nos listes d’envoi.',
    isBilled && (
      <>
        Votre abonnement : il s’arrête ce jour-là et plus rien n’est débité. Si vous venez de vous abonner, demandez
        d’abord <a href={href('plans')}>votre remboursement</a>.
      </>
    ),
  ];
  return (
    <section>
      <h2>Ce qui est effacé</h2>
      <ul>
        {rows.filter(Boolean).map((row, at) => (
          <li key={at}>{row}</li>
        ))}
      </ul>
    </section>
  );
}

const counted = (count: number, one: string, many: string) => (count > 0 ? ` (${plural(count, one, many)})` : '');

function Salons({ salons }: Pick<ErasurePageProps, 'salons'>) {
  return (
    <section>
      <h2>Vos salons</h2>
      <ul>
        {salons.map(({ name, heir }, at) => (
          <li key={at}>
            {heir
              ? `« ${name} » continue : ${heir} en devient propriétaire.`
              : `« ${name} » est effacé : personne d’autre n’en est membre.`}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Stays({ leaving, backupsUntil }: Pick<ErasurePageProps, 'leaving' | 'backupsUntil'>) {
  return (
    <section>
      <h2>Ce qui reste, et pourquoi</h2>
      <ul>
        {leaving.invoices > 0 && (
          <li>Vos factures, sans votre nom chez nous : la loi demande de les garder {INVOICES_KEPT_YEARS} ans.</li>
        )}
        <li>
          Nos copies de secours : elles ne servent qu’en cas de panne. La dernière qui parle de vous est détruite le{' '}
          {fullDay(backupsUntil)} au plus tard, et si nous devions en remettre une en place, l’effacement serait refait
          aussitôt.
        </li>
        <li>Un reçu signé, qui ne vous nomme pas : il prouve que l’effacement a été fait.</li>
        <li>
          Une plainte pour message indésirable, si vous en avez fait une : sinon nous pourrions vous écrire de nouveau.
        </li>
      </ul>
      <p>Vous pourrez vous réinscrire aussitôt, avec la même adresse. Ce sera un compte neuf.</p>
    </section>
  );
}

/** Of whoever has no password; the proof's own page leads back here. */
function GetCode() {
  return (
    <form method="post" noValidate action={href('proofCode')}>
      <input type="hidden" name="retour" value={href('erasure')} />
      <p>Vous n’avez pas de mot de passe : un code reçu par courriel dira que c’est bien vous.</p>
      <Button kind="principal" icon="mail">
        M’envoyer un code par courriel
      </Button>
    </form>
  );
}

function AskForm({ leaving, proof, typed, errors }: ErasurePageProps) {
  return (
    <form method="post" noValidate action={href('erasure')} className="pile">
      <ChoiceGroup
        name="messages"
        legend="Mes messages dans les salons"
        error={errors.messages}
        value={typed.messages ?? 'effacer'}
        layout="colonne"
        choices={[
          { value: 'effacer', label: 'Effacer leur texte', hint: 'Il restera « message supprimé » à leur place.' },
          {
            value: 'garder',
            label: 'Les laisser, sans mon nom',
            hint: 'Ils seront signés « Ancien membre ». Les conversations restent lisibles.',
          },
        ]}
      />
      {leaving.certificates > 0 && (
        <ChoiceGroup
          name="attestations"
          legend="Mes attestations"
          error={errors.attestations}
          value={typed.attestations ?? 'effacer'}
          layout="colonne"
          choices={[
            { value: 'effacer', label: 'Les effacer', hint: 'Une copie imprimée ne pourra plus être vérifiée.' },
            {
              value: 'garder',
              label: 'Les laisser vérifiables',
              hint: 'Elles portent votre nom. Seules les personnes qui en ont l’adresse les trouvent.',
            },
          ]}
        />
      )}
      {proof === 'code' && (
        <Field
          name="code"
          label="Code à six chiffres"
          hint="Par exemple : 402 917"
          value={typed.code}
          error={errors.code}
          autoComplete="one-time-code"
          inputMode="numeric"
          maxLength={10}
          required
        />
      )}
      {proof === 'password' && (
        <>
          <PasswordField
            name="mot_de_passe"
            label="Votre mot de passe"
            error={errors.mot_de_passe}
            autoComplete="current-password"
            required
          />
          <p className="aide">
            Il vous échappe ? <a href={href('forgottenPassword')}>Choisissez-en un nouveau</a>, puis revenez.
          </p>
        </>
      )}
      <div className="boutons">
        <Button kind="danger">Demander l’effacement de mon compte</Button>
        <LinkButton kind="second" href={href('myData')}>
          Garder mon compte
        </LinkButton>
      </div>
    </form>
  );
}
