import type { Role } from '~/salons/rules';
import { Button, LinkButton } from '~/ui/button';
import { Notice } from '~/ui/notice';
import { Breadcrumb } from '~/ui/page';
import { href } from '~/urls';

type LeavePageProps = {
  readonly salon: { readonly id: string; readonly name: string };
  readonly role: Role;
};

/** Asks before. An owner cannot leave the house without its keys (R11). */
export function LeavePage({ salon, role }: LeavePageProps) {
  const room = href('salon', { salon: salon.id });
  const crumbs = [
    { label: 'Salons', href: href('salons') },
    { label: salon.name, href: room },
  ];
  return (
    <div className="etroit">
      <Breadcrumb crumbs={crumbs} here="Quitter le salon" />
      <h1>Quitter « {salon.name} » ?</h1>
      {role === 'owner' ? <OwnerStays room={room} /> : <MayLeave salon={salon} room={room} />}
    </div>
  );
}

function OwnerStays({ room }: { readonly room: string }) {
  return (
    <>
      <Notice tone="info">
        <p>
          Vous tenez ce salon : il ne peut pas rester sans personne. Avant de partir, il faut le confier à un autre
          membre ou l’archiver.
        </p>
      </Notice>
      <LinkButton kind="principal" href={room} icon="back">
        Revenir au salon
      </LinkButton>
    </>
  );
}

function MayLeave({ salon, room }: { readonly salon: LeavePageProps['salon']; readonly room: string }) {
  return (
    <>
      <p>Vous ne lirez plus ce salon et n’y écrirez plus. Vos messages y restent.</p>
      <p>Vous pourrez revenir plus tard, par la liste des salons ou avec son code.</p>
      <form method="post" action={href('leaveSalon', { salon: salon.id })} className="boutons">
        <Button kind="danger" icon="door">
          Quitter le salon
        </Button>
        <LinkButton kind="second" href={room}>
          Rester
        </LinkButton>
      </form>
    </>
  );
}
