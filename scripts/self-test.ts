import { stripeDoor } from '~/billing/stripe/client';
import { firstAdminAddress } from '~/members/queries/roles';
import { runSelfTests } from '~/operating/commands/self-tests';
import { keepSelfTests } from '~/operating/queries/self-tests';
import { OUTCOMES, SELF_TESTS } from '~/operating/rules/self-tests';
import { withHouse } from './house';
import { calledWith } from './options.mjs';

// W07–W09, as the button of /admin/etat does it; the site should be running.
const { values } = calledWith({
  does: 'Essaie chaque partie du site : un courriel, les réglages, une annonce de Stripe signée ; sans montrer de secret.',
  usage: 'Usage : npm run self-test [-- --email adresse@exemple.fr]',
  options: { email: { type: 'string' } },
});

await withHouse(async ({ config, database, files }) => {
  const given = typeof values.email === 'string' ? values.email : config.operating.alertEmail;
  const to = given ?? (await database.systemStatement(firstAdminAddress));
  const stripe = config.stripe && stripeDoor(config.stripe);
  const tests = await runSelfTests({ config, database, files, stripe }, to, new Date());
  for (const { name, outcome, words } of tests) console.log(`${SELF_TESTS[name]} : ${OUTCOMES[outcome]}. ${words}`);
  // A database that does not answer has been told above.
  await database.systemStatement((tx) => keepSelfTests(tx, tests)).catch(() => {});
  return tests.every(({ outcome }) => outcome !== 'failed');
});
