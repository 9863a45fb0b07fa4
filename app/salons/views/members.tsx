import { lastSeenInWords } from '~/presence/rules';
import { StatusMark } from '~/presence/views/status';
import { ROLES, type Role } from '~/salons/rules';
import { mayRemove } from '~/salons/rules/keeping';
import type { ShownMembers } from '~/salons/rules/search';
import { Avatar } from '~/ui/avatar';
import { dayInWords, plural } from '~/ui/format';
import { Badge, Breadcrumb } from '~/ui/page';
import { href } from '~/urls';
import { MemberPager, MemberSearch } from './member-search';

type MembersPageProps = {
  readonly salon: { readonly id: string; readonly name: string; readonly memberCount: number };
  readonly page: ShownMembers;
  readonly viewerId: string;
  readonly role: Role;
  readonly now: Date;
};

export function MembersPage({ salon, page, viewerId, role, now }: MembersPageProps) {
  const crumbs = [
    { label: 'Salons', href: href('salons') },
    { label: salon.name, href: href('salon', { salon: salon.id }) },
  ];
  return (
    <div className="etroit">
      <Breadcrumb crumbs={crumbs} here="Membres" />
      <h1>
        Membres de « <bdi>{salon.name}</bdi> »
      </h1>
      <p className="chapeau">{plural(salon.memberCount, 'membre', 'membres')}, du plus ancien au plus récent.</p>
      <MemberSearch place="salonMembers" salon={salon} page={page} />
      <ul className="membres">
        {page.shown.map((member) => (
          <li key={member.id}>
            <Avatar person={member} />
            <div>
              <p className="qui">
                <a href={href('member', { membre: member.id })} dir="auto">
                  {member.name}
                </a>
                {member.id === viewerId && ' (vous)'} <StatusMark status={member.status} />{' '}
                {member.role !== 'member' && <Badge>{ROLES[member.role]}</Badge>}
              </p>
              <p className="note">
                {member.isHere && 'Ici en ce moment. '}
                {member.lastSeenAt && `${sentence(lastSeenInWords(member.lastSeenAt, now))} `}
                {member.city && `${member.city}. `}
                Membre depuis {sinceWords(member.joinedAt, now)}.{' '}
                {member.id !== viewerId && mayRemove(role, member.role) && (
                  <a href={href('keepMember', { salon: salon.id, membre: member.id })}>
                    Gérer<span className="hors-vue"> {member.name}</span>
                  </a>
                )}
              </p>
            </div>
          </li>
        ))}
      </ul>
      <MemberPager place="salonMembers" salon={salon} page={page} />
    </div>
  );
}

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

/** « depuis aujourd’hui », « depuis hier », « depuis le mardi 14 mai » */
function sinceWords(date: Date, now: Date): string {
  const words = dayInWords(date, now);
  return words === 'hier' || words === 'aujourd’hui' ? words : `le ${words}`;
}
