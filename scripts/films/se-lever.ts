/** Course 1, lesson 1: getting up from a chair without the hands. */
import {
  AMBER,
  animate,
  appear,
  at,
  BLUSH,
  HONEY,
  halo,
  INK,
  LILAC,
  limbs,
  ROSE,
  shape,
  stroke,
  touched,
  travel,
  VIOLET,
  words,
} from './drawing';
import {
  AT_THE_EDGE,
  chair,
  FEET_BACK,
  HALF_WAY,
  headOf,
  LEANING,
  type Pose,
  person,
  room,
  SEATED,
  STANDING,
} from './figure';
import type { Film } from './film';

/** The whole figure, standing, fits in the frame. */
const scene = (inside: string, behind = LILAC) =>
  `${halo(300, 300, 285, behind)}${at(30, 62, `${room()}${chair()}${inside}`, 0.92)}`;
const arrow = (d: string, head: string) => appear(1, `${stroke(d, ROSE, 10)}${stroke(head, ROSE, 10)}`);
const doing = (poses: readonly Pose[], times: readonly number[]) => person(poses, times);

const count = (x: number, y: number, text: string, from: number) =>
  `<g opacity="0">${animate('opacity', [0, from, from + 0.3], ['0', '0', '1'])}<circle cx="${x}" cy="${y}" r="38" fill="#fff" stroke="${VIOLET}" stroke-width="6"/>${words(x, y + 16, text, { size: 46, bold: true, middle: true, colour: VIOLET })}</g>`;

const table = `${limbs([{ d: 'M452 366L566 366', width: 18 }], '#e9d9c0')}${limbs([{ d: 'M548 380L548 534', width: 14 }], '#e9d9c0')}`;
const small = (x: number, y: number, inside: string, text: string) =>
  `${at(x, y, inside, 0.48)}${words(x + 168, y + 300, text, { size: 31, bold: true, middle: true })}`;

const RISE = [LEANING, LEANING, HALF_WAY, STANDING];
const RISE_TIMES = [0, 2.2, 3.6, 5.4];
const breath = appear(
  2.4,
  [0, 1, 2].map((line) => stroke(`M${72 - line * 4} ${18 + line * 22}h${54 - line * 12}`, '#8b7aa0', 7)).join(''),
);

