import { momentInWords } from '~/ui/format';
import { Icon } from '~/ui/icon';
import type { IconName } from '~/ui/icons';
import { NarrowPage } from '~/ui/page';
import { href } from '~/urls';
import { AllowanceTable, type UsedAllowance } from './allowance';
import { DataPage } from './page';

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
    about: 'La page Confidentialité.',
  },
  {
    ...{ to: href('consents'), icon: 'check', label: 'Mes accords' },
    about: 'Les usages facultatifs, que vous acceptez ou retirez d’un geste.',
  },
  {
    ...{ to: href('dataCopy'), icon: 'down', label: 'Une copie de mes données' },
    about: 'Un seul fichier, à lire chez vous ou à emporter ailleurs.',
  },
  {
    ...{ to: href('erasure'), icon: 'trash', label: 'Effacer mon compte' },
    about: 'Ce qui s’en va, ce qui reste, et le temps de changer d’avis.',
  },
];

export function MyDataPage({ allowances }: { readonly allowances: readonly UsedAllowance[] }) {
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
      <AllowanceTable allowances={allowances} />
    </NarrowPage>
  );
}

type LooksPageProps = {
  readonly looks: readonly {
    readonly id: number;
    readonly at: Date;
    readonly words: string;
    /** Null: not written down in those days. */
    readonly by: string | null;
  }[];
  readonly now: Date;
};

/** U17: what the team has done with her account or looked at of it. */
export function LooksPage({ looks, now }: LooksPageProps) {
  return (
    <DataPage title="Qui a regardé mes données">
      <p className="chapeau">
        L’équipe n’ouvre un compte que pour aider ou pour protéger quelqu’un. Rien ne peut être retiré de cette liste.
      </p>
      {looks.length === 0 ? (
        <p>Personne de l’équipe n’a ouvert votre compte jusqu’ici. Si cela arrive, ce sera écrit ici.</p>
      ) : (
        <ul className="regards">
          {looks.map(({ id, at, words, by }) => (
            <li key={id}>
              {words}{' '}
              <span className="note">
                ({momentInWords(at, now)}
                {by && `, ${by}`})
              </span>
            </li>
          ))}
        </ul>
      )}
    </DataPage>
  );
}
