import { file } from '~/http/answer';
import { htmlAnswer } from '~/http/html-answer';
import { anyone } from '~/http/route';
import { comfortOf } from '~/members/comfort-cookie';
import { offlineDocument } from '~/ui/offline';

/** Kept on the device for days without network, hence without anything of the viewer's but size and theme. */
export const loader = anyone(async ({ request, viewer, context: { assets, acceptEncoding } }) =>
  file(
    htmlAnswer(offlineDocument({ comfort: comfortOf(request, viewer), stylesUrl: assets.styles }), acceptEncoding, 200),
  ),
);
