import type { Asker } from '~/salons/rules/requests';
import { Avatar } from '~/ui/avatar';
import { Button } from '~/ui/button';
import { momentInWords } from '~/ui/format';
import { Breadcrumb } from '~/ui/page';
import { href } from '~/urls';

type RequestsPageProps = {
  readonly salon: { readonly id: string; readonly name: string };
  readonly askers: readonly Asker[];
  readonly now: Date;
};

/** Who stands at the door, each with her words and the two answers. */
export function RequestsPage({ salon, askers, now }: RequestsPageProps) {
  const crumbs = [
    { label: 'Salons', href: href('salons') },
    { label: salon.name, href: href('salon', { salon: salon.id }) },
  ];
  return (
    <div className="etroit">
      <Breadcrumb crumbs={crumbs} here="Demandes" />
      <h1>Demandes d’entrée</h1>
      {askers.length === 0 && <p className="chapeau">Personne n’attend de réponse.</p>}
      <ul className="membres">
        {askers.map((asker) => (
          <li key={asker.id}>
            <Avatar person={asker} />
            <div className="pile">
              <p className="qui">
                <a href={href('member', { membre: asker.id })} dir="auto">
                  {asker.name}
                </a>
              </p>
              {asker.words && <p dir="auto">« {asker.words} »</p>}
              <p className="note">Demande faite {momentInWords(asker.askedAt, now)}.</p>
              <form method="post" noValidate action={href('salonRequests', { salon: salon.id })} className="boutons">
                <input type="hidden" name="membre" value={asker.id} />
                <Button kind="second" icon="check" name="action" value="accueillir">
                  Accueillir<span className="hors-vue"> {asker.name}</span>
                </Button>
                <Button kind="discret" name="action" value="refuser">
                  Refuser<span className="hors-vue"> {asker.name}</span>
                </Button>
              </form>
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
