import { Button, LinkButton } from '~/ui/button';
import { fullDay, price } from '~/ui/format';
import { NarrowPage } from '~/ui/page';
import { href } from '~/urls';
import type { PlanWords } from '../rules/plans';

export type ChangePageProps = {
  readonly words: PlanWords;
  readonly change:
    | { readonly to: 'annuel'; readonly cents: number; readonly until: Date | null; readonly moment: number }
    | { readonly to: 'premium'; readonly at: Date | null }
    /** A change is planned already: it can be dropped. */
    | { readonly to: 'stay'; readonly at: Date | null };
};

/** Monthly ↔ yearly, with what is paid shown before anything is pressed. */
export function ChangePage({ words, change }: ChangePageProps) {
  return (
    <NarrowPage title="Changer de formule">
      <Words words={words} change={change} />
      <form method="post" noValidate action={href('changePlan')} className="boutons">
        <input type="hidden" name="formule" value={change.to === 'premium' ? 'premium' : 'annuel'} />
        {change.to === 'annuel' && <input type="hidden" name="calcul" value={change.moment} />}
        <Button kind="principal">{BUTTONS[change.to](change)}</Button>
        <LinkButton kind="second" href={href('plans')}>
          Ne rien changer
        </LinkButton>
      </form>
    </NarrowPage>
  );
}

const BUTTONS = {
  annuel: (change: ChangePageProps['change']) =>
    `Payer ${price('cents' in change ? change.cents : 0)} et passer à Annuel`,
  premium: () => 'Passer à Premium à cette date',
  stay: () => 'Garder Annuel',
} as const;

function Words({ words, change }: ChangePageProps) {
  if (change.to === 'annuel') {
    return (
      <>
        <p className="chapeau">
          De Premium à Annuel : {words.yearly} par an au lieu de {words.monthly} par mois.
        </p>
        <p>
          Ce que vous avez déjà payé pour ce mois est déduit. Vous payez aujourd’hui{' '}
          <strong>{price(change.cents)}</strong>
          {change.until && `, et rien d’autre jusqu’au ${fullDay(change.until)}`}. Le changement se fait tout de suite.
        </p>
      </>
    );
  }
  if (change.to === 'stay') {
    return (
      <p className="chapeau">
        Votre formule doit passer à Premium{change.at && ` le ${fullDay(change.at)}`}. Vous pouvez garder Annuel, à{' '}
        {words.yearly} par an.
      </p>
    );
  }
  return (
    <>
      <p className="chapeau">
        D’Annuel à Premium : {words.monthly} par mois au lieu de {words.yearly} par an.
      </p>
      <p>
        Votre année est payée : rien ne change et rien n’est débité avant le{' '}
        {change.at ? fullDay(change.at) : 'dernier jour payé'}. Ce jour-là commence le paiement de chaque mois.
      </p>
    </>
  );
}
