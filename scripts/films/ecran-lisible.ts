/** Course 5, lesson 1: the settings of a telephone that make it readable. */
import {
  AMBER,
  animate,
  appear,
  at,
  box,
  HONEY,
  halo,
  hand,
  LILAC,
  PAPER,
  phone,
  stroke,
  touch,
  touched,
  transform,
  travel,
  VIOLET,
  words,
} from './drawing';
import type { Film } from './film';
import { delays, farAway, field, header, home, letter, picture, pinch, sun, typing } from './screens';

const PHONE_X = 150;
const PHONE_Y = 20;
const held = (id: string, screen: string, ground?: string) => at(PHONE_X, PHONE_Y, phone(id, screen, ground));
const behind = halo(300, 300, 285, LILAC);

const rail = (y: number, from: number, to: number) => {
  const times = [0, 2.2, 5];
  return `${stroke(`M44 ${y}H246`, '#c9bfd3', 10)}<path d="M44 ${y}H${from}" stroke="${VIOLET}" stroke-width="10" stroke-linecap="round">${animate(
    'd',
    times,
    [from, from, to].map((x) => `M44 ${y}H${x}`),
  )}</path><circle cx="${from}" cy="${y}" r="19" fill="#fff" stroke="${VIOLET}" stroke-width="7">${animate('cx', times, [from, from, to].map(String))}</circle>`;
};
const dragging = (y: number, from: number, to: number) =>
  travel(
    [0.6, 1.9, 2.2, 5, 6],
    [
      `${PHONE_X + from + 110} ${PHONE_Y + y + 200}`,
      `${PHONE_X + from} ${PHONE_Y + y}`,
      `${PHONE_X + from} ${PHONE_Y + y}`,
      `${PHONE_X + to} ${PHONE_Y + y}`,
      `${PHONE_X + to + 40} ${PHONE_Y + y + 60}`,
    ],
    hand(),
  );
const growing = (lines: readonly string[], y: number, from: number, to: number, bold = false) =>
  `<g transform="translate(38 ${y})"><g transform="scale(${from})">${transform('scale', [0, 2.2, 5], [from, from, to].map(String))}${lines.map((line, index) => words(0, index * 40, line, { size: 30, bold })).join('')}</g></g>`;

