/** The picture as others will see it, and the nine places of the frame: radio buttons, no dragging, no script. */
import { Fragment } from 'react';
import { Button, LinkButton } from '~/ui/button';
import { fieldId } from '~/ui/field';
import { ErrorSummary } from '~/ui/notice';
import { NarrowPage } from '~/ui/page';
import type { DraftRow } from '../queries';
import { PLACES } from '../rules/cut';
import { addressOf, DRAFT, type Folder } from '../rules/picture';

export type DraftPageProps = {
  readonly title: string;
  readonly folder: Folder;
  readonly draft: DraftRow;
  readonly back: string;
  /** Where the form is sent. */
  readonly to: string;
  readonly errors: Readonly<Record<string, string>>;
};

export function DraftPage({ title, folder, draft, back, to, errors }: DraftPageProps) {
  const { name, width, height } = draft;
  return (
    <NarrowPage title={`${title}, aperçu`}>
      <ErrorSummary errors={errors} />
      <p className="chapeau">Voici ce que verront les autres. Recentrez si besoin, puis gardez-la.</p>
      <form method="post" action={to} noValidate>
        <input type="hidden" name="nom" value={name} />
        <fieldset className="choix recadrage">
          <legend>Quelle partie montrer ?</legend>
          <div>
            <Places />
            <p className={`vue ${folder}`}>
              <img src={`${addressOf({ folder, name })}-${DRAFT}`} alt="Aperçu" width={width} height={height} />
            </p>
          </div>
        </fieldset>
        <p className="boutons">
          <Button kind="principal" icon="check">
            Utiliser cette photo
          </Button>
          <LinkButton kind="second" href={back} icon="back">
            Choisir une autre
          </LinkButton>
        </p>
      </form>
    </NarrowPage>
  );
}

/** Before the picture and beside it in the source: the style sheet moves the picture by what is ticked. */
function Places() {
  return (
    <>
      {Object.entries(PLACES).map(([value, { label }], index) => {
        const id = index === 0 ? fieldId('place') : `${fieldId('place')}-${value}`;
        return (
          <Fragment key={value}>
            <input type="radio" name="place" value={value} id={id} defaultChecked={value === 'centre'} />
            <label htmlFor={id} className="bouton">
              {label}
            </label>
          </Fragment>
        );
      })}
      <input type="checkbox" name="pres" id={fieldId('pres')} />
      <label htmlFor={fieldId('pres')} className="bouton">
        Rapprocher
      </label>
    </>
  );
}
