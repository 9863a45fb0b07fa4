import { moment } from './dates';
import type { Letter } from './letter';
import { somebody, titleOf, words } from './member-text';
import { Action, P, Quote } from './parts';

/** F09. Goes to people who may never have heard of us: three words of others' in it, and none of them can be pressed. */
export const letter: Letter<'invitation'> = {
  subject: ({ inviter, salon }) => `${somebody(inviter, 22)} vous invite dans « ${titleOf(salon, 26)} »`,
  preheader: () => 'Un salon d’Aurora50, pour parler et apprendre ensemble après 50 ans.',
  why: ({ inviter }) => `${somebody(inviter)} a donné cette adresse pour vous inviter.`,
  body: ({ inviter, salon, description, path, until, people = 1 }) => (
    <>
      <P>Bonjour,</P>
      <P>
        <strong>{somebody(inviter)}</strong> vous invite à rejoindre un salon d’Aurora50, où des personnes de 50 ans et
        plus parlent et apprennent ensemble :
      </P>
      <Quote>
        <strong>{titleOf(salon, 80)}</strong>
        {description && (
          <>
            <br />
            {words(description, 280)}
          </>
        )}
      </Quote>
      <Action path={path}>Voir l’invitation</Action>
      <P>
        {people === 1
          ? 'L’invitation est personnelle : elle sert une seule fois'
          : `L’invitation sert ${people} fois : vous pouvez la passer à vos proches`}
        , jusqu’au {moment(until)}. Rejoindre est gratuit.
      </P>
      <P>
        <strong>Vous ne connaissez pas cette personne ?</strong> Ne faites rien : l’invitation s’éteindra d’elle-même,
        et rien n’aura été ouvert à votre nom.
      </P>
    </>
  ),
  example: {
    inviter: 'Monique Berger',
    salon: 'Jardin au balcon',
    description: 'Tomates, géraniums et voisins : ce qui pousse sur trois mètres carrés.',
    path: '/invitation/t4k8xw2m9qd6hv3snb7pzr5yfc',
    until: '2026-11-30T17:05:00Z',
  },
};
