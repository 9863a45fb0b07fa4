/** What a form of the settings says beside a picture: the words of the salon, whether it is open, the viewer's own bell. */
import type { Viewer } from '~/auth/rules/viewer';
import { AppError } from '~/errors';
import { type FieldErrors, type Form, typedOn } from '~/forms';
import type { AskedByMember } from '~/http/route';
import type { FlashName } from '~/routes/flashes';
import { said } from '~/routes/flashes';
import { changeSettings } from '~/salons/commands/keeping';
import type { Room } from '~/salons/rules';
import { parseSettings, type SettingsPost } from '~/salons/rules/keeping';
import { href } from '~/urls';

const EMPTY = {
  nom: '',
  description: '',
  categorie: '',
  ville: '',
  couleur: '',
  visibilite: '',
  regles: '',
  accueil: '',
  lenteur: '',
};
const EMPTY_BELL = { notifications: '', pause: '' };

/** A refused form as it was typed, each part that it spoke of. */
export const typedSettings = (form: Form) => ({
  values: form.nom === undefined ? null : typedOn(EMPTY, form),
  bellValues: form.notifications === undefined ? null : typedOn(EMPTY_BELL, form),
});

/** Whether there is anything in it to save beside a picture. */
export const speaks = (form: Form): boolean =>
  [form.nom, form.actif, form.notifications].some((field) => field !== undefined);

/** @returns where to go on, or why not @throws AppError forbidden (not the owner) */
export async function saveSettings(
  context: AskedByMember['context'],
  viewer: Viewer,
  room: Room,
  form: Form,
): Promise<{ readonly to: string; readonly said: FlashName | null } | { readonly errors: FieldErrors }> {
  // Her bell is each member's own; the rest is the owner's, and so is a form that says nothing we know.
  const isOwners = form.nom !== undefined || form.actif !== undefined || form.notifications === undefined;
  if (isOwners && room.role !== 'owner') throw new AppError('forbidden', 'owner_only');
  const parsed = parseSettings(form);
  if (!parsed.ok) return { errors: parsed.errors };
  // Reopening what is about to go is calling its deletion off, which its own page asks.
  if (parsed.value.isActive && room.deleteAt) return { to: href('salonDeletion', { salon: room.id }), said: null };
  await changeSettings(context, viewer, room.id, parsed.value);
  const done = doneBy(parsed.value);
  return { to: href('salonSettings', { salon: room.id }, said(done)), said: done };
}

function doneBy({ changes, isActive, bell }: SettingsPost): FlashName {
  if (changes) return 'salon-change';
  if (isActive === null) return bell ? 'cloche-reglee' : 'salon-change';
  return isActive ? 'salon-rouvert' : 'salon-archive';
}
