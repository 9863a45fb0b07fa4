import { Button } from '~/ui/button';
import { Checkbox } from '~/ui/choice';
import { fullDay } from '~/ui/format';
import { href } from '~/urls';
import { USES, type UseName } from '../rules/consents';
import { DataPage } from './page';

type Consent = {
  readonly purpose: string;
  readonly version: string;
  readonly givenAt: Date;
  readonly withdrawnAt: Date | null;
};
type ConsentsPageProps = { readonly consents: readonly Consent[] };

/** P01: an unticked box for each use, or the date of the consent and one button that withdraws it. */
export function ConsentsPage({ consents }: ConsentsPageProps) {
  const account = consents.find(({ purpose }) => purpose === 'compte');
  const past = consents.filter(({ purpose, withdrawnAt }) => withdrawnAt && purpose in USES);
  return (
    <DataPage title="Mes accords">
      <p className="chapeau">
        Ces usages sont facultatifs. Sans votre accord, ils n’ont pas lieu, et rien d’autre ne change pour vous.
      </p>
      {(Object.keys(USES) as UseName[]).map((use) => (
        <UseForm
          key={use}
          use={use}
          consent={consents.find(({ purpose, withdrawnAt }) => purpose === use && !withdrawnAt) ?? null}
        />
      ))}
      {account && (
        <p className="note">
          À votre inscription, le {fullDay(account.givenAt)}, vous avez accepté les{' '}
          <a href={href('houseRules')}>règles de la maison</a> (version {account.version}). Sans elles il n’y a pas de
          compte : vous pouvez <a href={href('erasure')}>l’effacer</a>.
        </p>
      )}
      {past.length > 0 && (
        <section>
          <h2>Retirés</h2>
          <ul>
            {past.map(({ purpose, givenAt, withdrawnAt }, at) => (
              <li key={at}>
                {USES[purpose as UseName].label} Donné le {fullDay(givenAt)}, retiré le{' '}
                {fullDay(withdrawnAt ?? givenAt)}.
              </li>
            ))}
          </ul>
        </section>
      )}
    </DataPage>
  );
}

function UseForm({ use, consent }: { readonly use: UseName; readonly consent: Consent | null }) {
  const { label, about, withdrawn } = USES[use];
  return (
    <form method="post" noValidate action={href('consents')} className="carte pile">
      {consent ? (
        <>
          <p>
            <strong>{label}</strong>
          </p>
          <p className="aide">
            {about} Donné le {fullDay(consent.givenAt)} (version {consent.version}).
          </p>
          <Button kind="second" name={use} value="retirer">
            {withdrawn}
          </Button>
        </>
      ) : (
        <>
          <Checkbox name={use} label={label} hint={about} checked={false} />
          <Button kind="principal" icon="check">
            Enregistrer<span className="hors-vue"> mon accord</span>
          </Button>
        </>
      )}
    </form>
  );
}
