import { Button } from '~/ui/button';
import { momentInWords, plural } from '~/ui/format';
import { Notice } from '~/ui/notice';
import { Table } from '~/ui/table';
import { Tabs } from '~/ui/tabs';
import { href } from '~/urls';
import type { Ranked } from '../queries/ranking';
import type { RankingView } from '../rules/ranking';

export type RankingPageProps = {
  readonly view: RankingView;
  readonly ranked: readonly Ranked[];
  readonly isRanked: boolean;
  readonly viewerId: string;
  readonly salons: readonly { readonly id: string; readonly name: string }[];
  readonly now: Date;
};

const place = ({ isOfWeek, salonId }: Partial<RankingView>) =>
  href('ranking', {}, { vue: isOfWeek ? 'semaine' : undefined, salon: salonId ?? undefined });

/** A table of who wants to be in it: no podium, and equal points have an equal place. */
export function RankingPage(props: RankingPageProps) {
  const { view, ranked, now } = props;
  const [first] = ranked;
  return (
    <>
      <div className="ouverture">
        <h1>Le classement</h1>
        <p className="chapeau">
          Seules y paraissent les personnes qui l’ont choisi. C’est un jeu entre elles, et on s’en passe très bien.
        </p>
      </div>
      <TakingPart isRanked={props.isRanked} />
      <Tabs
        label="Période"
        here={place(view)}
        tabs={[
          { label: 'Cette semaine', href: place({ ...view, isOfWeek: true }) },
          { label: 'En tout', href: place({ ...view, isOfWeek: false }) },
        ]}
      />
      <Salons {...props} />
      {first ? (
        <div className="suite">
          <Rows {...props} />
          <p className="note">Calculé {momentInWords(first.computedAt, now)}.</p>
        </div>
      ) : (
        <Notice tone="info">
          <p>Personne ne paraît encore ici. Le classement se calcule chaque nuit.</p>
        </Notice>
      )}
    </>
  );
}

function Rows({ ranked, view, viewerId }: RankingPageProps) {
  return (
    <Table
      caption={view.isOfWeek ? 'Points des sept derniers jours' : 'Points depuis le début'}
      rows={ranked}
      columns={[
        {
          title: 'Membre',
          cell: ({ id, name }) => (
            <>
              <a href={href('member', { membre: id })} dir="auto">
                {name}
              </a>
              {id === viewerId && ' (vous)'}
            </>
          ),
        },
        { title: 'Place', cell: ({ place: at }) => at },
        { title: 'Points', cell: ({ points }) => plural(points, 'point', 'points') },
      ]}
    />
  );
}

function Salons({ salons, view }: RankingPageProps) {
  if (salons.length === 0) return null;
  return (
    <details className="repli" open={view.salonId !== null}>
      <summary>Dans un de mes salons</summary>
      <ul className="liens-cote">
        <li>
          <a href={place({ ...view, salonId: null })} aria-current={view.salonId === null ? 'page' : undefined}>
            Tous les membres
          </a>
        </li>
        {salons.map(({ id, name }) => (
          <li key={id}>
            <a href={place({ ...view, salonId: id })} aria-current={view.salonId === id ? 'page' : undefined}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}

function TakingPart({ isRanked }: Pick<RankingPageProps, 'isRanked'>) {
  return (
    <form method="post" noValidate action={href('ranking')} className="pile">
      <p>
        {isRanked
          ? 'Vous y paraissez, avec votre nom et vos points. Vous pouvez en sortir à tout moment.'
          : 'Vous n’y paraissez pas. Si vous y entrez, les membres y verront votre nom et vos points.'}
      </p>
      <Button kind="second" icon={isRanked ? 'door' : 'users'} name="participer" value={isRanked ? 'off' : 'on'}>
        {isRanked ? 'Sortir du classement' : 'Paraître au classement'}
      </Button>
    </form>
  );
}
