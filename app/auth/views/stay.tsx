import { Checkbox } from '~/ui/choice';

/** G06, the same in every sign-in form. */
export function StayCheckbox({ checked }: { readonly checked: boolean }) {
  return (
    <Checkbox
      name="rester"
      label="Garder mon compte ouvert sur cet appareil"
      hint="À cocher seulement si personne d’autre ne s’en sert."
      checked={checked}
    />
  );
}
