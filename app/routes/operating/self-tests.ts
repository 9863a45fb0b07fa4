import { accountOf } from '~/auth/queries/accounts';
import { seeOther } from '~/http/answer';
import { membersPost } from '~/http/route';
import { runSelfTests } from '~/operating/commands/self-tests';
import { keepSelfTests } from '~/operating/queries/self-tests';
import { SELF_TEST_LIMIT } from '~/operating/rules/self-tests';
import { said } from '~/routes/flashes';
import { href } from '~/urls';

/** W07–W09. The letter goes to whoever asks for it. */
export const action = membersPost(async ({ context, viewer }) => {
  const { database, limits } = context;
  await limits.take([SELF_TEST_LIMIT, viewer.id]);
  const account = await database.systemStatement((tx) => accountOf(tx, viewer.id));
  const tests = await runSelfTests(context, account?.email ?? null, new Date());
  await database.systemStatement((tx) => keepSelfTests(tx, tests));
  const failed = tests.some(({ outcome }) => outcome === 'failed');
  return seeOther(href('siteState', {}, said(failed ? 'essai-en-panne' : 'essai-fait')));
});
