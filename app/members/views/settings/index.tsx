import { Icon } from '~/ui/icon';
import type { IconName } from '~/ui/icons';
import { ErrorSummary } from '~/ui/notice';
import { NarrowPage } from '~/ui/page';
import { href } from '~/urls';

type SettingsPageProps = {
  readonly name: string;
  /** A provider is configured, or was when an account was linked. */
  readonly hasOtherDoors: boolean;
  readonly errors: Readonly<Record<string, string>>;
};

/** Everything that can be set, each on a page of its own. */
export function SettingsPage({ name, hasOtherDoors, errors }: SettingsPageProps) {
  return (
    <NarrowPage title="Mes réglages">
      <p className="chapeau">Vous êtes {name}. Choisissez ce que vous voulez changer.</p>
      <ErrorSummary errors={errors} />
      {SECTIONS.map(({ title, entries }) => (
        <section key={title} className="reglages">
          <h2>{title}</h2>
          <ul>
            {entries
              .filter((entry) => hasOtherDoors || entry !== LINKED_ACCOUNTS)
              .map((entry) => (
                <SettingLink key={entry.href} {...entry} />
              ))}
          </ul>
        </section>
      ))}
    </NarrowPage>
  );
}

type Entry = {
  readonly href: string;
  readonly icon: IconName;
  readonly label: string;
  readonly about: string;
};

function SettingLink({ href, icon, label, about }: Entry) {
  return (
    <li>
      <Icon name={icon} />
      <div>
        <a href={href}>{label}</a>
        <p>{about}</p>
      </div>
      <Icon name="next" />
    </li>
  );
}

const LINKED_ACCOUNTS: Entry = {
  href: href('linkedAccounts'),
  icon: 'share',
  label: 'Mes comptes reliés',
  about: 'Entrer aussi avec Google ou GitHub.',
};

const SECTIONS: readonly { readonly title: string; readonly entries: readonly Entry[] }[] = [
  {
    title: 'Mon confort',
    entries: [
      {
        href: href('welcomeAnswers'),
        icon: 'compass',
        label: 'Mes réponses de bienvenue',
        about: 'Ce qui vous amène, et si vous voulez des propositions.',
      },
      {
        href: href('displaySettings'),
        icon: 'type',
        label: 'Taille du texte et couleurs',
        about: 'Des caractères plus grands, un fond sombre ou très contrasté.',
      },
      {
        href: href('presenceSettings'),
        icon: 'clock',
        label: 'Présence',
        about: 'Comment les autres vous voient dans vos salons, et après combien de temps absent.',
      },
    ],
  },
  {
    title: 'Mon compte',
    entries: [
      {
        href: href('emailSettings'),
        icon: 'mail',
        label: 'Mon adresse de courriel',
        about: 'En changer, sans perdre votre compte.',
      },
      {
        href: href('mailSettings'),
        icon: 'mail',
        label: 'Les courriels que je reçois',
        about: 'Choisir ceux que vous voulez.',
      },
      {
        href: href('noticeSettings'),
        icon: 'info',
        label: 'Les avis que je reçois',
        about: 'Ce qui vous attend sur votre page : réponses, invitations, nouveautés.',
      },
      {
        href: href('password'),
        icon: 'key',
        label: 'Mon mot de passe',
        about: 'En choisir un nouveau.',
      },
      LINKED_ACCOUNTS,
      {
        href: href('myData'),
        icon: 'lock',
        label: 'Mes données',
        about: 'Ce qu’Aurora50 garde de vous, et qui de l’équipe l’a regardé.',
      },
      {
        href: href('devices'),
        icon: 'screen',
        label: 'Mes appareils connectés',
        about: 'Voir où votre compte est ouvert, et déconnecter ce que vous ne reconnaissez pas.',
      },
      {
        href: href('sessionTransfer'),
        icon: 'phone',
        label: 'Passer sur un autre appareil',
        about: 'Ouvrir votre compte sur un téléphone ou une tablette, sans mot de passe.',
      },
      {
        href: href('accessCard'),
        icon: 'printer',
        label: 'Carte d’accès',
        about: 'À imprimer et à garder chez vous, pour le jour où rien ne marche.',
      },
    ],
  },
];
