import type { ReactNode } from 'react';
import type { Role } from '~/salons/rules';
import { ROLES } from '~/salons/rules';
import { type Act, BAN_REASON_MAX, type BannedMember, type KeptMember, mayRemove } from '~/salons/rules/keeping';
import { SILENCES } from '~/salons/rules/order';
import { Avatar } from '~/ui/avatar';
import { Button, type ButtonKind } from '~/ui/button';
import { ChoiceGroup } from '~/ui/choice';
import { TextArea } from '~/ui/field';
import { fullDay, fullMoment } from '~/ui/format';
import { Icon } from '~/ui/icon';
import type { IconName } from '~/ui/icons';
import { ErrorSummary } from '~/ui/notice';
import { Breadcrumb } from '~/ui/page';
import { href } from '~/urls';

type Salon = { readonly id: string; readonly name: string };

type KeepMemberPageProps = {
  readonly salon: Salon;
  readonly member: KeptMember;
  readonly role: Role;
  /** Typed and refused. */
  readonly reason: string;
  readonly errors: Readonly<Record<string, string>>;
};

/** What a keeper may do about one member: each act with what it means, and its own button. */
export function KeepMemberPage({ salon, member, role, reason, errors }: KeepMemberPageProps) {
  return (
    <div className="etroit">
      <Breadcrumb crumbs={crumbsOf(salon)} here={member.name} />
      <h1 dir="auto">{member.name}</h1>
      <div className="personne">
        <Avatar person={member} />
        <p>
          {member.role && member.joinedAt
            ? `${ROLES[member.role]} depuis le ${fullDay(member.joinedAt)}.`
            : 'Ne fait plus partie du salon.'}{' '}
          <a href={href('member', { membre: member.id })}>Voir sa fiche</a>
        </p>
      </div>
      <ErrorSummary errors={errors} />
      {role === 'owner' && member.role && member.role !== 'owner' && <Roles salon={salon} member={member} />}
      {member.role && mayRemove(role, member.role) && <Silence salon={salon} member={member} />}
      {mayRemove(role, member.role ?? 'member') && <Out {...{ salon, member, reason, errors }} />}
    </div>
  );
}

function Roles({ salon, member }: Pick<KeepMemberPageProps, 'salon' | 'member'>) {
  const moderates = member.role === 'moderator';
  return (
    <section className="pile">
      <h2>Son rôle</h2>
      <ActForm
        salon={salon}
        member={member}
        act={moderates ? 'membre' : 'moderateur'}
        label={moderates ? 'Retirer la modération' : 'Confier la modération'}
        icon="users"
      >
        {moderates
          ? 'Cette personne modère avec vous. Sans la modération, elle reste membre.'
          : 'Qui modère peut effacer un message, retirer ou exclure un membre.'}
      </ActForm>
      <details className="repli">
        <summary>
          <Icon name="key" /> Confier le salon à cette personne…
        </summary>
        <ActForm salon={salon} member={member} act="proprietaire" label="Oui, lui confier le salon" icon="key">
          Le salon devient le sien. Vous restez, avec la modération ; vous ne pourrez pas le reprendre sans son accord.
        </ActForm>
      </details>
    </section>
  );
}

type ActFormProps = {
  readonly salon: Salon;
  readonly member: KeptMember;
  readonly act: Act;
  readonly label: string;
  readonly icon: IconName;
  readonly kind?: ButtonKind;
  readonly children: ReactNode;
};

function ActForm({ salon, member, act, label, icon, kind = 'second', children }: ActFormProps) {
  return (
    <form
      method="post"
      noValidate
      action={href('salonMember', { salon: salon.id, membre: member.id })}
      className="pile"
    >
      <p>{children}</p>
      <Button kind={kind} icon={icon} name="action" value={act}>
        {label}
      </Button>
    </form>
  );
}

/** For a time she reads and does not write. */
function Silence({ salon, member }: Pick<KeepMemberPageProps, 'salon' | 'member'>) {
  const { silencedUntil } = member;
  return (
    <section className="pile">
      <h2>Suspendre la parole</h2>
      {silencedUntil ? (
        <ActForm salon={salon} member={member} act="parole" label="Lui rendre la parole" icon="chat">
          Cette personne lit le salon, et pourra y écrire de nouveau le {fullMoment(silencedUntil)}.
        </ActForm>
      ) : (
        <form
          method="post"
          noValidate
          action={href('salonMember', { salon: salon.id, membre: member.id })}
          className="pile"
        >
          <p>
            Pour laisser retomber une dispute. Elle lit le salon, n’y écrit plus pour un temps, et nous le lui disons.
          </p>
          <ChoiceGroup
            name="duree"
            legend="Pendant combien de temps ?"
            value="1"
            choices={Object.entries(SILENCES).map(([value, label]) => ({ value, label }))}
            layout="rangee"
          />
          <Button kind="second" icon="pause" name="action" value="silence">
            Suspendre sa parole
          </Button>
        </form>
      )}
    </section>
  );
}

function Out({ salon, member, reason, errors }: Omit<KeepMemberPageProps, 'role'>) {
  return (
    <>
      {member.role && (
        <section className="pile">
          <h2>Retirer du salon</h2>
          <ActForm salon={salon} member={member} act="retirer" label="Retirer du salon" icon="door">
            Cette personne ne lira plus le salon. Ses messages restent, et elle pourra revenir comme elle est venue.
          </ActForm>
        </section>
      )}
      <section className="pile">
        <h2>Exclure du salon</h2>
        <form method="post" noValidate action={href('salonBans', { salon: salon.id })} className="pile">
          <input type="hidden" name="membre" value={member.id} />
          <p>
            Elle ne lira plus le salon et ne pourra plus y entrer, même avec un code, jusqu’à ce que vous leviez
            l’exclusion.
          </p>
          <TextArea
            name="motif"
            label="Pourquoi ?"
            hint="Le liront les personnes qui tiennent et modèrent le salon. Restez sur les faits."
            value={reason}
            error={errors.motif}
            rows={3}
            maxLength={BAN_REASON_MAX}
          />
          <Button kind="danger" icon="lock">
            Exclure du salon
          </Button>
        </form>
      </section>
    </>
  );
}

type BansPageProps = { readonly salon: Salon; readonly banned: readonly BannedMember[] };

export function BansPage({ salon, banned }: BansPageProps) {
  return (
    <div className="etroit">
      <Breadcrumb crumbs={crumbsOf(salon)} here="Personnes exclues" />
      <h1>Personnes exclues</h1>
      {banned.length === 0 && (
        <p className="chapeau">
          Personne n’est exclu de ce salon. Pour exclure quelqu’un, choisissez son nom parmi les{' '}
          <a href={href('salonMembers', { salon: salon.id })}>membres</a>.
        </p>
      )}
      <ul className="pile exclus">
        {banned.map((person) => (
          <li key={person.id} className="pile">
            <p>
              <strong dir="auto">{person.name}</strong>, le {fullDay(person.bannedAt)}
            </p>
            <p dir="auto">{person.reason}</p>
            <form method="post" noValidate action={href('salonBans', { salon: salon.id })}>
              <Button kind="second" icon="check" name="lever" value={person.id}>
                Lever l’exclusion
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </div>
  );
}

function crumbsOf(salon: Salon) {
  return [
    { label: 'Salons', href: href('salons') },
    { label: salon.name, href: href('salon', { salon: salon.id }) },
    { label: 'Membres', href: href('salonMembers', { salon: salon.id }) },
  ];
}
