import { useLoaderData } from '~/http/page';
import { members } from '~/http/route';
import type { PageHandle } from '~/root';
import { LettersPage } from '~/ui/gallery/letters';
import { LETTERS } from '../../../emails/write';
import { letterNames, writeExample } from './letter-example';

export const loader = members(({ context }) =>
  Promise.all(
    letterNames.map(async (name) => {
      const { slug, title, kind } = LETTERS[name];
      const { subject } = await writeExample(name, context.config);
      return { slug, title, subject, isOptional: kind === 'optional' };
    }),
  ),
);

export const handle = { title: () => 'Modèles de courriels' } satisfies PageHandle;

export default function Letters() {
  return <LettersPage letters={useLoaderData<typeof loader>()} />;
}