export const ecranLisible: Film = {
  course: '5-a-l-aise-avec-ses-ecrans',
  number: '01',
  title: 'Un écran qui se lit sans effort',
  slides: [
    {
      seconds: 7,
      title: 'Un écran qui se lit sans effort',
      lines: ['Film sans paroles, à lire à votre rythme.'],
      image: 'Sur un téléphone, de petites lignes grises laissent place à de grandes lettres : « Bonjour Mamie ! »',
      drawing: `${behind}${held('a1', `<g>${animate('opacity', [0, 2, 3.4], ['1', '1', '0'])}${letter}</g>${appear(3, `${words(145, 240, 'Bonjour', { size: 58, bold: true, middle: true })}${words(145, 310, 'Mamie !', { size: 58, bold: true, middle: true })}`)}`)}`,
    },
    {
      seconds: 7,
      title: 'Trop petit ?',
      lines: ['Ce n’est pas à votre bras de travailler.', 'C’est au téléphone.'],
      image: 'Une personne à lunettes éloigne son téléphone à bout de bras pour le lire.',
      drawing: farAway,
    },
    {
      seconds: 8,
      title: 'Touchez la roue dentée',
      lines: ['Elle s’appelle « Réglages » ou « Paramètres ».'],
      image: 'Un doigt touche l’image de la roue dentée parmi celles de l’écran d’accueil.',
      drawing: `${behind}${held('a3', home, PAPER)}${touch(PHONE_X + 145, PHONE_Y + 222, 3.2)}`,
    },
    {
      seconds: 8,
      title: 'Cherchez avec la loupe',
      lines: ['En haut de la liste, écrivez un seul mot : « taille ».'],
      image: 'Dans la case de recherche, le mot « taille » s’écrit lettre après lettre et le bon réglage apparaît.',
      drawing: `${behind}${held('a4', `${header('Réglages')}${field(typing)}${appear(5, `<rect x="30" y="196" width="230" height="112" rx="20" fill="${LILAC}"/>${words(50, 244, 'Taille', { size: 32, bold: true })}${words(50, 284, 'du texte', { size: 32, bold: true })}`)}`)}${touched(PHONE_X + 150, PHONE_Y + 140, 1.6)}`,
    },
    {
      seconds: 9,
      title: 'Poussez le curseur',
      lines: ['Vers la droite, jusqu’à lire à la distance d’un livre.'],
      image: 'Un doigt fait glisser un curseur vers la droite. Au-dessus, le texte grandit.',
      drawing: `${behind}${held('a5', `${growing(['Bonjour Mamie,', 'je viens', 'dimanche !'], 130, 0.62, 1.02)}${words(44, 340, 'A', { size: 24, bold: true })}${words(222, 340, 'A', { size: 46, bold: true })}${rail(380, 84, 204)}`)}${dragging(380, 84, 204)}`,
    },
    {
      seconds: 8,
      title: 'Mettez le texte en gras',
      lines: ['Souvent sur la même page.', 'Les lettres se détachent mieux.'],
      image: 'Un doigt touche un bouton à bascule. Le texte fin devient épais.',
      drawing: `${behind}${held('a6', `<g>${animate('opacity', [0, 3, 3.2], ['1', '1', '0'])}${['Bonjour Mamie,', 'je viens', 'dimanche !'].map((line, index) => words(36, 130 + index * 44, line, { size: 32, colour: '#6d6275' })).join('')}</g><g opacity="0">${animate('opacity', [0, 3, 3.2], ['0', '0', '1'])}${['Bonjour Mamie,', 'je viens', 'dimanche !'].map((line, index) => words(36, 130 + index * 44, line, { size: 32, bold: true })).join('')}</g>${words(36, 372, 'Gras', { size: 32 })}<rect x="160" y="338" width="92" height="50" rx="25" fill="#c9bfd3">${animate('fill', [0, 3, 3.3], ['#c9bfd3', '#c9bfd3', VIOLET])}</rect><circle cx="186" cy="363" r="19" fill="#fff">${animate('cx', [0, 3, 3.3], ['186', '186', '226'])}</circle>`)}${touch(PHONE_X + 206, PHONE_Y + 366, 2.9)}`,
    },
    {
      seconds: 9,
      title: 'Réglez la lumière',
      lines: ['Glissez un doigt du haut vers le bas : voici le petit soleil.'],
      image:
        'Un doigt glisse depuis le haut de l’écran. Un volet descend avec un petit soleil, et l’écran s’éclaircit.',
      drawing: `${behind}${held('a7', `<rect x="14" y="14" width="262" height="532" fill="#b9b0c2">${animate('fill', [0, 4.8, 6.6], ['#b9b0c2', '#b9b0c2', '#ffffff'])}</rect>${letter}${travel([0, 1.8, 4], ['0 -330', '0 -330', '0 0'], `<path d="M14 14H276V290q0 26 -26 26H40q-26 0 -26 -26z" fill="${HONEY}"/>${sun(70, 170, 1.3)}${stroke('M126 170H240', '#fff', 22)}<path d="M126 170H156" stroke="${AMBER}" stroke-width="22" stroke-linecap="round">${animate('d', [0, 4.8, 6.6], ['M126 170H156', 'M126 170H156', 'M126 170H228'])}</path>${words(145, 250, 'Lumière', { size: 28, middle: true })}`)}`, '#b9b0c2')}${travel([0.4, 1.6, 1.8, 4, 5], [`${PHONE_X + 250} ${PHONE_Y + 200}`, `${PHONE_X + 150} ${PHONE_Y + 34}`, `${PHONE_X + 150} ${PHONE_Y + 34}`, `${PHONE_X + 150} ${PHONE_Y + 330}`, `${PHONE_X + 240} ${PHONE_Y + 440}`], hand())}`,
    },
    {
      seconds: 8,
      title: 'Il s’éteint trop vite ?',
      lines: ['Cherchez « veille » ou « verrouillage », puis choisissez 2 minutes.'],
      image: 'Une liste propose 30 secondes, 1 minute et 2 minutes. Un doigt choisit 2 minutes.',
      drawing: `${behind}${held('a8', `${header('Veille')}${delays}`)}${touch(PHONE_X + 246, PHONE_Y + 310, 2.7)}`,
    },
    {
      seconds: 8,
      title: 'Agrandissez d’un geste',
      lines: ['Deux doigts joints sur l’image, puis écartez-les.'],
      image: 'Deux doigts s’écartent sur la photo d’une maison, qui grandit dans l’écran.',
      drawing: `${behind}${held('a9', picture, '#dfeaf5')}${pinch}`,
    },
    {
      seconds: 9,
      title: 'Rien ne s’efface',
      lines: ['Notez la position d’avant.', 'Vous pouvez toujours revenir en arrière.'],
      image: 'Un carnet à deux colonnes, « avant » et « après », posé à côté du téléphone.',
      drawing: `${halo(300, 300, 285, HONEY)}${at(84, 96, `${box(0, 0, 330, 408, 18, '#fff')}${stroke('M165 30V378M26 92H304', '#a99bb5', 4)}${words(84, 72, 'avant', { size: 34, bold: true, middle: true })}${words(246, 72, 'après', { size: 34, bold: true, middle: true })}${[150, 214, 278].map((y, index) => words(84, y, ['petit', 'fin', '30 s'][index] ?? '', { size: 34, middle: true }) + appear(1 + index * 1.1, words(246, y, ['grand', 'gras', '2 min'][index] ?? '', { size: 34, middle: true, colour: VIOLET, bold: true }))).join('')}`)}${at(430, 300, phone('a10', words(145, 270, 'Aa', { size: 150, bold: true, middle: true })), 0.5)}`,
    },
  ],
};
