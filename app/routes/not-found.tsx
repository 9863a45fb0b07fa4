import { notFound } from '~/errors';
import { anyone } from '~/http/route';

/** Every address that is none of ours, opened or posted to. */
export const loader = anyone(async () => {
  throw notFound();
});
export const action = loader;

export default function NotFound() {
  return null;
}
