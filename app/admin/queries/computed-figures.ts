/** Q05: the figures of the team as the job has counted them, and when. As the system role. */
import { type Converted, conversions } from '~/billing/queries/offers';
import type { Tx } from '~/db';
import type { ComputedFigures } from '../../../db/schema';
import { type CourseHealth, courseHealth, type SalonHealth, salonHealth, type Week, weekFigures } from './week-figures';

export type TeamFigures = {
  readonly weeks: readonly Week[];
  readonly salons: readonly SalonHealth[];
  readonly courses: readonly CourseHealth[];
  readonly offers: readonly Converted[];
};
export type CountedFigures = TeamFigures & { readonly computedAt: Date };

const NAME = 'team';
type Row = Readonly<Pick<ComputedFigures, 'computedAt'>> & { readonly figures: TeamFigures };

/** Null: the job has not run yet. */
export async function countedFigures(tx: Tx): Promise<CountedFigures | null> {
  const [row] = await tx<Row[]>`
    select computed_at, figures
    from computed_figures
    where name = ${NAME}`;
  return row ? { ...row.figures, computedAt: row.computedAt } : null;
}

/** Counts all of it anew. At a hundred thousand members this takes longer than a page may. */
export async function computeFigures(tx: Tx): Promise<CountedFigures> {
  const figures: TeamFigures = {
    weeks: await weekFigures(tx),
    salons: await salonHealth(tx),
    courses: await courseHealth(tx),
    offers: await conversions(tx),
  };
  const [row] = await tx<Row[]>`
    insert into computed_figures (name, computed_at, figures)
    values (${NAME}, now(), ${JSON.stringify(figures)}::text::jsonb)
    on conflict (name) do update
    set computed_at = excluded.computed_at, figures = excluded.figures
    returning computed_at, figures`;
  if (!row) throw new Error('the figures that were just written');
  return { ...row.figures, computedAt: row.computedAt };
}
