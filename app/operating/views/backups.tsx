import { Fragment } from 'react';
import { Button } from '~/ui/button';
import { momentInWords, plural } from '~/ui/format';
import { Table } from '~/ui/table';
import { href } from '~/urls';
import type { BackupLine, DrillLine } from '../queries/backups';
import { KEPT } from '../rules/backups';
import { size } from '../rules/words';

type BackupsProps = {
  readonly backups: readonly BackupLine[];
  readonly drills: readonly DrillLine[];
  readonly hasKey: boolean;
  readonly now: Date;
};

const seconds = (value: number) => plural(Math.max(1, Math.round(value)), 'seconde', 'secondes');

/** Z04: when, how long they are kept, and what came of trying them. */
export function Backups({ backups, drills, hasKey, now }: BackupsProps) {
  return (
    <section className="suite" aria-labelledby="sauvegardes">
      <h2 id="sauvegardes">Sauvegardes</h2>
      <p>
        Une chaque nuit, chiffrée. Restent la dernière de chacun des{' '}
        {plural(KEPT.days, 'dernier jour', 'derniers jours')}, des{' '}
        {plural(KEPT.weeks, 'dernière semaine', 'dernières semaines')} et des {KEPT.months} derniers mois. Ensuite la
        dernière est restaurée à part, comptée et vérifiée.
      </p>
      {hasKey && (
        <form method="post" noValidate action={href('siteState')} className="boutons">
          <Button kind="second">Sauvegarder maintenant</Button>
        </form>
      )}
      <Table
        caption="Les dernières sauvegardes"
        columns={[
          { title: 'Quand', cell: ({ madeAt }: BackupLine) => momentInWords(madeAt, now) },
          { title: 'Résultat', cell: ({ fault }) => (fault ? <strong>{fault}</strong> : 'Faite') },
          { title: 'Taille', cell: ({ bytes }) => size(bytes) },
          { title: 'Contenu', cell: ({ rowCount, fileCount }) => contents(rowCount, fileCount) },
          { title: 'Durée', cell: (each) => seconds(each.seconds) },
          { title: 'Où', cell: ({ place }) => <Path path={place} /> },
        ]}
        rows={backups}
      />
      <Table
        caption="Les derniers essais de restauration"
        columns={[
          { title: 'Quand', cell: ({ doneAt }: DrillLine) => momentInWords(doneAt, now) },
          { title: 'Résultat', cell: ({ fault }) => (fault ? <strong>{fault}</strong> : 'Restaurée et vérifiée') },
          { title: 'Contenu', cell: ({ rowCount, fileCount }) => contents(rowCount, fileCount) },
          { title: 'Durée', cell: (each) => seconds(each.seconds) },
        ]}
        rows={drills}
      />
    </section>
  );
}

const contents = (rows: number, files: number) =>
  `${plural(rows, 'ligne', 'lignes')}, ${plural(files, 'fichier', 'fichiers')}`;

/** May be cut after each folder, where the letters leave no room. */
function Path({ path }: { readonly path: string }) {
  return path.split(/(?<=\/)/).map((part, at) => (
    <Fragment key={at}>
      {part}
      <wbr />
    </Fragment>
  ));
}
