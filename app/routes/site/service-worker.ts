import { file } from '~/http/answer';
import { anyone } from '~/http/route';
import { serviceWorker } from '~/http/service-worker';

const headers = { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'no-cache' };

export const loader = anyone(async ({ context: { assets } }) =>
  file(new Response(serviceWorker(assets.styles), { headers })),
);
