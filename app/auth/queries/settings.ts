/** What a member has set for herself, on her own profile. */
import type { Tx } from '~/db';
import type { Settings } from '../rules/settings';

/** Seconds (D12). */
export async function idleDelayFor(tx: Tx, userId: string): Promise<number> {
  const [found] = await tx<{ autoOfflineAfter: number }[]>`
    select auto_offline_after
    from profiles
    where id = ${userId}`;
  return found?.autoOfflineAfter ?? 300;
}

export async function saveSettings(tx: Tx, userId: string, { textSize, theme, idleDelay }: Settings): Promise<void> {
  await tx`
    update profiles
    set
      text_size = coalesce(${textSize}, text_size),
      theme = coalesce(${theme}, theme),
      auto_offline_after = coalesce(${idleDelay}, auto_offline_after)
    where id = ${userId}`;
}
