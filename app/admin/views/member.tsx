import type { ReactNode } from 'react';
import { fullDay, momentInWords } from '~/ui/format';
import { ErrorSummary, Notice } from '~/ui/notice';
import { Breadcrumb } from '~/ui/page';
import { href } from '~/urls';
import type { MemberFile } from '../members';
import { PLANS, ROLE_WORDS } from '../rules';
import { LettersTable } from './letters';
import { RoleForm, SuspensionForms } from './member-forms';

export type StaffMemberProps = MemberFile & {
  readonly isMe: boolean;
  /** French names of the letters. */
  readonly titles: Readonly<Record<string, string>>;
  readonly typed: { readonly motif: string; readonly jours: string };
  readonly errors: Readonly<Record<string, string>>;
  readonly now: Date;
};

/** One account, and what admins may do with it. */
export function StaffMemberPage(props: StaffMemberProps) {
  const { account, suspension, isMe, typed, errors } = props;
  const crumbs = [
    { label: 'Équipe', href: href('admin') },
    { label: 'Membres', href: href('staffMembers') },
  ];
  return (
    <div className="etroit">
      <Breadcrumb crumbs={crumbs} here={account.name} />
      <h1 dir="auto">{account.name}</h1>
      <ErrorSummary errors={errors} />
      <Notice tone="info">
        <p>Cette visite est notée : la personne la lit dans « Qui a regardé mes données ».</p>
      </Notice>
      <Facts {...props} />
      <Reports {...props} />
      {!isMe && <SuspensionForms account={account} suspension={suspension} typed={typed} errors={errors} />}
      {!isMe && <RoleForm account={account} error={errors.role} />}
      <Sessions {...props} />
      <Part id="courriels" title="Courriels">
        {props.letters.length === 0 ? (
          <p>Aucun courriel depuis trente jours.</p>
        ) : (
          <LettersTable
            caption="Les cinquante derniers"
            letters={props.letters}
            titles={props.titles}
            now={props.now}
          />
        )}
      </Part>
    </div>
  );
}

type PartProps = { readonly id: string; readonly title: string; readonly children: ReactNode };

function Part({ id, title, children }: PartProps) {
  return (
    <section className="suite" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

function Facts({ account, now }: StaffMemberProps) {
  const { email, confirmedAt, role, plan, trialEndsAt, createdAt, lastActivity } = account;
  const trial = trialEndsAt && trialEndsAt > now ? ` (essai jusqu’au ${fullDay(trialEndsAt)})` : '';
  const facts: readonly (readonly [string, string])[] = [
    ['Adresse', email],
    ['Confirmée', confirmedAt ? `le ${fullDay(confirmedAt)}` : 'pas encore'],
    ['Rôle', ROLE_WORDS[role]],
    ['Formule', `${PLANS[plan]}${trial}`],
    ['Membre depuis', `le ${fullDay(createdAt)}`],
    ['Dernière visite', lastActivity ? momentInWords(lastActivity, now) : 'aucune'],
  ];
  return (
    <dl className="pile">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt className="note">{name}</dt>
          <dd className="adresse-longue">{value}</dd>
        </div>
      ))}
      <div>
        <dt className="note">Fiche</dt>
        <dd>
          <a href={href('member', { membre: account.id })}>Telle que les membres la voient</a>
        </dd>
      </div>
    </dl>
  );
}

function Reports({ reports, now }: StaffMemberProps) {
  return (
    <Part id="signalements" title="Signalements">
      {reports.length === 0 ? (
        <p>Personne n’a signalé ce compte.</p>
      ) : (
        <ul>
          {reports.map(({ id, reason, createdAt }) => (
            <li key={id}>
              <bdi>{reason}</bdi> <span className="note">({momentInWords(createdAt, now)})</span>
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}

function Sessions({ sessions, now }: StaffMemberProps) {
  return (
    <Part id="appareils" title="Appareils connectés">
      {sessions.length === 0 ? (
        <p>Aucun.</p>
      ) : (
        <ul>
          {sessions.map(({ handle, device, lastUsedAt }) => (
            <li key={handle}>
              {device ?? 'Un appareil'}, utilisé {momentInWords(lastUsedAt, now)}
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}
