import { members } from '~/http/route';
import { HowItCountsPage } from '~/play/views/how-it-counts';
import type { PageHandle } from '~/root';

/** No statement. */
export const loader = members(async () => ({}));

export const handle = { title: () => 'Comment cela compte' } satisfies PageHandle;

export default function HowItCounts() {
  return <HowItCountsPage />;
}
