import { Avatar } from '~/ui/avatar';
import { BenchDrawing } from '~/ui/brand';
import { Button, LinkButton } from '~/ui/button';
import { Field, Select } from '~/ui/field';
import { plural } from '~/ui/format';
import { EmptyState, Pager } from '~/ui/page';
import { href } from '~/urls';
import type { Counted } from '../queries/cards';
import { COUNTED_MAX, cursorAfter, type ListedMember, type Looks, type MemberSearch, PAGE_SIZE } from '../rules/card';
import { INTERESTS, interestInWords } from '../rules/profile';
import { LooksLine } from './member';

export type DirectoryPageProps = {
  readonly search: MemberSearch;
  /** One more than a page when there is a next one. */
  readonly found: readonly ListedMember[];
  readonly counts: readonly Counted[];
  readonly isFirstPage: boolean;
  readonly looks: Looks | null;
  /** The viewer's own town; empty where she has not said it. */
  readonly myCity: string;
};

export function DirectoryPage({ search, found, counts, isFirstPage, looks, myCity }: DirectoryPageProps) {
  const members = found.slice(0, PAGE_SIZE);
  const last = found.length > PAGE_SIZE ? members.at(-1) : undefined;
  const words = { q: search.q || undefined, ville: search.city || undefined, interet: search.interest || undefined };
  return (
    <>
      <h1>Membres</h1>
      <div className="annuaire-tete">
        <SearchForm search={search} counts={counts} />
        <NearHome myCity={myCity} search={search} />
        <p role="status">{countInWords(counts, search)}</p>
      </div>
      <h2 className="hors-vue">La liste</h2>
      {members.length === 0 ? (
        <Nobody />
      ) : (
        <ul className="annuaire">
          {members.map((member) => (
            <li key={member.id}>
              <Line member={member} />
            </li>
          ))}
        </ul>
      )}
      <Pager
        label="Pages de la liste"
        previous={isFirstPage ? null : { label: 'Revenir au début', href: href('members', {}, words) }}
        next={last ? { label: 'La suite', href: href('members', {}, { ...words, apres: cursorAfter(last) }) } : null}
      />
      {looks && <LooksLine looks={looks} />}
    </>
  );
}

function countInWords(counts: readonly Counted[], search: MemberSearch): string {
  const people = counts.find(({ word }) => word === '')?.people ?? 0;
  const isSearch = Object.values(search).some(Boolean);
  if (people >= COUNTED_MAX) return `Plus de ${COUNTED_MAX.toLocaleString('fr-FR')} personnes, par ordre alphabétique.`;
  if (people === 0) return isSearch ? 'Personne ne correspond à votre recherche.' : 'Personne pour le moment.';
  return `${plural(people, 'personne', 'personnes')}, par ordre alphabétique.`;
}

function SearchForm({ search, counts }: Pick<DirectoryPageProps, 'search' | 'counts'>) {
  const people = new Map(counts.map(({ word, people }) => [word, people]));
  const total = people.get('') ?? 0;
  const labelled = (word: string, label: string) => {
    const count = people.get(word);
    return count && total < COUNTED_MAX && !search.interest ? `${label} (${count})` : label;
  };
  const options = Object.fromEntries(Object.entries(INTERESTS).map(([key, label]) => [key, labelled(key, label)]));
  // A member's own word is searched for by the link on her card.
  if (search.interest && !(search.interest in options)) options[search.interest] = search.interest;
  return (
    <form
      method="get"
      noValidate
      action={href('members')}
      className="recherche"
      role="search"
      aria-label="Chercher un membre"
    >
      <Field name="q" label="Nom" type="search" value={search.q} inputMode="search" />
      <Field name="ville" label="Ville" value={search.city} autoComplete="address-level2" />
      <Select name="interet" label="Centre d’intérêt" options={options} empty="Tous" value={search.interest} />
      <Button kind="second" icon="search">
        Chercher
      </Button>
    </form>
  );
}

/** D06. */
function NearHome({ myCity, search }: Pick<DirectoryPageProps, 'myCity' | 'search'>) {
  if (!myCity) {
    return (
      <p className="note">
        Indiquez votre ville dans <a href={href('profile')}>votre profil</a> pour trouver qui habite près de chez vous.
      </p>
    );
  }
  if (search.city === myCity) return null;
  return (
    <p>
      <LinkButton kind="second" href={href('members', {}, { ville: myCity })} icon="place">
        Près de chez vous : {myCity}
      </LinkButton>
    </p>
  );
}

function Line({ member }: { readonly member: ListedMember }) {
  return (
    <article className="personne">
      <Avatar person={member} />
      <div>
        <h3>
          <a href={href('member', { membre: member.id })}>{member.name}</a>
        </h3>
        {member.city && <p className="note">{member.city}</p>}
        {member.bio && <p className="extrait">{excerpt(member.bio)}</p>}
        {member.interests.length > 0 && (
          <p className="note">{member.interests.slice(0, 4).map(interestInWords).join(' · ')}</p>
        )}
      </div>
    </article>
  );
}

/** The first words, whole. */
function excerpt(bio: string): string {
  const line = bio.replace(/\s+/g, ' ');
  return line.length <= 140 ? line : `${line.slice(0, line.lastIndexOf(' ', 140))}…`;
}

function Nobody() {
  return (
    <EmptyState drawing={<BenchDrawing />} title="Personne ici pour le moment">
      <p>
        Essayez un nom plus court, une autre ville, ou <a href={href('members')}>revenez à toute la liste</a>.
      </p>
    </EmptyState>
  );
}
