/** What may be decided of a report, by whom and in which words. Pure and synchronous. */
import { z } from 'zod';
import { LENGTHS, type Length } from '~/auth/rules/suspension';
import { characters, type Form, fieldErrors, type Parsed, text, typed } from '~/forms';
import { fullDay, fullMoment } from '~/ui/format';
import type { Flash } from '~/ui/notice';

/** Hours in which a report is read; an older one is marked in the queue. */
export const TARGET_HOURS = 24;
/** G10: days for which reported words are kept, whatever becomes of the message. */
export const SEALED_DAYS = 30;
/** Days for which a report and its decision are kept. */
export const KEPT_DAYS = 365;

/** The rules of the house, in the words of its page (`ui/site/house-rules.tsx`). Article 17: each decision names its ground. */
export const RULES = {
  egards: 'Parlez aux gens comme s’ils étaient assis en face de vous.',
  discretion: 'Gardez pour vous ce qui se dit dans un salon.',
  vente: 'Ne vendez rien : ni publicité, ni démarchage, ni demande d’argent.',
  prudence: 'Ne demandez et ne donnez jamais un mot de passe, un code ou un numéro de carte.',
  interdits: 'Insultes, menaces, harcèlement, propos haineux, contenus sexuels et tromperies n’ont pas leur place ici.',
  loi: 'Ce que la loi interdit n’a pas sa place ici.',
} as const;
export type Rule = keyof typeof RULES;

/** In the order of their weight. */
export const OUTCOMES = {
  none: 'Ne rien faire',
  warned: 'Avertir la personne',
  removed: 'Retirer le message',
  banned: 'Exclure du salon',
  suspended: 'Suspendre le compte',
} as const;
export type Outcome = keyof typeof OUTCOMES;

/** What the form's field `decision` says. */
const OUTCOME_FIELDS = {
  rien: 'none',
  avertir: 'warned',
  retirer: 'removed',
  exclure: 'banned',
  suspendre: 'suspended',
} as const satisfies Record<string, Outcome>;
export const fieldOf = (outcome: Outcome): string =>
  Object.entries(OUTCOME_FIELDS).find(([, each]) => each === outcome)?.[0] ?? '';

type About = { readonly hasMessage: boolean; readonly hasSalon: boolean; readonly isStaff: boolean };

/** What can be decided of this report by this judge: an owner keeps her salon, the team the whole house. */
export function outcomesFor({ hasMessage, hasSalon, isStaff }: About): readonly Outcome[] {
  return (Object.keys(OUTCOMES) as Outcome[]).filter((outcome) => {
    if (outcome === 'removed') return hasMessage;
    if (outcome === 'banned') return hasSalon;
    return outcome !== 'suspended' || isStaff;
  });
}

export type Judgement = {
  readonly outcome: Outcome;
  readonly rule: Rule;
  readonly reason: string;
  /** Of a suspension; null: until it is lifted. */
  readonly days: number | null;
};

/** Characters of a statement of reasons, of an appeal and of its answer; what the table holds. */
export const REASON_MAX = 2_000;

const words = (missing: string) =>
  text(REASON_MAX)
    .transform((value) => value.trim())
    .refine((value) => characters(value) >= 3, missing);

const judgementForm = z.object({
  decision: z.enum(Object.keys(OUTCOME_FIELDS) as (keyof typeof OUTCOME_FIELDS)[], 'Choisissez une décision.'),
  regle: z.enum(Object.keys(RULES) as Rule[], 'Choisissez la règle qui compte ici.'),
  motif: words('Dites pourquoi, avec les faits : les personnes concernées le liront.'),
  jours: z.enum(Object.keys(LENGTHS) as Length[]).optional(),
});

export function parseJudgement(form: unknown): Parsed<Judgement> {
  const parsed = judgementForm.safeParse(form);
  if (!parsed.success) return { ok: false, errors: fieldErrors(parsed.error) };
  const { decision, regle, motif, jours } = parsed.data;
  const days = jours === undefined || jours === '' ? null : Number(jours);
  return { ok: true, value: { outcome: OUTCOME_FIELDS[decision], rule: regle, reason: motif, days } };
}

