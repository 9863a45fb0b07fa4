import { href } from '~/urls';

/** P01: one sentence, the same at every sign-up; a changed one is a new version (`rules/consent.ts`). */
export function Consent() {
  return (
    <>
      J’accepte les <a href={href('houseRules')}>règles de la maison</a>, et qu’Aurora50 garde mon nom, mon adresse de
      courriel et mes messages pour faire vivre mon compte et mes salons, comme le dit la page{' '}
      <a href={href('privacy')}>Confidentialité</a>.
    </>
  );
}
