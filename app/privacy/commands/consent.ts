/** Agreeing to an optional use, and withdrawing it (P01): the use itself is switched, and the database dates the consent. */
import type { Viewer } from '~/auth/rules/viewer';
import type { Database } from '~/db';
import { switchMail } from '~/mailer/choices/queries';
import { answerWelcome } from '~/members/commands/welcome';
import type { UseName } from '../rules/consents';

/** Effective at once: the provider's list follows the newsletter's row by its own job (M08). Said twice, it stands once. */
export async function consent(database: Database, viewer: Viewer, use: UseName, agreed: boolean): Promise<void> {
  if (use === 'propositions') return answerWelcome(database, viewer, { suggestions: agreed });
  const her = { is: 'member', userId: viewer.id } as const;
  await database.systemStatement((tx) => switchMail(tx, her, 'newsletter', agreed));
}
