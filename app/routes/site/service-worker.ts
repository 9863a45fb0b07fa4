import { anyone } from '~/http/route';
import { serviceWorker } from '~/http/service-worker';

export const loader = anyone(
  async ({ context: { assets } }) =>
    new Response(serviceWorker(assets.styles), {
      headers: { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'no-cache' },
    }),
);
