import { moment } from './dates';
import type { Letter } from './letter';
import { Action, Facts, P } from './parts';

/** What the site watches, in words; the names are those of `/sante`. */
const SUBJECTS: Readonly<Record<string, readonly [title: string, what: string]>> = {
  mail: ['Le courrier ne part plus', 'Des courriels attendent, ou la clé de l’expéditeur est refusée.'],
  jobs: ['Le travail de fond est arrêté', 'Les courriels et le ménage de la nuit ne se font plus.'],
  notifications: ['Les messages n’arrivent plus seuls', 'La connexion qui les annonce ne répond plus.'],
  disk: ['Le disque n’accepte plus rien', 'Il est plein, ou ne peut plus être écrit.'],
  payments: ['Les paiements ne se font plus', 'Stripe refuse la clé de ce site, ou ne répond pas.'],
  backups: ['La sauvegarde a échoué', 'La dernière est trop vieille, ou ne peut pas être restaurée.'],
  errors: ['Trop d’erreurs', 'Plus d’une page sur vingt a échoué pendant cinq minutes.'],
};
const titleOf = (subject: string) => SUBJECTS[subject]?.[0] ?? 'Une partie du site est en panne';

export const letter: Letter<'alert'> = {
  subject: ({ subject, over }) => (over ? `Réparé : ${lowered(titleOf(subject))}` : titleOf(subject)),
  preheader: ({ over }) =>
    over ? 'Tout fonctionne de nouveau.' : 'Le site le vérifie lui-même et vous écrira quand c’est fini.',
  why: () => 'Vous tenez ce site Aurora50, qui se surveille lui-même.',
  body: ({ subject, over, at, path }) => (
    <>
      <P>Bonjour,</P>
      <P>
        {over
          ? 'Ce qui était en panne fonctionne de nouveau. Il n’y a rien à faire.'
          : (SUBJECTS[subject]?.[1] ?? 'Une vérification du site échoue.')}
      </P>
      <Facts
        facts={[
          ['Quoi', titleOf(subject)],
          [over ? 'Fini' : 'Depuis', moment(at)],
        ]}
      />
      <Action path={path}>Voir l’état du site</Action>
    </>
  ),
  example: { subject: 'backups', over: false, at: '2026-11-23T05:10:00Z', path: '/admin/etat' },
};

const lowered = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);
