/** The one honest answer to « who can read what I write »: the landing page must not promise more than the privacy page. */
export const TECHNICIANS_READ =
  'Les messages ne sont pas chiffrés de bout en bout\u202f: les personnes chargées de la technique pourraient y avoir accès pour réparer une panne ou répondre à la justice.';
