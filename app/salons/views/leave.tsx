import type { Role } from '~/salons/rules';
import { LinkButton } from '~/ui/button';
import { Notice } from '~/ui/notice';
import { Breadcrumb } from '~/ui/page';
import { QuestionPage } from '~/ui/question-page';
import { href } from '~/urls';

type LeavePageProps = {
  readonly salon: { readonly id: string; readonly name: string };
  readonly role: Role;
};

/** Asks before. An owner cannot leave the site without its keys (R11). */
export function LeavePage({ salon, role }: LeavePageProps) {
  const room = href('salon', { salon: salon.id });
  const crumbs = [
    { label: 'Salons', href: href('salons') },
    { label: salon.name, href: room },
  ];
  return (
    <div className="etroit">
      <Breadcrumb crumbs={crumbs} here="Quitter le salon" />
      {role === 'owner' ? <OwnerStays salon={salon} room={room} /> : <MayLeave salon={salon} room={room} />}
    </div>
  );
}

type PartProps = { readonly salon: LeavePageProps['salon']; readonly room: string };

function OwnerStays({ salon, room }: PartProps) {
  return (
    <>
      <h1>{questionOf(salon)}</h1>
      <Notice tone="info">
        <p>
          Vous tenez ce salon : il ne peut pas rester sans personne. Pour partir, confiez-le à un autre membre. Si la
          conversation est finie, archivez-le : il reste dans votre liste, et chacun peut le relire.
        </p>
      </Notice>
      <div className="boutons">
        <LinkButton kind="principal" href={href('salonMembers', { salon: salon.id })} icon="users">
          Choisir à qui le confier
        </LinkButton>
        <LinkButton kind="second" href={href('salonSettings', { salon: salon.id })} icon="sliders">
          L’archiver
        </LinkButton>
        <LinkButton kind="second" href={room} icon="back">
          Revenir au salon
        </LinkButton>
      </div>
    </>
  );
}

function MayLeave({ salon, room }: PartProps) {
  return (
    <QuestionPage
      question={questionOf(salon)}
      action={href('leaveSalon', { salon: salon.id })}
      yes="Quitter le salon"
      icon="door"
      no="Rester"
      back={room}
    >
      <p>Vous ne lirez plus ce salon et n’y écrirez plus. Vos messages y restent.</p>
      <p>Vous pourrez revenir plus tard, par la liste des salons ou avec son code.</p>
    </QuestionPage>
  );
}

function questionOf(salon: LeavePageProps['salon']): string {
  return `Quitter « ${salon.name} » ?`;
}
