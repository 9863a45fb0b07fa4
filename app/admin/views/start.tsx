import { Icon } from '~/ui/icon';
import type { IconName } from '~/ui/icons';
import { href, type Place } from '~/urls';

type Door = {
  readonly to: Extract<
    Place,
    | ('reports' | 'deskCourses' | 'staffMembers' | 'authors' | 'adminOffers' | 'figures')
    | ('staffLooks' | 'adminMail' | 'siteState' | 'webhooks' | 'payments' | 'letterPreviews' | 'components')
  >;
  readonly icon: IconName;
  readonly name: string;
  readonly hint: string;
};

const COURSES: Door = {
  to: 'deskCourses',
  icon: 'pencil',
  name: 'Cours',
  hint: 'Les écrire, ranger leurs leçons, les publier.',
};

const REPORTS: Door = {
  to: 'reports',
  icon: 'alert',
  name: 'Signalements',
  hint: 'Lire ce qui est signalé, décider, répondre à qui conteste.',
};

const DOORS: readonly Door[] = [
  REPORTS,
  COURSES,
  {
    to: 'staffMembers',
    icon: 'users',
    name: 'Membres',
    hint: 'Retrouver quelqu’un, lire les signalements, suspendre un compte, confier un rôle.',
  },
  {
    to: 'staffLooks',
    icon: 'eye',
    name: 'Qui a regardé',
    hint: 'Ce que l’équipe a lu ou fait dans les comptes, avec une recherche.',
  },
  { to: 'authors', icon: 'leaf', name: 'Auteurs', hint: 'Qui écrit les cours, qui administre la maison.' },
  {
    to: 'figures',
    icon: 'sliders',
    name: 'Chiffres',
    hint: 'Semaine par semaine\u202f: arrivées, essais, abonnements, départs, cours finis, salons vivants.',
  },
  {
    to: 'adminOffers',
    icon: 'eye',
    name: 'Ce qui mène à un abonnement',
    hint: 'Quelle limite fait ouvrir les formules, et laquelle fait s’abonner.',
  },
  {
    to: 'adminMail',
    icon: 'mail',
    name: 'Courrier',
    hint: 'Ce qui part, ce qui attend, ce qui revient. Retrouver les courriels envoyés à une adresse.',
  },
  {
    to: 'payments',
    icon: 'landmark',
    name: 'Abonnements',
    hint: 'Ce qui diffère de Stripe, les paiements contestés, et rembourser.',
  },
  {
    to: 'siteState',
    icon: 'sun',
    name: 'État du site',
    hint: 'Ce qui fonctionne, ce qui est lent, les erreurs, les sauvegardes et leur essai de la nuit.',
  },
  {
    to: 'webhooks',
    icon: 'globe',
    name: 'Outils prévenus',
    hint: 'Prévenir d’autres outils quand on s’inscrit, s’abonne ou finit un cours.',
  },
  {
    to: 'letterPreviews',
    icon: 'book',
    name: 'Modèles de courriels',
    hint: 'Chaque courriel de la maison, tel qu’il arrive.',
  },
  { to: 'components', icon: 'hammer', name: 'Composants', hint: 'Les pièces dont les pages sont faites.' },
];

const OF_ROLE: Readonly<Record<string, readonly Door[]>> = { admin: DOORS, author: [COURSES], moderator: [REPORTS] };

/** The pages of the team, in one list; authors and moderators have theirs. */
export function AdminStart({ role }: { readonly role: string }) {
  return (
    <div className="etroit">
      <h1>Équipe</h1>
      <p className="chapeau">Chaque regard sur les données d’un membre est noté, et ce membre peut le lire.</p>
      <nav aria-label="Pages de l’équipe" className="reglages">
        <ul>
          {(OF_ROLE[role] ?? []).map(({ to, icon, name, hint }) => (
            <li key={to}>
              <Icon name={icon} />
              <div>
                <a href={href(to)}>{name}</a>
                <p>{hint}</p>
              </div>
              <Icon name="next" />
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}
