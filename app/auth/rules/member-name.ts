/** D02: the name that other members see. */
import { hasVisibleSign, oneLine } from '~/forms';

/** « Dr.Martin », « mme.durand »: a title without its space is no address. */
const TITLE = /^(m|mme|mlle|dr|me|pr|prof|st|ste)\./iu;
/** The name on a letter to an address that nobody has confirmed yet must not carry an advertisement (C-23). */
const ADDRESS_IN_NAME = /[Hh][Tt]{2}[Pp]s?:|[Ww]{3}\.|@|[\p{L}\d]{2}\.(\p{Ll}{2,}|\p{Lu}{2,})(\s|\/|$)/u;

export const memberName = oneLine(80)
  .refine(hasVisibleSign, 'Écrivez le nom que les autres membres verront, par exemple Monique D.')
  .refine(
    (value) => !ADDRESS_IN_NAME.test(value.replace(TITLE, '')),
    'Écrivez seulement un nom, sans adresse de site ni de courriel. Par exemple Monique D.',
  );
