/** Why a file is refused, in the words of the page (B04). */
import { type Folder, FRAMES, MEGABYTE } from './picture';

/** Reliability 16: width times height, known from the file's head before anything is unpacked. */
export const PIXELS_MAX = 24_000_000;
/** A smaller one is a blot on every screen. */
export const SIDE_MIN = 96;

/** Why a file is refused. */
export type Refusal =
  | { readonly why: 'nothing' | 'heic' | 'other' | 'broken' | 'small' | 'often' | 'away' }
  | { readonly why: 'heavy'; readonly bytes: number }
  | { readonly why: 'wide'; readonly pixels: number };

/** « 2 Mo » as everybody's telephone counts. */
export const megabytes = (bytes: number): string => `${decimal(Math.max(0.1, bytes / MEGABYTE), 1)}\u00a0Mo`;

const decimal = (value: number, digits: number) => value.toLocaleString('fr-FR', { maximumFractionDigits: digits });

/** B04: what is wrong, and what to do. */
export function refusalInWords(refusal: Refusal, folder: Folder): string {
  switch (refusal.why) {
    case 'nothing':
      return 'Choisissez d’abord une photo sur votre appareil.';
    case 'heavy':
      return `Photo trop lourde\u202f: ${megabytes(refusal.bytes)}, maximum ${megabytes(FRAMES[folder].most)}. Choisissez-en une autre, ou envoyez-la-vous par courriel en taille moyenne\u202f: elle sera plus légère.`;
    case 'heic':
      return 'Cette photo est au format HEIC des iPhone, que nous ne savons pas lire. Envoyez-la-vous par courriel, ou faites-en une capture d’écran\u202f: elle deviendra une photo JPEG ou PNG, que nous savons lire. Pour les prochaines\u202f: Réglages, Appareil photo, Formats, «\u202fLe plus compatible\u202f».';
    case 'other':
      return 'Ce fichier n’est pas une photo que nous savons lire. Choisissez une photo JPEG, PNG ou WebP, comme en font les téléphones et les appareils photo.';
    case 'broken':
      return 'Cette photo est incomplète ou abîmée\u202f: elle n’a pas pu être ouverte. Essayez de l’envoyer de nouveau, ou choisissez-en une autre.';
    case 'small':
      return `Cette photo est trop petite\u202f: ${SIDE_MIN} points de côté au moins. Choisissez-en une plus grande.`;
    case 'wide':
      return `Cette photo est trop grande\u202f: ${decimal(refusal.pixels / 1e6, 0)} millions de points, ${decimal(PIXELS_MAX / 1e6, 0)} au plus. Choisissez-en une autre, ou faites-en une capture d’écran.`;
    case 'often':
      return 'Vous avez envoyé beaucoup de photos aujourd’hui. Celle que vous aviez est toujours là\u202f: revenez demain pour en changer.';
    case 'away':
      return 'Nous ne pouvons pas garder de photo en ce moment. Ce n’est pas votre faute, et votre photo d’avant est toujours là\u202f: réessayez dans quelques minutes.';
  }
}
