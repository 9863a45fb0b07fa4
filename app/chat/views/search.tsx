import { searchedTooOften } from '~/chat/rules/pace';
import { type Found, isBlank, piecesOf, SEARCH_MAX, type Search } from '~/chat/rules/search';
import { anchors } from '~/client/protocol';
import { Button } from '~/ui/button';
import { Field } from '~/ui/field';
import { momentInWords, ofBefore } from '~/ui/format';
import { Icon } from '~/ui/icon';
import { Breadcrumb, Pager } from '~/ui/page';
import { href } from '~/urls';

export type SearchPageProps = {
  readonly salon: { readonly id: string; readonly name: string };
  readonly search: Search;
  readonly found: readonly Found[];
  /** There is a word in it that a search can look for. */
  readonly isWorded: boolean;
  /** The place after which the next page begins. */
  readonly next: number | null;
  /** Seconds until she may search again (K04); 0: she may. */
  readonly wait: number;
  readonly now: Date;
};

/** What was said in a salon, found by its words, its author or its day. */
export function SearchPage(props: SearchPageProps) {
  const { salon, search, found, next } = props;
  const crumbs = [
    { label: 'Salons', href: href('salons') },
    { label: salon.name, href: href('salon', { salon: salon.id }) },
  ];
  const page = (avant?: number) => {
    const { q, who: de, since: du, until: au } = search;
    const said = Object.fromEntries(Object.entries({ q, de, du, au }).filter(([, value]) => value));
    return href('searchSalon', { salon: salon.id }, avant === undefined ? said : { ...said, avant });
  };
  return (
    <div className="etroit">
      <Breadcrumb crumbs={crumbs} here="Chercher" />
      <h1>
        Chercher dans « <bdi>{salon.name}</bdi> »
      </h1>
      <SearchForm {...props} />
      <p role="status">{outcome(props)}</p>
      <ul className="pile exclus">
        {found.map((each) => (
          <FoundLine key={each.id} found={each} salon={salon.id} now={props.now} />
        ))}
      </ul>
      <Pager
        label="Autres messages trouvés"
        previous={search.before === null ? null : { label: 'Les plus récents', href: page() }}
        next={next === null ? null : { label: 'Plus anciens', href: page(next) }}
      />
    </div>
  );
}

function SearchForm({ salon, search }: SearchPageProps) {
  const isNarrowed = Boolean(search.who || search.since || search.until);
  return (
    <form method="get" noValidate action={href('searchSalon', { salon: salon.id })}>
      <Field
        name="q"
        type="search"
        inputMode="search"
        label="Mots à retrouver"
        hint="Par exemple : tomates cerises. Les accents et les pluriels ne comptent pas."
        value={search.q}
        autoComplete="off"
        maxLength={SEARCH_MAX}
      />
      <details className="repli" open={isNarrowed}>
        <summary>
          <Icon name="sliders" /> Préciser qui et quand
        </summary>
        <Field
          name="de"
          label="Écrit par"
          hint="Un nom ou un prénom."
          value={search.who}
          autoComplete="off"
          maxLength={80}
        />
        <Field name="du" type="date" label="À partir du" value={search.since} />
        <Field name="au" type="date" label="Jusqu’au" value={search.until} />
      </details>
      <Button kind="principal" icon="search">
        Chercher
      </Button>
    </form>
  );
}

function outcome({ search, found, isWorded, next, wait }: SearchPageProps): string {
  if (isBlank(search)) return '';
  if (wait > 0) return searchedTooOften(wait);
  if (search.q && !isWorded) return 'Ces mots sont trop courants pour être cherchés. Ajoutez un mot plus précis.';
  if (found.length === 0) return 'Aucun message ne correspond. Essayez un autre mot, ou moins de précisions.';
  if (next !== null || search.before !== null) return 'Les messages trouvés, du plus récent au plus ancien :';
  return found.length === 1
    ? 'Un message trouvé :'
    : `${found.length} messages trouvés, du plus récent au plus ancien :`;
}

type FoundLineProps = { readonly found: Found; readonly salon: string; readonly now: Date };

function FoundLine({ found: { id, authorName, createdAt, excerpt }, salon, now }: FoundLineProps) {
  return (
    <li className="pile">
      <p>
        <strong dir="auto">{authorName}</strong>, {momentInWords(createdAt, now)}
      </p>
      <p className="texte" dir="auto">
        {piecesOf(excerpt).map(({ text, isFound }, index) => (isFound ? <mark key={index}>{text}</mark> : text))}
      </p>
      <p>
        <a href={`${href('salon', { salon }, { message: id })}#${anchors.message(id)}`}>
          Lire dans la conversation<span className="hors-vue">, message {ofBefore(authorName) + authorName}</span>
        </a>
      </p>
    </li>
  );
}
