import { timingSafeEqual } from 'node:crypto';
import { file, refused } from '~/http/answer';
import { anyone } from '~/http/route';

/** Not there without the setting, and without its token (contract 2). */
export const loader = anyone(async ({ context, request }) => {
  const { metricsToken } = context.config.operating;
  if (!metricsToken || !isSame(request.headers.get('authorization') ?? '', `Bearer ${metricsToken}`))
    return refused(404);
  const { text, type } = await context.operating.metrics();
  return file(new Response(text, { headers: { 'Content-Type': type, 'Cache-Control': 'no-store' } }));
});

function isSame(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
