/** A course by its address: from what the process keeps, for authors with their drafts from the table. */

import type { AppLoadContext } from '@remix-run/node';
import type { Viewer } from '~/auth/rules/viewer';
import { coursesFor, slugAfter } from '~/courses/queries/courses';
import { type Course, parseSlug } from '~/courses/rules';
import { notFound } from '~/errors';
import { moved } from '~/http/answer';

/** What this reader may see listed: no statement while it is kept, one for authors. */
export function coursesOf({ database, library }: AppLoadContext, viewer: Viewer | null): Promise<readonly Course[]> {
  const writes = viewer?.appRole === 'author' || viewer?.appRole === 'admin';
  return writes ? database.asViewer(viewer.id, coursesFor) : library.published();
}

/**
 * @param there the address of the same page under another slug: an old one leads there (D53)
 * @throws AppError not_found, or the redirect
 */
export async function courseAt(
  context: AppLoadContext,
  viewer: Viewer | null,
  slugTyped: unknown,
  there: (slug: string) => string,
): Promise<Course> {
  const slug = parseSlug(slugTyped);
  if (!slug) throw notFound();
  const course = (await coursesOf(context, viewer)).find((each) => each.slug === slug);
  if (course) return course;
  const after = await context.database.asViewer(viewer?.id ?? null, (tx) => slugAfter(tx, slug));
  if (after) throw moved(there(after));
  throw notFound();
}
