/** What the staff may look into, in the words of the journal that members read (U17). */
export const LOOKS = {
  mail_history: 'L’équipe a regardé quels courriels vous ont été envoyés.',
  mail_stop_lifted: 'L’équipe a rouvert l’envoi de courriels à votre adresse.',
} as const;
export type Look = keyof typeof LOOKS;
