import { CourseFault } from '../db/course-files/fault';
import { loadCourses } from '../db/course-files/load';
import { withDatabase } from './database';

// X08. Another folder than db/courses may be named: npm run migrate:courses -- /chemin/des/cours
await withDatabase(async ({ url, description }) => {
  console.log(`Base de données : ${description}`);
  try {
    const { courses, lessons, changes } = await loadCourses(url, process.argv[2]);
    for (const change of changes) console.log(`  ${change}`);
    console.log(
      `${courses} cours et ${lessons} leçons lus. ${changes.length === 0 ? 'Rien n’a changé.' : 'Tout est chargé.'}`,
    );
  } catch (error) {
    if (!(error instanceof CourseFault)) throw error;
    console.error(error.message);
    return false;
  }
});
