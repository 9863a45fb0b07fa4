/** Why somebody could not come in or make a salon, in words. Null: not a reason that a form explains. */
import type { AppError } from '~/errors';

export function refusedJoin(error: AppError): string | null {
  if (error.code === 'not_found') return 'Ce code n’ouvre aucun salon. Vérifiez chaque lettre et chaque chiffre.';
  return refusedByPlan(error);
}

export function refusedByPlan(error: AppError): string | null {
  if (error.detail === 'salons_joined') {
    return 'La formule gratuite permet de rejoindre 3 salons. Quittez-en un pour entrer dans celui-ci.';
  }
  if (error.detail === 'salons_owned') return 'La formule gratuite permet de tenir un salon, et vous en tenez déjà un.';
  if (error.detail === 'unconfirmed') return 'Confirmez d’abord votre adresse de courriel.';
  return null;
}
