/** Why somebody could not come in or make a salon, in words. Null: not a reason that a form explains. */
import { limitInWords } from '~/billing/rules/plans';
import { AppError } from '~/errors';
import { type SeeOther, seeOther } from '~/http/answer';
import { said } from '~/routes/flashes';
import type { Entry } from '~/salons/commands';
import { BANNED_WORDS } from '~/salons/rules/keeping';
import { href } from '~/urls';

export function refusedJoin(error: AppError): string | null {
  if (error.code === 'not_found') return 'Ce code n’ouvre aucun salon. Vérifiez chaque lettre et chaque chiffre.';
  return refusedByPlan(error);
}

export function refusedByPlan(error: AppError): string | null {
  if (error.limit !== null) return limitInWords(error.detail, error.limit);
  if (error.detail === 'banned') return BANNED_WORDS;
  if (error.detail === 'unconfirmed') return 'Confirmez d’abord votre adresse de courriel.';
  return null;
}

/** Joins by one button. A free account that is full is led to the page that says so beside its own salons. */
export async function joined(join: () => Promise<Entry>): Promise<SeeOther> {
  try {
    return seeOther(insideOf(await join()));
  } catch (error) {
    if (error instanceof AppError && error.detail === 'salons_joined') return seeOther(href('salons'));
    if (error instanceof AppError && error.detail === 'banned') return seeOther(href('salons', {}, said('exclu')));
    throw error;
  }
}

/** The salon, where a word of welcome waits, with what she has earned by coming in (D71). */
export const insideOf = ({ salon, earned }: Entry): string =>
  href('salon', { salon }, said(earned ? 'rejoint-points' : 'rejoint'));
