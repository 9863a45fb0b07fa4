/** Course 5, lesson 2: the four signs of a swindle, and what to do before answering. */
import {
  AMBER,
  animate,
  appear,
  at,
  BLUSH,
  box,
  disc,
  HONEY,
  halo,
  INK,
  LILAC,
  LINEN,
  limbs,
  penned,
  phone,
  ROSE,
  shape,
  stroke,
  touch,
  touched,
  transform,
  travel,
  VIOLET,
  words,
} from './drawing';
import type { Film } from './film';

const X = 155;
const Y = 20;
const held = (id: string, screen: string) => at(X, Y, phone(id, screen));
const RED = '#b3263a';
const GREEN = '#2f7d4f';

const bubble = (y: number, lines: readonly string[], fill = LINEN) =>
  `<path d="M30 ${y}H246Q262 ${y} 262 ${y + 16}V${y + 24 + lines.length * 38}Q262 ${y + 40 + lines.length * 38} 246 ${y + 40 + lines.length * 38}H60L32 ${y + 66 + lines.length * 38}V${y + 16}Q30 ${y} 46 ${y}Z" fill="${fill}"/>${lines.map((line, index) => words(44, y + 48 + index * 38, line, { size: 27 })).join('')}`;

/** A mask before a smile that asks for something. */
const mask = `${shape('M-150 -40Q-150 -90 -90 -90Q-40 -90 0 -64Q40 -90 90 -90Q150 -90 150 -40Q150 50 84 56Q36 58 0 10Q-36 58 -84 56Q-150 50 -150 -40Z', VIOLET)}${shape('M-110 -26Q-74 -62 -38 -22Q-74 8 -110 -26Z', '#fff')}${shape('M110 -26Q74 -62 38 -22Q74 8 110 -26Z', '#fff')}${stroke('M-150 -30Q-200 -20 -220 20M150 -30Q200 -20 220 20', VIOLET, 10)}${stroke('M-70 130Q0 180 70 130', INK, 9)}`;

const sign = (x: number, y: number, text: string, icon: string, when: number, fill: string) =>
  appear(
    when,
    `${box(x, y, 262, 220, 30, fill)}${at(x + 131, y + 88, icon)}${words(x + 131, y + 190, text, { size: 40, bold: true, middle: true })}`,
  );
const parcel = `${shape('M-56 -30H56V50H-56Z', '#e2b877')}${stroke('M0 -30V50M-56 -4H56', '#a9762c', 6)}${stroke('M0 -66V-48M-36 -60L-28 -46M36 -60L28 -46', ROSE, 8)}`;
const watch = `${disc(0, 4, 52, '#fff')}${stroke('M0 4V-32', INK, 7)}<g transform="translate(0 4)"><g>${transform('rotate', [0, 8], ['0', '1080'])}${stroke('M0 0V-38', ROSE, 6)}</g></g>${stroke('M-14 -62H14', INK, 9)}`;
const hush = `${disc(0, -2, 56, '#edbf9b')}${stroke('M-22 -10V-6M22 -10V-6', INK, 9)}${stroke('M-18 32H18', INK, 7)}${limbs([{ d: 'M0 24V50', width: 20 }], '#edbf9b')}`;
const coin = `${box(-76, -40, 120, 84, 14, VIOLET)}<rect x="-74" y="-20" width="116" height="18" fill="${INK}"/>${disc(44, 26, 34, AMBER)}${words(44, 40, '€', { size: 40, bold: true, middle: true })}`;

const receiver =
  'M-34 -26Q-40 -12 -26 4Q-8 24 18 30Q36 34 40 20L30 4L12 8Q-6 0 -12 -14L-4 -30L-18 -40Q-30 -40 -34 -26Z';
const cut = `<circle r="62" fill="${RED}"/><g transform="rotate(135)"><path d="${receiver}" fill="#fff"/></g>`;

