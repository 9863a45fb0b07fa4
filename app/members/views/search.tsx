import { Button } from '~/ui/button';
import { Field, Select } from '~/ui/field';
import { Icon } from '~/ui/icon';
import { href } from '~/urls';
import type { Counted } from '../queries/cards';
import { COUNTED_MAX, type MemberSearch } from '../rules/card';
import { INTERESTS } from '../rules/interests';

/** A search as the address of its page carries it. */
export function wordsOf({ q, city, interest, near }: MemberSearch) {
  return {
    q: q || undefined,
    ville: city || undefined,
    interet: interest || undefined,
    pres: near ? 'on' : undefined,
  };
}

type SearchProps = { readonly search: MemberSearch; readonly counts: readonly Counted[] };

/**
 * A name is enough for most; the rest is folded until it is used. The filters combine; beside each interest stands how many people of the search have it.
 */
export function SearchForm({ search, counts }: SearchProps) {
  const people = new Map(counts.filter(({ kind }) => kind === 'interest').map(({ word, people }) => [word, people]));
  const isExact = isCounted(counts);
  const labelled = (word: string, label: string) => {
    const count = people.get(word);
    return count && isExact ? `${label} (${count})` : label;
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
      {search.near && <input type="hidden" name="pres" value="on" />}
      <Field name="q" label="Nom" type="search" value={search.q} inputMode="search" />
      <Button kind="second" icon="search">
        Chercher
      </Button>
      <details className="repli" open={search.interest !== '' || search.city !== ''}>
        <summary>
          <Icon name="sliders" />{' '}
          {search.near ? 'Choisir le centre d’intérêt' : 'Choisir la ville ou le centre d’intérêt'}
        </summary>
        <div className="recherche">
          {!search.near && <Field name="ville" label="Ville" value={search.city} autoComplete="address-level2" />}
          <Select name="interet" label="Centre d’intérêt" options={options} empty="Tous" value={search.interest} />
        </div>
      </details>
    </form>
  );
}

/** The towns of the search, the largest first. */
export function Towns({ search, counts }: SearchProps) {
  const towns = counts.filter(({ kind }) => kind === 'town');
  if (towns.length < 2 || !isCounted(counts)) return null;
  return (
    <details className="repli">
      <summary>Les villes</summary>
      <ul className="gouts">
        {towns.map(({ word, people }) => (
          <li key={word}>
            <a href={href('members', {}, wordsOf({ ...search, city: word, near: false }))}>
              {word} ({people})
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}

const isCounted = (counts: readonly Counted[]) => (counts.find(({ kind }) => kind === '')?.people ?? 0) < COUNTED_MAX;
