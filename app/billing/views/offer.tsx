import { LinkButton } from '~/ui/button';
import { href } from '~/urls';
import type { Limited } from '../rules/plans';

/** D24: where a limit has just been met. The address says which one; nothing is promised that the page there does not say. */
export function Offer({ what }: { readonly what: Limited }) {
  return (
    <div className="offre">
      <p>Les formules payantes vont plus loin, et s’arrêtent quand on veut.</p>
      <LinkButton kind="second" href={href('plans', {}, { depuis: what })}>
        Voir ce qu’elles ouvrent, et leur prix
      </LinkButton>
    </div>
  );
}

/** The same on one line, where there is no room for more. */
export function OfferLine({ what }: { readonly what: Limited }) {
  return (
    <p className="aide">
      <a href={href('plans', {}, { depuis: what })}>Voir les formules qui vont plus loin, et leur prix</a>
    </p>
  );
}
