import type { ReactNode } from 'react';
import { CATEGORIES, isFull, type Places, placesInWords, type SalonCard } from '~/salons/rules';
import type { SalonSearch } from '~/salons/rules/search';
import { SalonRow } from '~/salons/views/card';
import { FullNotice } from '~/salons/views/full';
import { JoinCodeForm } from '~/salons/views/join-code';
import { BenchDrawing } from '~/ui/brand';
import { Button, LinkButton } from '~/ui/button';
import { Field, Select } from '~/ui/field';
import { plural } from '~/ui/format';
import { Icon } from '~/ui/icon';
import { ErrorSummary } from '~/ui/notice';
import { EmptyState } from '~/ui/page';
import { href } from '~/urls';

export type SalonsPageProps = {
  readonly mine: readonly SalonCard[];
  readonly others: readonly SalonCard[];
  /** Where « À découvrir » goes on; null on its last page. */
  readonly next: string | null;
  readonly places: Places;
  /** D24: with the notice of a full account. */
  readonly offer: boolean;
  readonly search: SalonSearch;
  /** A code that was typed and refused; null when none was. */
  readonly joinCode: { readonly code: string; readonly error: string } | null;
  /** Z11: drawn by the members' own view. */
  readonly ideas: ReactNode;
};

export function SalonsPage({ mine, others, next, places, offer, search, joinCode, ideas }: SalonsPageProps) {
  return (
    <>
      <div className="ouverture">
        <h1>Salons</h1>
        <LinkButton kind="principal" href={href('newSalon')} icon="plus">
          Créer un salon
        </LinkButton>
      </div>
      {joinCode && <ErrorSummary errors={{ [isFull(places) ? 'formulaire' : 'code']: joinCode.error }} />}
      {search.after === null && <Mine salons={mine} />}
      {isFull(places) ? (
        <FullNotice places={places} salons={mine} offer={offer} />
      ) : (
        <>
          <ByCode refused={joinCode} isOpen={mine.length === 0} />
          {places && <p className="note">{placesInWords(places)}</p>}
        </>
      )}
      {ideas}
      <Discover salons={others} search={search} next={next} />
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

type ByCodeProps = { readonly refused: SalonsPageProps['joinCode']; readonly isOpen: boolean };

/** Most members come with no code: folded, so that the salons stand on the first screen. */
function ByCode({ refused, isOpen }: ByCodeProps) {
  return (
    <details className="repli" open={isOpen || refused !== null}>
      <summary>
        <Icon name="key" /> On vous a donné un code ?
      </summary>
      <JoinCodeForm label="Le code du salon" refused={refused} />
    </details>
  );
}

type DiscoverProps = {
  readonly salons: readonly SalonCard[];
  readonly search: SalonSearch;
  readonly next: string | null;
};

function Discover({ salons, search, next }: DiscoverProps) {
  const searching = [search.q, search.category, search.city].some(Boolean);
  return (
    <section className="suite" aria-labelledby="decouvrir">
      <h2 id="decouvrir">À découvrir</h2>
      {salons.length > 0 && <p>Ouvrez un salon pour y jeter un œil. On n’entre que si l’on veut.</p>}
      <SearchForm search={search} />
      {searching && <p role="status">{found(salons.length, next !== null || search.after !== null)}</p>}
      {salons.length > 0 && <SalonList salons={salons} />}
      {salons.length === 0 && !searching && (
        <p>Aucun autre salon n’est ouvert à tous pour le moment. Vous pouvez créer le vôtre.</p>
      )}
      <Pages search={search} next={next} />
    </section>
  );
}

function Pages({ search, next }: Pick<DiscoverProps, 'search' | 'next'>) {
  const query = { q: search.q || undefined, categorie: search.category ?? undefined, ville: search.city || undefined };
  if (next === null && search.after === null) return null;
  return (
    <p className="boutons">
      {next !== null && (
        <LinkButton kind="second" href={`${href('salons', {}, { ...query, apres: next })}#decouvrir`} icon="down">
          Voir d’autres salons
        </LinkButton>
      )}
      {search.after !== null && (
        <LinkButton kind="second" href={href('salons', {}, query)} icon="up">
          Revenir au début
        </LinkButton>
      )}
    </p>
  );
}

/** @param isPart the salons counted are one page of several */
function found(count: number, isPart: boolean): string {
  if (isPart) return 'Voici une partie des salons qui correspondent à votre recherche.';
  return count === 0
    ? 'Aucun salon ne correspond. Essayez un mot plus court, ou enlevez la ville.'
    : `${plural(count, 'salon correspond', 'salons correspondent')} à votre recherche.`;
}

/** One word is enough for most; the rest is folded until it is used. Its answer opens where the found salons stand. */
function SearchForm({ search }: { readonly search: SalonSearch }) {
  return (
    <form
      method="get"
      noValidate
      action={`${href('salons')}#decouvrir`}
      className="recherche"
      role="search"
      aria-label="Chercher un salon"
    >
      <Field name="q" label="Un nom, un sujet" type="search" value={search.q} inputMode="search" />
      <Button kind="second" icon="search">
        Chercher
      </Button>
      <details className="repli" open={search.category !== null || search.city !== ''}>
        <summary>
          <Icon name="sliders" /> Choisir la catégorie ou la ville
        </summary>
        <div className="recherche">
          <Select
            name="categorie"
            label="Catégorie"
            options={CATEGORIES}
            empty="Toutes"
            value={search.category ?? ''}
          />
          <Field name="ville" label="Ville" value={search.city} autoComplete="address-level2" />
        </div>
      </details>
    </form>
  );
}

type SalonListProps = { readonly salons: readonly SalonCard[]; readonly now?: Date };

export function SalonList({ salons, now }: SalonListProps) {
  return (
    <ul className="salons">
      {salons.map((salon) => (
        <li key={salon.id}>
          <SalonRow salon={salon} now={now} />
        </li>
      ))}
    </ul>
  );
}
