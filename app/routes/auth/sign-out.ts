import { redirect } from '@remix-run/node';
import { FLASH } from '~/http/flash';
import { anyonePosts } from '~/http/route';

/** Ends this session, or all of the member's, and the streams that were opened with them. Harmless when signed out. */
export const action = anyonePosts(async ({ context, viewer, form }) => {
  const home = `/?${FLASH}=au-revoir`;
  if (!viewer) return redirect(home, 303);
  const cookie = await context.sessions.end(viewer, form.partout === 'on');
  context.hub.ringTopic(`session:${viewer.sessionId}`);
  return redirect(home, { status: 303, headers: { 'Set-Cookie': cookie, 'Clear-Site-Data': '"cache"' } });
});
