/** Which part of a picture is shown: nine places, no dragging. */
import { z } from 'zod';
import { type Form, fieldErrors, type Parsed } from '~/forms';

/** Where the frame stands on the picture: shares of the room that is left, from the left and from the top. */
export const PLACES = {
  'haut-gauche': { label: 'En haut à gauche', x: 0, y: 0 },
  haut: { label: 'En haut', x: 0.5, y: 0 },
  'haut-droite': { label: 'En haut à droite', x: 1, y: 0 },
  gauche: { label: 'À gauche', x: 0, y: 0.5 },
  centre: { label: 'Au centre', x: 0.5, y: 0.5 },
  droite: { label: 'À droite', x: 1, y: 0.5 },
  'bas-gauche': { label: 'En bas à gauche', x: 0, y: 1 },
  bas: { label: 'En bas', x: 0.5, y: 1 },
  'bas-droite': { label: 'En bas à droite', x: 1, y: 1 },
} as const;
export type Place = keyof typeof PLACES;

/** How much closer « rapprocher » goes; the style sheet says the same (`pictures.css`). */
const CLOSER = 1.6;

export type Cut = { readonly place: Place; readonly isClose: boolean };

const cutForm = z.object({
  /** Of the draft that its sender has looked at: another window may have sent another one. */
  nom: z.string().regex(/^[0-9a-z]{25}$/),
  place: z.enum(Object.keys(PLACES) as Place[], 'Choisissez l’un des neuf endroits.').default('centre'),
  pres: z.literal('on').optional(),
});

/** What « utiliser cette photo » sends. */
export function parseCut(form: Form): Parsed<{ readonly name: string; readonly cut: Cut }> {
  const parsed = cutForm.safeParse(form);
  if (!parsed.success) return { ok: false, errors: fieldErrors(parsed.error) };
  const { nom, place, pres } = parsed.data;
  return { ok: true, value: { name: nom, cut: { place, isClose: pres === 'on' } } };
}

type Size = { readonly width: number; readonly height: number };

/** The part of a picture that the frame holds, in whole pixels. @param ratio width by height of the frame */
export function frameOn(picture: Size, ratio: number, { place, isClose }: Cut) {
  const widest = Math.min(picture.width, picture.height * ratio) / (isClose ? CLOSER : 1);
  const width = Math.max(1, Math.round(widest));
  const height = Math.max(1, Math.min(picture.height, Math.round(widest / ratio)));
  const { x, y } = PLACES[place];
  return {
    left: Math.round((picture.width - width) * x),
    top: Math.round((picture.height - height) * y),
    width,
    height,
  };
}
