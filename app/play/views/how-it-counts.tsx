import { plural } from '~/ui/format';
import { Breadcrumb } from '~/ui/page';
import { Table } from '~/ui/table';
import { href } from '~/urls';
import { LEVELS, limitInWords, RULES } from '../rules/points';
import { JOKERS_A_MONTH } from '../rules/streak';

/** The whole of the rules, from the table that the site counts with. */
export function HowItCountsPage() {
  return (
    <>
      <Breadcrumb crumbs={[{ label: 'Mon parcours', href: href('myCourses') }]} here="Comment cela compte" />
      <div className="ouverture">
        <h1>Comment cela compte</h1>
        <p className="chapeau">
          Les points disent merci pour ce que vous faites. Ils ne servent à rien acheter, ils ne se perdent pas, et
          personne d’autre que vous ne les voit, sauf si vous choisissez de paraître au classement.
        </p>
      </div>
      <Table
        caption="Ce qui donne des points"
        rows={Object.values(RULES)}
        columns={[
          { title: 'Ce que vous faites', cell: ({ what }) => what },
          { title: 'Points', cell: ({ points }) => points },
          { title: 'Dans quelle mesure', cell: limitInWords },
        ]}
      />
      <p className="suite">
        Un message modifié ou supprimé, une leçon recommencée ou un salon rejoint de nouveau ne comptent pas deux fois.
        Aucun réglage et aucune personne ne peut ajouter des points à la main.
      </p>
      <div className="suite">
        <Table
          caption="Les niveaux"
          rows={LEVELS.map((level, index) => ({ ...level, number: index + 1 }))}
          columns={[
            { title: 'Niveau', cell: ({ number }) => number },
            { title: 'Nom', cell: ({ name }) => name },
            { title: 'À partir de', cell: ({ from }) => plural(from, 'point', 'points') },
          ]}
        />
      </div>
      <section className="suite">
        <h2>Les jours de suite</h2>
        <p>
          Un jour compte quand vous écrivez un message ou suivez une leçon. Les jours vont de minuit à minuit, heure de
          Paris. Chaque mois, {JOKERS_A_MONTH} jours sans rien sont couverts par un joker, sans que vous ayez à y
          penser ; et en cas de maladie ou de voyage, une pause arrête le compte. Si la série s’arrête, la suivante
          commence, et vos points restent.
        </p>
      </section>
    </>
  );
}
