import { CourseFault } from '../app/courses/files/fault';
import { loadCourses } from '../app/courses/files/load';
import { prepareRoles } from '../db/migrate';
import { withDatabase } from './database';

// X08. Another folder than db/courses may be named: npm run migrate:courses -- /chemin/des/cours
// --force: also what authors have written on pages is overwritten.
const force = process.argv.includes('--force');
const [folder] = process.argv.slice(2).filter((argument) => argument !== '--force');
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
