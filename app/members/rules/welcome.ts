/** D17, D18: the questions after the first sign-in. Each can be passed over, left and found again. Pure and synchronous. */
import { z } from 'zod';
import { type Form, fieldErrors, type Parsed } from '~/forms';

/** In their order; `fin` shows what the answers have found. */
export const STEPS = ['envies', 'taille', 'ville', 'gouts', 'photo', 'fin'] as const;
export type Step = (typeof STEPS)[number];
export const QUESTIONS = STEPS.length - 1;

export const GOALS = {
  rencontrer: 'Rencontrer des gens',
  parler: 'Parler de ce que j’aime',
  apprendre: 'Apprendre à mon rythme',
  ecrans: 'Être à l’aise avec mon ordinateur ou mon téléphone',
  regarder: 'Regarder un peu',
} as const;
export type Goal = keyof typeof GOALS;

export type Answers = {
  /** Where she is. */
  readonly step: Step;
  readonly goals: readonly Goal[];
  /** Z11: she has asked for suggestions made from her answers. */
  readonly suggestions: boolean;
};
/** `answers` null: she has never been asked. */
export type Welcome = { readonly isFinished: boolean; readonly answers: Answers | null };

export const BLANK: Answers = { step: 'envies', goals: [], suggestions: false };

const stored = z.object({
  step: z.enum(STEPS).catch('envies'),
  goals: z.array(z.enum(Object.keys(GOALS) as Goal[])).catch([]),
  suggestions: z.boolean().catch(false),
});

/** Answers as they are stored; an imported account may have any. */
export function answersOf(value: unknown): Answers | null {
  if (value === null || value === undefined) return null;
  return stored.safeParse(value).data ?? BLANK;
}

export function parseStep(value: unknown): Step | null {
  return STEPS.find((step) => step === value) ?? null;
}

export function stepAfter(step: Step): Step {
  return STEPS[STEPS.indexOf(step) + 1] ?? 'fin';
}

export function stepBefore(step: Step): Step | null {
  return STEPS[STEPS.indexOf(step) - 1] ?? null;
}

const several = z.union([z.string().transform((one) => [one]), z.array(z.string())]).optional();
const answersForm = z.object({ envies: several, suggestions: z.literal('on').optional() });

/** What is in no list is left out. */
export function goalsIn(form: Form): readonly Goal[] {
  const ticked = answersForm.safeParse(form).data?.envies ?? [];
  return (Object.keys(GOALS) as Goal[]).filter((goal) => ticked.includes(goal));
}

export const wantsSuggestions = (form: Form): boolean => form.suggestions === 'on';

const sizeForm = z.object({
  taille: z.enum(['1', '2', '3', '4'], 'Choisissez l’une des quatre tailles.').transform(Number),
});

export function parseSize(form: unknown): Parsed<number> {
  const parsed = sizeForm.safeParse(form);
  return parsed.success ? { ok: true, value: parsed.data.taille } : { ok: false, errors: fieldErrors(parsed.error) };
}
