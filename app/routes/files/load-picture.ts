/** Which picture an address under `/profil` speaks of. */
import { messagesTopic } from '~/chat/rules';
import { notFound } from '~/errors';
import { OWN_PICTURES, type OwnPicture, parseOwnPicture } from '~/files/rules/picture';
import type { AskedByMember } from '~/http/route';
import type { OwnPictures } from '~/members/queries/pictures';
import { presenceTopic } from '~/presence/rules';

/** @throws AppError not_found */
export function pictureOf(params: Readonly<Record<string, string | undefined>>) {
  const which = parseOwnPicture(params.image);
  if (!which) throw notFound();
  return { which, ...OWN_PICTURES[which] };
}

export const addressIn = (pictures: OwnPictures | null, which: OwnPicture): string | null =>
  (which === 'photo' ? pictures?.avatarUrl : pictures?.coverUrl) ?? null;

/** Where her messages stand open, the new photo shows. */
export function wakeSalons({ hub }: AskedByMember['context'], salons: readonly string[]): void {
  for (const salon of salons) {
    hub.wakeTopic(messagesTopic.of(salon));
    hub.wakeTopic(presenceTopic.of(salon));
  }
}
