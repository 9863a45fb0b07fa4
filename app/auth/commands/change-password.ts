import { sessionTopic } from '~/auth/rules/session';
import { enqueue } from '~/mailer';
import type { Hub } from '~/realtime/hub';
import { href } from '~/urls';
import { hashPassword } from '../passwords';
import * as accounts from '../queries/accounts';
import * as sessions from '../queries/sessions';
import type { Viewer } from '../rules/viewer';
import { isRightProof } from './proof';
import type { Services } from './services';

type Change = {
  /** Null for whoever has just proven who she is. */
  readonly old: string | null;
  readonly password: string;
};

/**
 * Sets a new password, ends all other sessions and tells the owner (A09). The asking session gets a new secret at
 * once: whoever has copied its cookie is out, streams included.
 * @returns its Set-Cookie value, or null when the old password is wrong
 * @throws AppError too_many
 */
export async function changePassword(
  services: Services & { readonly hub: Hub },
  viewer: Viewer,
  { old, password }: Change,
): Promise<{ cookie: string | null } | null> {
  if (old !== null && !(await isRightProof(services, viewer, { password: old }))) return null;
  const { database, hub } = services;
  const passwordHash = await hashPassword(password);
  await database.asSystem(async (tx) => {
    await accounts.setPassword(tx, viewer.id, passwordHash);
    await sessions.deleteOtherSessions(tx, viewer.id, viewer.sessionId);
    const props = { name: viewer.name, at: new Date().toISOString(), path: href('forgottenPassword') };
    await enqueue(tx, { template: 'passwordChanged', props, to: { userId: viewer.id } });
  });
  const renewed = (await services.sessions.prove(viewer, false)) ?? { cookie: null };
  hub.wakeTopic(sessionTopic.of(viewer.id));
  return renewed;
}
