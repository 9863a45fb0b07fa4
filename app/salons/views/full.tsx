import type { Allowance } from '~/billing/rules/plans';
import { Offer } from '~/billing/views/offer';
import { fullWords, type SalonCard } from '~/salons/rules';
import { Notice } from '~/ui/notice';
import { href } from '~/urls';

type FullNoticeProps = {
  readonly places: Allowance;
  readonly salons: readonly SalonCard[];
  /** D24. */
  readonly offer: boolean;
};

/** A free account that is in as many salons as it may be: said before anything is pressed, with the way out. */
export function FullNotice({ places, salons, offer }: FullNoticeProps) {
  return (
    <Notice tone="info">
      <p>{fullWords(places)}</p>
      <ul className="liens-cote">
        {salons
          .filter((salon) => salon.membership && salon.membership.role !== 'owner')
          .map((salon) => (
            <li key={salon.id}>
              <a href={href('leaveSalon', { salon: salon.id })}>Quitter « {salon.name} »</a>
            </li>
          ))}
      </ul>
      {offer && <Offer what="salons_joined" />}
    </Notice>
  );
}
