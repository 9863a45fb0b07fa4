import { figuresOfTeam } from '~/admin/figures';
import { FIGURES, weekInWords } from '~/admin/rules/figures';
import { file } from '~/http/answer';
import { members } from '~/http/route';
import { csvOf } from '~/play/rules/csv';

/** Z07. */
export const loader = members(async ({ context: { database } }) => {
  const { weeks } = await figuresOfTeam(database);
  const rows = weeks.map((week) => [weekInWords(week.monday), ...FIGURES.map(({ key }) => week[key])]);
  const headers = {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': 'attachment; filename="chiffres.csv"',
    'Cache-Control': 'private, no-store',
  };
  return file(new Response(csvOf(['Semaine', ...FIGURES.map(({ name }) => name)], rows), { headers }));
});
