import { atDesk } from '~/courses/authoring/commands';
import { CONTENT_MAX, LESSON_FORM_MAX } from '~/courses/authoring/rules';
import { lessonHtml } from '~/courses/markdown';
import { PreviewPage } from '~/courses/views/authoring/preview';
import { typed } from '~/forms';
import { useActionData } from '~/http/page';
import { membersPost } from '~/http/route';
import type { PageHandle } from '~/root';

/** What is in the form, as a page; nothing is stored, nothing is refused. */
export const action = membersPost(async ({ context, viewer, form }) => {
  await atDesk(context, viewer, async () => null);
  const { titre = '', texte = '' } = typed(form, 'titre', 'texte');
  return { title: titre.slice(0, 160), html: lessonHtml(texte.slice(0, CONTENT_MAX)).html };
}, LESSON_FORM_MAX);

export const handle = { title: () => 'Aperçu d’une leçon' } satisfies PageHandle;

export default function PreviewRoute() {
  const page = useActionData<typeof action>();
  return <PreviewPage title={page?.title ?? ''} html={page?.html ?? ''} />;
}
