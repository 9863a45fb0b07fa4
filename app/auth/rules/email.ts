import { z } from 'zod';
import { text } from '~/http/forms';

export const email = text(254)
  .transform((value) => value.trim())
  .pipe(z.email('Cette adresse ne semble pas complète. Elle ressemble à prenom.nom@exemple.fr'));
