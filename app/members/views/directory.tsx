import { Avatar } from '~/ui/avatar';
import { BenchDrawing } from '~/ui/brand';
import { LinkButton } from '~/ui/button';
import { ofTown, plural } from '~/ui/format';
import { EmptyState, Pager } from '~/ui/page';
import { href } from '~/urls';
import type { Counted } from '../queries/cards';
import { COUNTED_MAX, cursorAfter, type ListedMember, type Looks, type MemberSearch, PAGE_SIZE } from '../rules/card';
import { DEPARTMENTS } from '../rules/departments';
import { interestInWords } from '../rules/interests';
import { LooksLine } from './looks';
import { SearchForm, Towns, wordsOf } from './search';

export type DirectoryPageProps = {
  readonly search: MemberSearch;
  /** One more than a page when there is a next one. */
  readonly found: readonly ListedMember[];
  readonly counts: readonly Counted[];
  readonly isFirstPage: boolean;
  readonly looks: Looks | null;
  /** The viewer's own; empty where she has not said it. */
  readonly home: { readonly city: string; readonly departement: string | null };
};

export function DirectoryPage({ search, found, counts, isFirstPage, looks, home }: DirectoryPageProps) {
  const members = found.slice(0, PAGE_SIZE);
  const last = found.length > PAGE_SIZE ? members.at(-1) : undefined;
  const words = wordsOf(search);
  return (
    <>
      <h1>Membres</h1>
      <div className="pile annuaire-tete">
        {looks && <LooksLine looks={looks} />}
        <NearHome home={home} search={search} />
        <SearchForm search={search} counts={counts} />
        <Towns search={search} counts={counts} />
        <p role="status">{countInWords(counts, search)}</p>
      </div>
      {members.length === 0 ? <Nobody near={search.near} /> : <Rings members={members} search={search} home={home} />}
      <Pager
        label="Pages de la liste"
        previous={isFirstPage ? null : { label: 'Revenir au début', href: href('members', {}, words) }}
        next={last ? { label: 'La suite', href: href('members', {}, { ...words, apres: cursorAfter(last) }) } : null}
      />
    </>
  );
}

function countInWords(counts: readonly Counted[], { q, city, interest, near }: MemberSearch): string {
  const people = counts.find(({ kind }) => kind === '')?.people ?? 0;
  const order = near ? 'votre ville d’abord' : 'par ordre alphabétique';
  if (people >= COUNTED_MAX) return `Au moins ${COUNTED_MAX} personnes, ${order}.`;
  if (people > 0) return `${plural(people, 'personne', 'personnes')}, ${order}.`;
  return q || city || interest || near ? 'Personne ne correspond à votre recherche.' : 'Personne pour le moment.';
}

/** D06. */
function NearHome({ home: { city, departement }, search }: Pick<DirectoryPageProps, 'home' | 'search'>) {
  if (!city && !departement) {
    return (
      <p className="note">
        Indiquez votre ville dans <a href={href('profile')}>votre profil</a> pour trouver qui habite près de chez vous.
      </p>
    );
  }
  if (search.near) {
    const rest = wordsOf({ ...search, near: false });
    return (
      <ul className="liens-cote">
        <li>
          <a href={href('members', {}, rest)}>Chercher partout</a>
        </li>
        {city && (
          <li>
            <a href={href('salons', {}, { ville: city })}>Les salons {ofTown(city)}</a>
          </li>
        )}
      </ul>
    );
  }
  return (
    <p>
      <LinkButton kind="second" href={href('members', {}, wordsOf({ ...search, city: '', near: true }))} icon="place">
        Près de chez vous : {city || DEPARTMENTS[departement ?? '']}
      </LinkButton>
    </p>
  );
}

type RingsProps = Pick<DirectoryPageProps, 'home' | 'search'> & { readonly members: readonly ListedMember[] };

/** Those of one's town, then the others of the département; elsewhere one list. */
function Rings({ members, search, home }: RingsProps) {
  if (!search.near) return <Ring title="La liste" isHidden members={members} />;
  const department = DEPARTMENTS[home.departement ?? ''];
  return (
    <>
      <Ring title={`Dans votre ville : ${home.city}`} members={members.filter(({ ring }) => ring === 1)} />
      <Ring
        title={`Ailleurs dans votre département : ${department}`}
        members={members.filter(({ ring }) => ring === 2)}
      />
    </>
  );
}

type RingProps = { readonly title: string; readonly isHidden?: boolean; readonly members: readonly ListedMember[] };

function Ring({ title, isHidden, members }: RingProps) {
  if (members.length === 0) return null;
  return (
    <section>
      <h2 className={isHidden ? 'hors-vue' : 'entre'}>{title}</h2>
      <ul className="annuaire membres">
        {members.map((member) => (
          <Line key={member.id} member={member} />
        ))}
      </ul>
    </section>
  );
}

/** More interests than this are on her card: what one looks for stands first there. */
const INTERESTS_SHOWN = 3;

function Line({ member }: { readonly member: ListedMember }) {
  const facts = [member.city, ...member.interests.slice(0, INTERESTS_SHOWN).map(interestInWords)].filter(Boolean);
  return (
    <li>
      <Avatar person={member} />
      <div>
        <p className="qui">
          <a href={href('member', { membre: member.id })} dir="auto">
            {member.name}
          </a>
        </p>
        {facts.length > 0 && (
          <p className="meta">
            {facts.map((fact) => (
              <span key={fact}>{fact} </span>
            ))}
          </p>
        )}
        {member.bio && <p className="extrait">{excerpt(member.bio)}</p>}
      </div>
    </li>
  );
}

/** The first words, whole. */
function excerpt(bio: string): string {
  const line = bio.replace(/\s+/g, ' ');
  return line.length <= 140 ? line : `${line.slice(0, line.lastIndexOf(' ', 140))}…`;
}

function Nobody({ near }: { readonly near: boolean }) {
  return (
    <section>
      <h2 className="hors-vue">La liste</h2>
      <EmptyState drawing={<BenchDrawing />} title="Personne ici pour le moment">
        <p>
          {near ? 'Vous êtes peut-être la première personne d’ici. ' : 'Essayez un nom plus court ou une autre ville. '}
          <a href={href('members')}>Revenir à toute la liste</a>
        </p>
      </EmptyState>
    </section>
  );
}
