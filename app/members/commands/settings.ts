import type { Services } from '~/auth/commands/services';
import type { Viewer } from '~/auth/rules/viewer';
import * as queries from '../queries/settings';
import type { Settings } from '../rules/settings';

/** Text size, theme (U03), idle delay (D12) and last visit (D13); what is null stays. */
export async function saveSettings({ database }: Pick<Services, 'database'>, viewer: Viewer, settings: Settings) {
  await database.systemStatement((tx) => queries.saveSettings(tx, viewer.id, settings));
}
