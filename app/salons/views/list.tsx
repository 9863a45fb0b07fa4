import { CATEGORIES, type SalonCard, type SalonSearch } from '~/salons/rules';
import { SalonCardView } from '~/salons/views/card';
import { JoinCodeForm } from '~/salons/views/join-code';
import { BenchDrawing } from '~/ui/brand';
import { Button, LinkButton } from '~/ui/button';
import { Field, Select } from '~/ui/field';
import { plural } from '~/ui/format';
import { ErrorSummary } from '~/ui/notice';
import { EmptyState } from '~/ui/page';
import { href } from '~/urls';

export type SalonsPageProps = {
  readonly mine: readonly SalonCard[];
  readonly others: readonly SalonCard[];
  readonly search: SalonSearch;
  /** A code that was typed and refused; null when none was. */
  readonly joinCode: { readonly code: string; readonly error: string } | null;
};

export function SalonsPage({ mine, others, search, joinCode }: SalonsPageProps) {
  return (
    <>
      <div className="ouverture">
        <h1>Salons</h1>
        <LinkButton kind="principal" href={href('newSalon')} icon="plus">
          Créer un salon
        </LinkButton>
      </div>
      {joinCode && <ErrorSummary errors={{ code: joinCode.error }} />}
      <JoinCodeForm refused={joinCode} />
      <Mine salons={mine} />
      <Discover salons={others} search={search} />
    </>
  );
}

function Mine({ salons }: { readonly salons: readonly SalonCard[] }) {
  return (
    <section className="suite" aria-labelledby="mes-salons">
      <h2 id="mes-salons">Mes salons</h2>
      {salons.length === 0 ? (
        <EmptyState drawing={<BenchDrawing />} title="Votre place est libre">
          <p>
            Vous n’êtes encore dans aucun salon. Choisissez-en un ci-dessous, ou saisissez le code qu’on vous a donné.
          </p>
        </EmptyState>
      ) : (
        <SalonList salons={salons} />
      )}
    </section>
  );
}

function Discover({ salons, search }: { readonly salons: readonly SalonCard[]; readonly search: SalonSearch }) {
  const searching = Object.values(search).some(Boolean);
  return (
    <section className="suite" aria-labelledby="decouvrir">
      <h2 id="decouvrir">À découvrir</h2>
      <SearchForm search={search} />
      {searching && <p role="status">{found(salons.length)}</p>}
      {salons.length > 0 && <SalonList salons={salons} />}
      {salons.length === 0 && !searching && (
        <p>Aucun autre salon n’est ouvert à tous pour le moment. Vous pouvez créer le vôtre.</p>
      )}
    </section>
  );
}

function found(count: number): string {
  return count === 0
    ? 'Aucun salon ne correspond. Essayez un mot plus court, ou enlevez la ville.'
    : `${plural(count, 'salon correspond', 'salons correspondent')} à votre recherche.`;
}

function SearchForm({ search }: { readonly search: SalonSearch }) {
  return (
    <form
      method="get"
      noValidate
      action={href('salons')}
      className="recherche"
      role="search"
      aria-label="Chercher un salon"
    >
      <Field name="q" label="Mot" type="search" value={search.q} inputMode="search" />
      <Select name="categorie" label="Catégorie" options={CATEGORIES} empty="Toutes" value={search.category ?? ''} />
      <Field name="ville" label="Ville" value={search.city} autoComplete="address-level2" />
      <Button kind="second" icon="search">
        Chercher
      </Button>
    </form>
  );
}

export function SalonList({ salons }: { readonly salons: readonly SalonCard[] }) {
  return (
    <ul className="salons">
      {salons.map((salon) => (
        <li key={salon.id}>
          <SalonCardView salon={salon} />
        </li>
      ))}
    </ul>
  );
}
