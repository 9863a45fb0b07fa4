import type { ShownMembers } from '~/salons/rules/search';
import { Avatar } from '~/ui/avatar';
import { Breadcrumb } from '~/ui/page';
import { href } from '~/urls';
import { MemberPager, MemberSearch } from './member-search';

type NameSomebodyPageProps = {
  readonly salon: { readonly id: string; readonly name: string; readonly memberCount: number };
  readonly page: ShownMembers;
  readonly viewerId: string;
};

/** Choosing whom a message speaks to, without scripts: each name leads back to the room, and stands in the message. */
export function NameSomebodyPage({ salon, page, viewerId }: NameSomebodyPageProps) {
  const members = page.shown.filter(({ id }) => id !== viewerId);
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
      {salon.memberCount === 1 && <p>Personne d’autre n’est encore dans ce salon.</p>}
      <MemberSearch place="nameSomebody" salon={salon} page={page} />
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
      <MemberPager place="nameSomebody" salon={salon} page={page} />
    </div>
  );
}
