import type { Converted } from '~/billing/queries/offers';
import { Breadcrumb } from '~/ui/page';
import { Table } from '~/ui/table';
import { href } from '~/urls';

/** D24: which limit leads to a subscription. People, not times. */
export function OffersPage({ lines }: { readonly lines: readonly Converted[] }) {
  return (
    <div className="pile">
      <Breadcrumb crumbs={[{ label: 'Équipe', href: href('admin') }]} here="Ce qui mène à un abonnement" />
      <h1>Ce qui mène à un abonnement</h1>
      <p>
        Quand une limite de la formule gratuite est atteinte, une offre est proposée, la même une fois en sept jours au
        plus. Voici combien de personnes l’ont vue, ont ouvert les formules, puis se sont abonnées.
      </p>
      <OffersTable lines={lines} />
    </div>
  );
}

export function OffersTable({ lines }: { readonly lines: readonly Converted[] }) {
  if (lines.length === 0) return <p>Aucune offre n’a encore été proposée.</p>;
  return (
    <Table
      caption="Par limite, des abonnements les plus nombreux aux moins nombreux."
      columns={[
        { title: 'Limite atteinte', cell: ({ what }) => NAMES[what] ?? what },
        { title: 'Ont vu l’offre', cell: ({ shown }) => shown },
        { title: 'L’ont ouverte', cell: ({ opened }) => opened },
        { title: 'Se sont abonnées', cell: ({ subscribed }) => subscribed },
      ]}
      rows={lines}
    />
  );
}

const NAMES: Readonly<Record<string, string>> = {
  messages_per_day: 'Messages du jour',
  profile_views_per_day: 'Fiches du jour',
  salons_owned: 'Salons tenus',
  salons_joined: 'Salons rejoints',
  paid_lessons: 'Leçon payante',
};
