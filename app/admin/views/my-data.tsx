import { momentInWords } from '~/ui/format';
import { Icon } from '~/ui/icon';
import type { IconName } from '~/ui/icons';
import { Breadcrumb, NarrowPage } from '~/ui/page';
import { href } from '~/urls';

type Way = { readonly to: string; readonly icon: IconName; readonly label: string; readonly about: string };

const WAYS: readonly Way[] = [
  {
    ...{ to: href('looks'), icon: 'eye', label: 'Qui a regardé mes données' },
    about: 'Chaque fois que l’équipe ouvre votre compte, c’est écrit là.',
  },
  {
    ...{ to: href('profile'), icon: 'users', label: 'Ce que les autres membres voient' },
    about: 'Votre fiche, et pour chaque ligne qui la voit.',
  },
  {
    ...{ to: href('devices'), icon: 'screen', label: 'Où mon compte est ouvert' },
    about: 'Vos appareils connectés.',
  },
  {
    ...{ to: href('privacy'), icon: 'lock', label: 'Ce qu’Aurora50 garde, et pourquoi' },
    about: 'La page Confidentialité, et comment demander une copie ou l’effacement de vos données.',
  },
];

export function MyDataPage() {
  return (
    <NarrowPage title="Mes données">
      <p className="chapeau">Elles sont à vous. Voici ce que vous pouvez lire et décider.</p>
      <nav aria-label="Mes données" className="reglages">
        <ul>
          {WAYS.map(({ to, icon, label, about }) => (
            <li key={to}>
              <Icon name={icon} />
              <div>
                <a href={to}>{label}</a>
                <p>{about}</p>
              </div>
              <Icon name="next" />
            </li>
          ))}
        </ul>
      </nav>
    </NarrowPage>
  );
}

type LooksPageProps = {
  readonly looks: readonly { readonly id: number; readonly at: Date; readonly words: string }[];
  readonly now: Date;
};

/** U17: what the team has done with her account or looked at of it. */
export function LooksPage({ looks, now }: LooksPageProps) {
  return (
    <div className="etroit">
      <Breadcrumb crumbs={[{ label: 'Mes données', href: href('myData') }]} here="Qui a regardé mes données" />
      <h1>Qui a regardé mes données</h1>
      <p className="chapeau">
        L’équipe n’ouvre un compte que pour aider ou pour protéger quelqu’un. Rien ne peut être retiré de cette liste.
      </p>
      {looks.length === 0 ? (
        <p>Personne de l’équipe n’a ouvert votre compte jusqu’ici. Si cela arrive, ce sera écrit ici.</p>
      ) : (
        <ul className="regards">
          {looks.map(({ id, at, words }) => (
            <li key={id}>
              {words} <span className="note">({momentInWords(at, now)})</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
