import { notFound } from '~/errors';
import { anyone } from '~/http/route';

/** Every address that is none of ours. */
export const loader = anyone(async () => {
  throw notFound();
});

export default function NotFound() {
  return null;
}