export const seLever: Film = {
  course: '1-bouger-a-son-allure',
  number: '01',
  title: 'Se lever d’une chaise sans les mains',
  slides: [
    {
      seconds: 8,
      title: 'Se lever d’une chaise sans les mains',
      lines: ['Film sans paroles, à lire à votre rythme.'],
      image: 'Une femme aux cheveux blancs, bras croisés sur la poitrine, se lève d’une chaise.',
      drawing: scene(doing([FEET_BACK, FEET_BACK, LEANING, HALF_WAY, STANDING, STANDING], [0, 1.6, 3, 4, 5.2, 6])),
    },
    {
      seconds: 8,
      title: 'Une chaise qui ne bouge pas',
      lines: ['Solide, ni basse ni molle, calée contre un mur.', 'Des chaussures fermées.'],
      image: 'La chaise vide, le dossier contre le mur ; à côté, une paire de chaussures fermées.',
      drawing: `${halo(300, 300, 285, HONEY)}${at(30, 62, `${room()}${chair()}${shoes()}`, 0.92)}`,
    },
    {
      seconds: 8,
      title: '1. Avancez',
      lines: ['Les fesses vers le bord du siège.'],
      image: 'La femme assise au fond glisse vers l’avant de la chaise.',
      drawing: scene(
        `${doing([SEATED, SEATED, AT_THE_EDGE], [0, 2.2, 4.6])}${arrow('M226 486H330', 'M306 462L332 486L306 510')}`,
      ),
    },
    {
      seconds: 8,
      title: '2. Reculez les pieds',
      lines: ['Les talons un peu en arrière des genoux.'],
      image: 'Ses pieds reviennent en arrière, jusque sous les genoux.',
      drawing: scene(
        `${doing([AT_THE_EDGE, AT_THE_EDGE, FEET_BACK], [0, 2.2, 4.2])}${arrow('M566 486H500', 'M524 462L498 486L524 510')}`,
      ),
    },
    {
      seconds: 9,
      title: '3. Penchez-vous',
      lines: ['Le dos long, jusqu’à ce que le nez passe au-dessus des orteils.'],
      image: 'Le buste s’incline. Une ligne pointillée descend du nez jusqu’aux orteils.',
      drawing: scene(
        `${doing([FEET_BACK, FEET_BACK, LEANING], [0, 2.2, 4.6])}${appear(5, `<path d="M462 196V500" stroke="${ROSE}" stroke-width="7" stroke-dasharray="2 18" stroke-linecap="round"/>`)}`,
        BLUSH,
      ),
    },
    {
      seconds: 9,
      title: '4. Poussez',
      lines: ['Dans le sol, en soufflant.', 'Puis dépliez-vous.'],
      image: 'Ses jambes poussent, les fesses quittent la chaise, elle se redresse. Un souffle sort de sa bouche.',
      drawing: scene(
        `${doing(RISE, RISE_TIMES)}${travel(
          RISE_TIMES,
          RISE.map((pose) => headOf(pose).join(' ')),
          breath,
        )}${touched(420, 520, 2.2)}`,
        BLUSH,
      ),
    },
    {
      seconds: 9,
      title: 'Redescendez en trois secondes',
      lines: ['Un, deux, trois. La descente muscle autant que la montée.'],
      image: 'Elle se rassied lentement pendant que s’affichent les chiffres un, deux et trois.',
      drawing: scene(
        `${doing([STANDING, STANDING, HALF_WAY, LEANING, FEET_BACK], [0, 2, 3.6, 5, 6.4])}${count(100, 140, '1', 2.2)}${count(100, 240, '2', 3.4)}${count(100, 340, '3', 4.6)}`,
        HONEY,
      ),
    },
    {
      seconds: 10,
      title: 'À chacun sa marche',
      lines: ['Une main sur la table, les mains sur les cuisses, ou les bras croisés.'],
      image: 'Trois petites scènes : une main posée sur une table, deux mains sur les cuisses, les bras croisés.',
      drawing: `${halo(300, 300, 285, LILAC)}${small(-14, -54, `${chair()}${table}${person([FEET_BACK], [0], 'table')}`, 'la table')}${appear(1.6, small(274, -54, `${chair()}${person([FEET_BACK], [0], 'thighs')}`, 'les cuisses'))}${appear(3.2, small(138, 250, `${chair()}${person([FEET_BACK], [0])}`, 'les bras croisés'))}`,
    },
    {
      seconds: 10,
      title: 'Vertige ou douleur ?',
      lines: ['Rasseyez-vous et parlez-en à votre médecin.', 'Mal dans la poitrine : le 15.'],
      image: 'La femme est assise au fond de la chaise, une main sur la table, au repos.',
      drawing: scene(
        `${at(6, 0, table)}${person([{ ...SEATED, heel: 430 }], [0], 'table')}${appear(3, `<rect x="400" y="60" width="150" height="110" rx="24" fill="#fff" stroke="${INK}" stroke-width="5"/>${words(475, 136, '15', { size: 66, bold: true, middle: true, colour: '#8f1d2c' })}`)}`,
        BLUSH,
      ),
    },
    {
      seconds: 8,
      title: 'Cinq fois, puis cinq fois',
      lines: ['Un jour sur deux, avec une minute de souffle entre les deux.'],
      image: 'Deux rangées de cinq points se remplissent l’une après l’autre, séparées par le mot « soufflez ».',
      drawing: `${halo(300, 300, 285, HONEY)}${row(190, 0.8)}${appear(3, words(300, 318, 'soufflez', { size: 44, middle: true, bold: true, colour: VIOLET }))}${row(410, 3.8)}`,
    },
  ],
};

function row(y: number, start: number): string {
  return [0, 1, 2, 3, 4]
    .map((index) => {
      const x = 92 + index * 104;
      const when = start + index * 0.45;
      return `<circle cx="${x}" cy="${y}" r="36" fill="#fff" stroke="${INK}" stroke-width="5"/><circle cx="${x}" cy="${y}" r="36" fill="${AMBER}" stroke="${INK}" stroke-width="5" opacity="0">${animate('opacity', [0, when, when + 0.4], ['0', '0', '1'])}</circle>${words(x, y + 14, String(index + 1), { size: 40, bold: true, middle: true })}`;
    })
    .join('');
}

function shoes(): string {
  const upper = 'M0 0V-56Q20 -44 44 -58Q62 -20 104 -14Q128 -10 128 0Z';
  const laces = stroke('M50 -44L68 -54M64 -28L80 -40M82 -18L96 -30', '#fff', 6);
  const shoe = `${shape(upper, VIOLET)}${laces}<rect x="-4" y="-2" width="136" height="16" rx="8" fill="#fff" stroke="${INK}" stroke-width="5"/>`;
  return at(444, 500, shoe) + at(396, 526, shoe);
}
