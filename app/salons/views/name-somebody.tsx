import type { SalonMember } from '~/salons/rules';
import { Avatar } from '~/ui/avatar';
import { Breadcrumb } from '~/ui/page';
import { href } from '~/urls';

type NameSomebodyPageProps = {
  readonly salon: { readonly id: string; readonly name: string };
  readonly members: readonly SalonMember[];
};

/** Choosing whom a message speaks to, without scripts: each name leads back to the room, and stands in the message. */
export function NameSomebodyPage({ salon, members }: NameSomebodyPageProps) {
  const crumbs = [
    { label: 'Salons', href: href('salons') },
    { label: salon.name, href: href('salon', { salon: salon.id }) },
  ];
  return (
    <div className="etroit">
      <Breadcrumb crumbs={crumbs} here="Nommer quelqu’un" />
      <h1>À qui parlez-vous ?</h1>
      <p className="chapeau">
        Choisissez un nom : il se placera dans votre message, et cette personne sera prévenue. Vous pouvez aussi
        l’écrire vous-même, par exemple @{members[0]?.name ?? 'Monique'}.
      </p>
      {members.length === 0 && <p>Personne d’autre n’est encore dans ce salon.</p>}
      <ul className="membres">
        {members.map((member) => (
          <li key={member.id}>
            <Avatar person={member} />
            <div>
              <p className="qui">
                <a href={`${href('salon', { salon: salon.id }, { nommer: member.id })}#ecrire`} dir="auto">
                  {member.name}
                </a>
              </p>
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
