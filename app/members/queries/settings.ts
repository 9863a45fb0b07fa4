/** What a member has set for herself, on her own profile. */
import type { Tx } from '~/db';
import type { Settings } from '../rules/settings';

export type PresenceSettings = {
  /** Seconds (D12). */
  readonly idleDelay: number;
  /** D13. */
  readonly showsLastSeen: boolean;
};

export async function presenceSettingsFor(tx: Tx, userId: string): Promise<PresenceSettings> {
  const [found] = await tx<PresenceSettings[]>`
    select auto_offline_after as idle_delay, shows_last_seen
    from profiles
    where id = ${userId}`;
  return found ?? { idleDelay: 300, showsLastSeen: true };
}

export async function saveSettings(tx: Tx, userId: string, settings: Settings): Promise<void> {
  const { textSize, theme, idleDelay, showsLastSeen } = settings;
  await tx`
    update profiles
    set
      text_size = coalesce(${textSize}, text_size),
      theme = coalesce(${theme}, theme),
      auto_offline_after = coalesce(${idleDelay}, auto_offline_after),
      shows_last_seen = coalesce(${showsLastSeen}, shows_last_seen)
    where id = ${userId}`;
}
