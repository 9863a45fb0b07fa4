import { sessionTopic } from '~/auth/rules/session';
import { seeOther } from '~/http/answer';
import { forgetPendingPost } from '~/http/pending-post';
import { anyonePosts } from '~/http/route';
import { said } from '~/routes/flashes';
import { href } from '~/urls';

/** Ends this session, or all of the member's, and the streams that were opened with them. Harmless when signed out. */
export const action = anyonePosts(async ({ context, viewer, form, request }) => {
  const home = href('home', {}, said('au-revoir'));
  if (!viewer) return seeOther(home);
  const cookie = await context.sessions.end(viewer, form.partout === 'on');
  context.hub.wakeTopic(sessionTopic.of(viewer.sessionId));
  const headers = new Headers({ 'Set-Cookie': cookie, 'Clear-Site-Data': '"cache"' });
  // The next person at a shared tablet must not find what the last one was writing.
  headers.append('Set-Cookie', await forgetPendingPost(context, request));
  return seeOther(home, headers);
});
