/** The connection that hears NOTIFY, apart from the pools: it is never lent. */
import { connect, inTime } from './connection';

export async function listen(
  url: string,
  channel: string,
  onNotification: (topic: string) => void,
  onOpen: () => void,
): Promise<() => Promise<void>> {
  const sql = connect(url, { connection: { application_name: 'aurora50 notifications' } });
  try {
    await inTime(sql.listen(channel, onNotification, onOpen));
  } catch (error) {
    // The driver would go on trying, and one day hear every notification beside the connection that took its place.
    await sql.end({ timeout: 0 }).catch(() => {});
    throw error;
  }
  return () => sql.end({ timeout: 1 });
}
