import { MEMBERS_SHOWN, type ShownMembers } from '~/salons/rules/search';
import { Button } from '~/ui/button';
import { Field } from '~/ui/field';
import { Pager } from '~/ui/page';
import { href } from '~/urls';

type MemberSearchProps = {
  readonly place: 'salonMembers' | 'nameSomebody';
  readonly salon: { readonly id: string; readonly memberCount: number };
  readonly page: ShownMembers;
};

/** Where one page shows everybody, nobody needs to search. */
export function MemberSearch({ place, salon, page }: MemberSearchProps) {
  if (salon.memberCount <= MEMBERS_SHOWN && !page.named) return null;
  return (
    <form
      method="get"
      noValidate
      action={href(place, { salon: salon.id })}
      className="recherche"
      role="search"
      aria-label="Chercher dans ce salon"
    >
      <Field name="q" label="Nom" type="search" value={page.named} inputMode="search" />
      <Button kind="second" icon="search">
        Chercher
      </Button>
      {page.shown.length === 0 && <p role="status">Personne de ce nom dans ce salon.</p>}
    </form>
  );
}

export function MemberPager({ place, salon, page }: MemberSearchProps) {
  const words = { q: page.named || undefined };
  const to = (query: Readonly<Record<string, string | undefined>>) => href(place, { salon: salon.id }, query);
  return (
    <Pager
      label="Pages de la liste"
      previous={page.isFirst ? null : { label: 'Revenir au début', href: to(words) }}
      next={page.next ? { label: 'La suite', href: to({ ...words, apres: page.next }) } : null}
    />
  );
}
