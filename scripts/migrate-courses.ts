import { CourseFault } from '../app/courses/files/fault';
import { loadCourses } from '../app/courses/files/load';
import { prepareRoles } from '../db/migrate';
import { withDatabase } from './database';
import { calledWith } from './options.mjs';

// X08. Another folder than db/courses may be named: npm run migrate:courses -- /chemin/des/cours
// --force: also what authors have written on pages is overwritten.
const {
  values: { force = false },
  words: [folder],
} = calledWith({
  does: 'Lit les fichiers des cours et les met dans la base de données ; --force remplace aussi ce qui a été écrit sur le site.',
  usage: 'Usage : npm run migrate:courses [-- dossier] [--force]',
  options: { force: { type: 'boolean' } },
  words: 1,
});
await withDatabase(async ({ url, description }) => {
  console.log(`Base de données : ${description}`);
  await prepareRoles(url);
  try {
    const { courses, lessons, changes, kept } = await loadCourses(url, folder, { force });
    for (const change of changes) console.log(`  ${change}`);
    for (const title of kept) {
      console.log(
        `  laissé tel quel « ${title} » : il a été changé sur le site (--force le remplace par les fichiers)`,
      );
    }
    console.log(
      `${courses} cours et ${lessons} leçons lus. ${changes.length === 0 ? 'Rien n’a changé.' : 'Tout est chargé.'}`,
    );
  } catch (error) {
    if (!(error instanceof CourseFault)) throw error;
    console.error(error.message);
    return false;
  }
});
