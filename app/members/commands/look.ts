import type { Viewer } from '~/auth/rules/viewer';
import type { Database } from '~/db';
import { notFound } from '~/errors';
import * as cards from '../queries/cards';
import type { Looks, MemberCard } from '../rules/card';

/**
 * One member's card, counted where the viewer's plan counts (D25): each person once a day.
 * @throws AppError not_found (nobody, or she has blocked the viewer), payment_required (profile_views_per_day)
 */
export function openCard(
  { database }: { readonly database: Database },
  viewer: Viewer,
  memberId: string,
): Promise<{ readonly card: MemberCard; readonly looks: Looks | null }> {
  return database.asViewer(viewer.id, async (tx) => {
    const card = await cards.memberCard(tx, memberId);
    if (!card) throw notFound();
    // Sent together: a refusal of the first undoes both.
    const [, looks] = await Promise.all([cards.lookAt(tx, memberId), cards.myLooks(tx)]);
    return { card, looks };
  });
}
