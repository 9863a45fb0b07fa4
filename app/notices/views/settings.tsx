import { Button } from '~/ui/button';
import { Checkbox } from '~/ui/choice';
import { Breadcrumb } from '~/ui/page';
import { href } from '~/urls';
import { CHOSEN_KINDS, type ChosenKind } from '../rules';

const TITLE = 'Les avis que je reçois';

export function NoticeSettingsPage({ refused }: { readonly refused: readonly string[] }) {
  return (
    <div className="etroit">
      <Breadcrumb crumbs={[{ label: 'Réglages', href: href('settings') }]} here={TITLE} />
      <h1>{TITLE}</h1>
      <p>
        Ils vous attendent sur <a href={href('notices')}>votre page d’avis</a>. Leur nombre se lit en haut de chaque
        page.
      </p>
      <form method="post" noValidate action={href('noticeSettings')} className="pile">
        <fieldset className="choix colonne">
          <legend>Prévenez-moi</legend>
          {Object.entries(CHOSEN_KINDS).map(([kind, { field, label, hint }]) => (
            <Checkbox
              key={kind}
              name={field}
              label={label}
              hint={hint}
              checked={!refused.includes(kind as ChosenKind)}
            />
          ))}
        </fieldset>
        <p className="note">Une décision de l’équipe qui vous concerne vous est toujours dite.</p>
        <Button kind="principal" icon="check">
          Enregistrer mes choix
        </Button>
      </form>
    </div>
  );
}
