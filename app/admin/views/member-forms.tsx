import { LENGTHS, type Suspension } from '~/auth/rules/suspension';
import type { Account } from '~/members/queries/staff';
import { Button } from '~/ui/button';
import { ChoiceGroup } from '~/ui/choice';
import { TextArea } from '~/ui/field';
import { fullMoment } from '~/ui/format';
import { href } from '~/urls';
import { ROLE_WORDS } from '../rules';

type SuspensionFormsProps = {
  readonly account: Account;
  readonly suspension: Suspension | null;
  readonly typed: { readonly motif: string; readonly jours: string };
  readonly errors: Readonly<Record<string, string>>;
};

export function SuspensionForms({ account, suspension, typed, errors }: SuspensionFormsProps) {
  return (
    <section className="suite" aria-labelledby="suspension">
      <h2 id="suspension">Suspension</h2>
      {suspension && <InForce id={account.id} suspension={suspension} />}
      {!suspension && account.role !== 'member' && (
        <p>Cette personne est de l’équipe. Reprenez d’abord son rôle pour pouvoir suspendre son compte.</p>
      )}
      {!suspension && account.role === 'member' && <Suspend id={account.id} typed={typed} errors={errors} />}
    </section>
  );
}

function InForce({ id, suspension }: { readonly id: string; readonly suspension: Suspension }) {
  const { reason, startedAt, endsAt, appeal } = suspension;
  return (
    <>
      <p>
        Suspendu depuis le {fullMoment(startedAt)}
        {endsAt ? `, jusqu’au ${fullMoment(endsAt)}` : ', sans date de fin'}. Raison donnée : <bdi>{reason}</bdi>
      </p>
      {appeal && (
        <p>
          Sa réponse : <bdi>{appeal}</bdi>
        </p>
      )}
      <form method="post" noValidate action={href('staffMember', { membre: id })}>
        <Button kind="principal" icon="check" name="action" value="lever">
          Rouvrir ce compte
        </Button>
      </form>
    </>
  );
}

type SuspendProps = Pick<SuspensionFormsProps, 'typed' | 'errors'> & { readonly id: string };

function Suspend({ id, typed, errors }: SuspendProps) {
  return (
    <details className="repli" open={Boolean(errors.motif || errors.jours)}>
      <summary>Suspendre ce compte</summary>
      <form method="post" noValidate action={href('staffMember', { membre: id })}>
        <p>
          La personne est déconnectée partout. En se connectant, elle lit votre raison, la date de fin et comment
          répondre à l’équipe. Ses messages restent.
        </p>
        <TextArea
          name="motif"
          label="Pourquoi"
          hint="Elle le lira. Par exemple : Vous avez demandé de l’argent à deux membres."
          error={errors.motif}
          value={typed.motif}
          rows={3}
          maxLength={1_000}
          required
        />
        <ChoiceGroup
          name="jours"
          legend="Combien de temps"
          value={typed.jours}
          error={errors.jours}
          choices={Object.entries(LENGTHS).map(([value, label]) => ({ value, label }))}
          layout="rangee"
        />
        <Button kind="danger" icon="pause" name="action" value="suspendre">
          Suspendre ce compte
        </Button>
      </form>
    </details>
  );
}

export function RoleForm({ account, error }: { readonly account: Account; readonly error?: string }) {
  return (
    <section className="suite" aria-labelledby="role">
      <h2 id="role">Rôle</h2>
      <form method="post" noValidate action={href('staffMember', { membre: account.id })}>
        <ChoiceGroup
          name="role"
          legend="Ce que cette personne peut faire"
          value={account.role}
          error={error}
          choices={Object.entries(ROLE_WORDS).map(([value, label]) => ({ value, label }))}
          layout="rangee"
        />
        <Button kind="second" icon="key" name="action" value="role">
          Changer le rôle
        </Button>
      </form>
    </section>
  );
}