const glass = `<clipPath id="verre"><path d="M-92 -150H92L70 150H-70Z"/></clipPath><g clip-path="url(#verre)"><rect x="-100" y="-100" width="200" height="260" fill="#bfe0f2">${animate('y', [0, 2.5, 6], ['-100', '-100', '10'])}</rect></g>${shape('M-92 -150H92L70 150H-70Z', 'none', 8)}${stroke('M-60 -120L-48 90', '#fff', 10)}`;
const card = `${box(0, 0, 400, 250, 26, VIOLET)}<rect x="2" y="40" width="396" height="52" fill="${INK}"/><rect x="30" y="120" width="230" height="40" rx="6" fill="#fff"/>${words(30, 214, 'Appelez le', { size: 27, colour: '#fff' })}<rect x="176" y="184" width="196" height="44" rx="10" fill="none" stroke="${AMBER}" stroke-width="6" opacity="0">${animate('opacity', [0, 2, 2.6], ['0', '0', '1'])}</rect>${words(274, 216, '09 •• •• ••', { size: 29, bold: true, colour: '#fff', middle: true })}`;

const advice = (y: number, text: string, when: number) =>
  appear(
    when,
    `${disc(74, y, 30, '#fff')}${penned(`M60 ${y}L71 ${y + 12}L90 ${y - 13}`, 60, when + 0.4, 0.5, GREEN, 8)}${words(124, y + 14, text, { size: 42, bold: true })}`,
  );

