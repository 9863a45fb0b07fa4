/** The end of every page but a conversation's. */
import { Wordmark } from '~/ui/brand';
import { once } from '~/ui/once';
import { href, type Place } from '~/urls';

type FooterProps = { readonly place: Place | null; readonly isMember: boolean };

export function Footer(props: FooterProps) {
  return <footer className="pied" {...words(props)} />;
}

const words = once(({ place, isMember }: FooterProps) => {
  const links = isMember ? ([['settings', 'Mes réglages'], ...ABOUT] as const) : ABOUT;
  return (
    <>
      <p>
        <Wordmark /> <span>Des salons de conversation pour les 50 ans et plus.</span>
      </p>
      <nav aria-label="La maison">
        <ul>
          {links.map(([to, label]) => (
            <li key={to}>
              <a href={href(to)} aria-current={place === to ? 'page' : undefined}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
});

const ABOUT = [
  ['courses', 'Les cours'],
  ['plans', 'Formules et prix'],
  ['help', 'Aide'],
  ['houseRules', 'Règles de la maison'],
  ['accessibility', 'Accessibilité'],
  ['privacy', 'Confidentialité'],
  ['terms', 'Conditions'],
  ['legal', 'Mentions légales'],
  ['status', 'État du site'],
  // Code de la consommation, L215-1-1 (G35).
  ['cancelPlan', 'Résilier votre contrat'],
] as const satisfies readonly (readonly [Place, string])[];
