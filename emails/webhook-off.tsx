import { moment } from './dates';
import type { Letter } from './letter';
import { Action, Facts, P } from './parts';

export const letter: Letter<'webhookOff'> = {
  subject: () => 'Un outil n’est plus prévenu',
  preheader: () => 'Il ne répond plus ; rien n’est perdu sur votre site.',
  why: () => 'Vous tenez ce site Aurora50, qui prévient d’autres outils de ce qui s’y passe.',
  body: ({ at, path }) => (
    <>
      <P>Bonjour,</P>
      <P>
        Un outil que votre site prévenait ne répond plus, ou ne veut plus rien recevoir. Le site ne lui envoie plus
        rien. Quand il répond de nouveau, essayez-le et reprenez l’envoi sur la page ci-dessous, qui dit lequel c’est.
      </P>
      <Facts facts={[['Arrêté', moment(at)]]} />
      <Action path={path}>Voir les outils prévenus</Action>
    </>
  ),
  example: { at: '2026-11-23T05:10:00Z', path: '/admin/webhooks' },
};
