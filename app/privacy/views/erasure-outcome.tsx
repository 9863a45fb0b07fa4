/** What goes with an account, what stays, and why. */
import type { ReactNode } from 'react';
import { fullDay, plural } from '~/ui/format';
import { href } from '~/urls';
import { INVOICES_KEPT_YEARS } from '../rules/erasure';

export type Leaving = {
  readonly messages: number;
  readonly certificates: number;
  readonly courses: number;
  readonly invoices: number;
  readonly isBilled: boolean;
};
type LeftSalon = { readonly name: string; readonly heir: string | null; readonly isTeam: boolean };

export function Goes({ messages, certificates, courses, isBilled }: Leaving) {
  const rows: readonly ReactNode[] = [
    'Votre nom, votre adresse, votre mot de passe, votre fiche et vos photos.',
    `Vos messages et vos réactions${counted(messages, 'message', 'messages')} : vous choisissez plus bas.`,
    `Votre avancement et vos notes de cours${counted(courses, 'cours suivi', 'cours suivis')}.`,
    certificates > 0 &&
      `Vos attestations${counted(certificates, 'attestation', 'attestations')} : vous choisissez plus bas.`,
    'Vos appareils connectés, vos réglages, et les courriels que nous avons gardés.',
    'Votre inscription à nos listes d’envoi.',
    isBilled && (
      <>
        Votre abonnement : il s’arrête ce jour-là et plus rien n’est débité. Si vous venez de vous abonner, demandez
        d’abord <a href={href('plans')}>votre remboursement</a>.
      </>
    ),
  ];
  return (
    <section>
      <h2>Ce qui est effacé</h2>
      <ul>
        {rows.filter(Boolean).map((row, at) => (
          <li key={at}>{row}</li>
        ))}
      </ul>
    </section>
  );
}

const counted = (count: number, one: string, many: string) => (count > 0 ? ` (${plural(count, one, many)})` : '');

export function LeftSalons({ salons }: { readonly salons: readonly LeftSalon[] }) {
  return (
    <section>
      <h2>Vos salons</h2>
      <ul>
        {salons.map(({ name, heir, isTeam }, at) => (
          <li key={at}>
            {heir
              ? `« ${name} » continue : ${isTeam ? 'l’équipe d’Aurora50' : heir} en devient propriétaire.`
              : `« ${name} » est effacé : personne d’autre n’en est membre.`}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Stays({ leaving, backupsUntil }: { readonly leaving: Leaving; readonly backupsUntil: Date }) {
  return (
    <section>
      <h2>Ce qui reste, et pourquoi</h2>
      <ul>
        {leaving.invoices > 0 && (
          <li>Vos factures, sans votre nom chez nous : la loi demande de les garder {INVOICES_KEPT_YEARS} ans.</li>
        )}
        <li>
          Nos copies de secours : elles ne servent qu’en cas de panne. La dernière qui parle de vous est détruite le{' '}
          {fullDay(backupsUntil)} au plus tard, et si nous devions en remettre une en place, l’effacement serait refait
          aussitôt.
        </li>
        <li>Un reçu signé, qui ne vous nomme pas : il prouve que l’effacement a été fait.</li>
        <li>
          Une plainte pour message indésirable, si vous en avez fait une : sinon nous pourrions vous écrire de nouveau.
        </li>
      </ul>
      <p>Vous pourrez vous réinscrire aussitôt, avec la même adresse. Ce sera un compte neuf.</p>
    </section>
  );
}