export const arnaque: Film = {
  course: '5-a-l-aise-avec-ses-ecrans',
  number: '02',
  title: 'Flairer une arnaque avant d’y répondre',
  slides: [
    {
      seconds: 7,
      title: 'Flairer une arnaque avant d’y répondre',
      lines: ['Film sans paroles, à lire à votre rythme.'],
      image: 'Un masque de carnaval violet, au-dessus d’un sourire.',
      drawing: `${halo(300, 300, 285, BLUSH)}<g transform="translate(300 270)">${mask}</g>`,
    },
    {
      seconds: 9,
      title: 'Trois costumes',
      lines: ['Un enfant qui change de numéro, un colis bloqué, un faux banquier.'],
      image:
        'Trois messages arrivent sur un téléphone : « Coucou maman, c’est mon nouveau numéro », « Colis bloqué : 1,99 € », « Ici votre banque, vite ! ».',
      drawing: `${halo(300, 300, 285, LILAC)}${held('b2', `${appear(0.8, bubble(70, ['Coucou maman,', 'mon nouveau n°'], BLUSH))}${appear(2.6, bubble(232, ['Colis bloqué :', '1,99 €'], HONEY))}${appear(4.4, bubble(394, ['Ici votre', 'banque, vite !'], LILAC))}`)}`,
    },
    {
      seconds: 11,
      title: 'Les quatre signes',
      lines: ['Surprise, hâte, secret, demande.', 'Deux signes : on ne répond pas.'],
      image:
        'Quatre cartes : un colis inattendu, un chronomètre qui tourne, un doigt sur la bouche, une carte et une pièce.',
      drawing: `${halo(300, 300, 285, LILAC)}${sign(26, 64, 'surprise', parcel, 0.8, '#fff')}${sign(312, 64, 'hâte', watch, 2.2, '#fff')}${sign(26, 310, 'secret', hush, 3.6, '#fff')}${sign(312, 310, 'demande', coin, 5, '#fff')}`,
    },
    {
      seconds: 9,
      title: 'Le nom affiché ne prouve rien',
      lines: ['Il se contrefait, même celui de votre banque.'],
      image: 'Un appel affiche « Ma banque ». Un masque apparaît derrière le nom.',
      drawing: `${halo(300, 300, 285, BLUSH)}${held('b4', `${words(145, 150, 'Appel de', { size: 32, middle: true })}${words(145, 204, 'Ma banque', { size: 44, bold: true, middle: true })}<circle cx="145" cy="330" r="72" fill="${LILAC}"/><g>${animate('opacity', [0, 3, 4], ['1', '1', '0'])}${at(145, 330, `${shape('M-44 -10L0 -40L44 -10Z', '#fff')}${stroke('M-30 0V30M0 0V30M30 0V30M-46 38H46', INK, 7)}`)}</g>${appear(3.4, at(145, 330, mask, 0.34))}`)}`,
    },
    {
      seconds: 8,
      title: '1. Coupez',
      lines: ['Raccrocher au nez d’un inconnu n’est pas impoli.'],
      image: 'Un doigt touche le bouton rouge qui raccroche. L’écran devient calme.',
      drawing: `${halo(300, 300, 285, HONEY)}${held('b5', `<g>${animate('opacity', [0, 3.6, 4.2], ['1', '1', '0'])}${words(145, 150, 'Appel de', { size: 32, middle: true })}${words(145, 204, 'Ma banque', { size: 44, bold: true, middle: true })}${at(145, 390, cut)}</g>${appear(4.2, words(145, 240, 'Appel', { size: 44, bold: true, middle: true }) + words(145, 294, 'terminé', { size: 44, bold: true, middle: true }))}`)}${touch(X + 145, Y + 396, 3.2)}`,
    },
    {
      seconds: 8,
      title: '2. Respirez',
      lines: ['Asseyez-vous quelques minutes.', 'Un verre d’eau.'],
      image: 'Un verre d’eau se vide lentement.',
      drawing: `${halo(300, 300, 285, '#dbe9f5')}${at(300, 300, glass, 1.25)}${stroke('M120 494H480', INK, 6)}`,
    },
    {
      seconds: 9,
      title: '3. Rappelez vous-même',
      lines: ['Au numéro que vous aviez déjà : au dos de la carte, sur un relevé.'],
      image: 'Le dos d’une carte bancaire ; le numéro de téléphone de la banque est entouré.',
      drawing: `${halo(300, 300, 285, LILAC)}<g transform="rotate(-6 300 300)">${at(72, 158, card, 1.14)}</g>${touched(410, 372, 3)}`,
    },
    {
      seconds: 9,
      title: 'Un code ne se dicte pas',
      lines: ['À personne. Et une carte ne se remet pas à un coursier.'],
      image: 'Une bulle de parole contient six points, comme un code. Un trait rouge la barre.',
      drawing: `${halo(300, 300, 285, BLUSH)}${shape('M90 120H510Q540 120 540 150V330Q540 360 510 360H260L170 450V360H90Q60 360 60 330V150Q60 120 90 120Z', '#fff')}${[0, 1, 2, 3, 4, 5].map((index) => `<circle cx="${140 + index * 64}" cy="240" r="17" fill="${INK}"/>`).join('')}${penned('M80 420L520 70', 570, 2, 1.2, RED, 20)}`,
    },
    {
      seconds: 8,
      title: 'Faux message ?',
      lines: ['Transférez-le au 33700, puis effacez-le.'],
      image: 'Un message s’envole du téléphone vers le numéro 33700.',
      drawing: `${halo(300, 300, 285, HONEY)}${at(40, 60, phone('b9', ''), 0.86)}${travel([0, 1.6, 4], ['40 60', '40 60', '290 110'], `<g transform="scale(.86)">${bubble(140, ['Colis bloqué :', '1,99 €'], BLUSH)}</g>`)}${appear(3.6, `${box(330, 330, 250, 120, 28, '#fff')}${words(455, 412, '33700', { size: 62, bold: true, middle: true, colour: VIOLET })}`)}`,
    },
    {
      seconds: 11,
      title: 'Si j’ai cédé',
      lines: ['Pas de honte : j’agis, dans cet ordre.', 'Aide aux victimes : 116 006.'],
      image: 'Une liste se coche : ma banque, mot de passe, je garde tout, 17cyber.gouv.fr, plainte.',
      drawing: `${halo(300, 300, 285, LILAC)}${box(20, 60, 560, 480, 34, '#fff')}${advice(130, 'Ma banque', 0.8)}${advice(216, 'Mot de passe', 2.2)}${advice(302, 'Je garde tout', 3.6)}${advice(388, '17cyber.gouv.fr', 5)}${advice(474, 'Plainte', 6.4)}`,
    },
  ],
};
