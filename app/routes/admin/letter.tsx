import { useLoaderData } from '~/http/page';
import { members } from '~/http/route';
import type { PageHandle } from '~/root';
import { LetterPage, letterPageCss } from '~/ui/gallery/letters';
import { LETTERS } from '../../../emails/write';
import { letterNamed, writeExample } from './letter-example';

export const loader = members(async ({ context, params }) => {
  const name = letterNamed(params.lettre);
  const { slug, title, kind } = LETTERS[name];
  const { subject, text } = await writeExample(name, context.config);
  return { slug, title, subject, text, isOptional: kind === 'optional' };
});

export const handle = {
  title: ({ title }) => `${title} · Modèles de courriels`,
  css: () => letterPageCss,
} satisfies PageHandle<Awaited<ReturnType<typeof loader>>>;

export default function Letter() {
  return <LetterPage letter={useLoaderData<typeof loader>()} />;
}
