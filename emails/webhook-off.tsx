import { moment } from './dates';
import type { Letter } from './letter';
import { Action, Facts, P } from './parts';

export const letter: Letter<'webhookOff'> = {
  subject: ({ host }) => `Plus aucun événement vers ${host}`,
  preheader: () => 'Cet outil ne répond plus ; rien n’est perdu sur votre site.',
  why: () => 'Vous tenez ce site Aurora50, qui prévient cet outil de ce qui s’y passe.',
  body: ({ host, at, path }) => (
    <>
      <P>Bonjour,</P>
      <P>
        Un outil que votre site prévenait ne répond plus, ou ne veut plus rien recevoir. Le site ne lui envoie plus
        rien.
      </P>
      <Facts
        facts={[
          ['Outil', host],
          ['Arrêté', moment(at)],
        ]}
      />
      <P>Quand il répond de nouveau, essayez-le et reprenez l’envoi sur la page ci-dessous.</P>
      <Action path={path}>Voir les outils prévenus</Action>
    </>
  ),
  example: { host: 'outil.exemple.fr', at: '2026-11-23T05:10:00Z', path: '/admin/webhooks' },
};