export type Typed = {
  readonly decision: string;
  readonly regle: string;
  readonly motif: string;
  readonly jours: string;
};
export const BLANK: Typed = { decision: '', regle: '', motif: '', jours: '7' };
export const typedJudgement = (form: Form): Typed => ({
  ...BLANK,
  ...typed(form, 'decision', 'regle', 'motif', 'jours'),
});

/** What is answered to somebody who is not of the judge's mind. */
export type Answer = { readonly upheld: boolean; readonly reason: string };

const answerForm = z.object({
  decision: z.enum(['maintenir', 'annuler'], 'Choisissez ce que devient la décision.'),
  motif: words('Répondez à la personne : elle le lira.'),
});
export const isAnswer = (form: Form): boolean => form.decision === 'maintenir' || form.decision === 'annuler';

export function parseAnswer(form: unknown): Parsed<Answer> {
  const parsed = answerForm.safeParse(form);
  if (!parsed.success) return { ok: false, errors: fieldErrors(parsed.error) };
  return { ok: true, value: { upheld: parsed.data.decision === 'maintenir', reason: parsed.data.motif } };
}

const appealForm = z.object({ texte: words('Écrivez ce que vous voulez répondre.') });

export function parseAppeal(form: unknown): Parsed<string> {
  const parsed = appealForm.safeParse(form);
  return parsed.success ? { ok: true, value: parsed.data.texte } : { ok: false, errors: fieldErrors(parsed.error) };
}

export function parseId(value: unknown): number | null {
  return typeof value === 'string' && /^[1-9]\d{0,14}$/.test(value) ? Number(value) : null;
}

type Decided = {
  readonly outcome: Outcome;
  readonly salonName: string | null;
  readonly saidAt: Date | null;
  readonly endsAt: Date | null;
};

/** To whom it is about, in the letter and on the page. */
export function decisionWords({ outcome, salonName, saidAt, endsAt }: Decided): string {
  const where = salonName ? ` « ${salonName} »` : '';
  const message = saidAt ? `votre message du ${fullDay(saidAt)}` : 'votre message';
  switch (outcome) {
    case 'none':
      return 'Aucune suite n’est donnée.';
    case 'warned':
      return saidAt ? `Vous recevez un avertissement, pour ${message}.` : 'Vous recevez un avertissement.';
    case 'removed':
      return `${message.replace('v', 'V')} a été retiré du salon${where}.`;
    case 'banned':
      return `Vous ne pouvez plus entrer dans le salon${where}.`;
    case 'suspended':
      return endsAt
        ? `Votre compte est suspendu jusqu’au ${fullMoment(endsAt)}.`
        : 'Votre compte est suspendu, sans date de fin.';
  }
}

/** To who has reported: what became of it, and nothing else of the person. */
export const OUTCOME_FOR_REPORTER: Readonly<Record<Outcome, string>> = {
  none: 'Ce que vous nous avez signalé ne va pas contre les règles de la maison. Rien n’a été retiré.',
  warned: 'La personne a reçu un avertissement.',
  removed: 'Le message a été retiré.',
  banned: 'La personne ne peut plus entrer dans ce salon.',
  suspended: 'Le compte de la personne est suspendu.',
};

/** What the next page says after an action, by the name that its address carries (`routes/flashes.ts`). */
export const flashes = {
  signale: {
    tone: 'succes',
    text: 'Merci. Votre signalement sera lu par une personne, et vous saurez ce qui est décidé.',
  },
  'decision-prise': { tone: 'succes', text: 'La décision est prise. Les personnes concernées sont prévenues.' },
  'decision-deja': { tone: 'info', text: 'Ce signalement a déjà reçu une décision, que voici. Rien n’a été changé.' },
  'reponse-gardee': { tone: 'succes', text: 'Votre réponse est envoyée. Une personne la lira et vous répondra.' },
  'reponse-donnee': { tone: 'succes', text: 'Votre réponse est envoyée à la personne.' },
} as const satisfies Record<string, Flash>;
