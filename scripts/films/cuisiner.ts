/** Course 6, lesson 1: one base, three meals, and boxes with a date. */
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
  LEAF,
  LILAC,
  limbs,
  penned,
  ROSE,
  shape,
  steam,
  stroke,
  transform,
  travel,
  VIOLET,
  wash,
  words,
} from './drawing';
import type { Film } from './film';

const LENTIL = ['#7d8a4f', '#8f9a5c', '#6c7743'];
const SOUP = '#a8963f';
/** Points spread like seeds, the same at each making. */
const seeds = (many: number, radius: number) =>
  Array.from({ length: many }, (_, index) => {
    const far = radius * Math.sqrt((index + 0.5) / many);
    const turn = index * 2.39996;
    return [far * Math.cos(turn), far * Math.sin(turn), LENTIL[index % LENTIL.length] ?? INK] as const;
  });
const lentils = (radius: number, many: number) =>
  `<circle r="${radius + 8}" fill="#5f6a3a"/>${seeds(many, radius)
    .map(
      ([x, y, fill], index) =>
        `<ellipse cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" rx="11" ry="8" fill="${fill}" transform="rotate(${(index * 67) % 180} ${x.toFixed(1)} ${y.toFixed(1)})"/>`,
    )
    .join('')}`;

const carrot = `${shape('M0 0C34 -14 44 10 30 26L-18 104Q-28 112 -28 98L-18 18Q-14 4 0 0Z', AMBER)}${stroke('M18 -6Q22 -40 8 -58M20 -6Q40 -34 40 -60M22 -4Q54 -20 66 -38', LEAF, 9)}`;
const onion = `${shape('M0 -52Q14 -34 40 -20Q66 4 50 36Q30 60 0 60Q-30 60 -50 36Q-66 4 -40 -20Q-14 -34 0 -52Z', '#f3d9a8')}${stroke('M-18 -16Q-34 18 -18 54M18 -16Q34 18 18 54', '#c79a4b', 5)}`;
const pot = (inside = '') => {
  const body = shape('M120 300H480V420Q480 490 410 490H190Q120 490 120 420Z', ROSE);
  const handles = limbs(
    [
      { d: 'M120 350H82', width: 26 },
      { d: 'M480 350H518', width: 26 },
    ],
    ROSE,
  );
  return `${handles}${inside}${body}${box(104, 284, 392, 34, 17, '#fff')}${stroke('M160 350V410', '#f08cae', 12)}`;
};
const plate = (food: string, rim = '#fff') =>
  at(300, 310, `${disc(0, 0, 232, rim)}<circle r="180" fill="none" stroke="#c9bfd3" stroke-width="5"/>${food}`);
const day = (name: string) => {
  const width = 70 + name.length * 22;
  return `${box(6, 20, width, 74, 20, '#fff')}${words(6 + width / 2, 71, name, { size: 40, bold: true, middle: true, colour: VIOLET })}`;
};

const egg = `${shape('M-10 -74C44 -84 82 -40 74 6C70 52 30 74 -14 68C-60 62 -82 22 -70 -20C-62 -50 -40 -70 -10 -74Z', '#fff')}${disc(4, -4, 32, AMBER)}`;
const sardine = (turn: number) =>
  `<g transform="rotate(${turn})">${shape('M-96 0Q-30 -40 60 -6L96 -30V30L60 6Q-30 40 -96 0Z', '#b9cbd9')}${stroke('M-44 -14Q-34 0 -44 14', '#6f8799', 5)}<circle cx="-66" cy="-3" r="5" fill="${INK}"/></g>`;
const parsley = (x: number, y: number) =>
  at(x, y, `${disc(-12, 0, 13, LEAF)}${disc(12, 0, 13, LEAF)}${disc(0, -14, 13, LEAF)}`, 0.9);

const container = (fill: string) =>
  `${shape('M0 0H230L212 104Q210 116 198 116H32Q20 116 18 104Z', '#eef4fa')}${wash('M8 34H222L211 102Q209 112 199 112H31Q21 112 19 102Z', fill)}`;
const lid = (colour: string) =>
  `<rect x="-10" y="-20" width="250" height="24" rx="12" fill="${colour}" stroke="${INK}" stroke-width="5"/>`;
const clock = `${disc(0, 0, 104, '#fff')}${[0, 90, 180, 270].map((turn) => `<path d="M0 -84V-70" stroke="${INK}" stroke-width="7" stroke-linecap="round" transform="rotate(${turn})"/>`).join('')}<g>${transform('rotate', [0, 1.2, 6], ['0', '0', '60'])}${stroke('M0 0V-46', INK, 10)}</g><g>${transform('rotate', [0, 1.2, 6], ['0', '0', '720'])}${stroke('M0 0V-70', ROSE, 7)}</g><circle r="9" fill="${INK}"/>`;

const felt = limbs([{ d: 'M14 -24L60 -112', width: 30 }], VIOLET) + limbs([{ d: 'M2 -2L8 -14', width: 10 }], INK);
const writing = (x: number, y: number, text: string) =>
  `<clipPath id="ecrit"><rect x="${x}" y="${y - 60}" width="0" height="90">${animate('width', [0, 1.6, 5], ['0', '0', '250'])}</rect></clipPath><g clip-path="url(#ecrit)">${words(x, y, text, { size: 60, bold: true, colour: VIOLET })}</g>${travel([0, 1.4, 1.6, 5, 6], [`${x + 120} ${y + 120}`, `${x} ${y}`, `${x} ${y}`, `${x + 236} ${y}`, `${x + 330} ${y + 60}`], felt)}`;

const snow = (x: number, y: number, size = 1) =>
  at(
    x,
    y,
    [0, 60, 120]
      .map(
        (turn) =>
          `<path d="M0 -26V26M-8 -20L0 -12L8 -20M-8 20L0 12L8 20" stroke="#4b86b8" stroke-width="5" fill="none" stroke-linecap="round" transform="rotate(${turn})"/>`,
      )
      .join(''),
    size,
  );
const tick = (x: number, y: number, text: string, when: number) =>
  `${box(x, y, 92, 92, 16, '#fff')}${words(x + 46, y + 67, text, { size: 60, bold: true, middle: true })}${penned(`M${x + 14} ${y + 78}L${x + 78} ${y + 14}`, 92, when, 0.6, ROSE, 6)}`;

const setting = `${at(300, 374, `${disc(0, 0, 158, '#fff')}<circle r="120" fill="none" stroke="#c9bfd3" stroke-width="5"/>`)}${limbs([{ d: 'M86 310V500', width: 16 }], '#c9bfd3')}${stroke('M64 234V288M86 234V288M108 234V288M64 288Q86 318 108 288', INK, 7)}${shape('M508 234Q536 264 526 374H508Z', '#c9bfd3')}${limbs([{ d: 'M514 388V500', width: 16 }], '#c9bfd3')}`;
const flower = at(
  300,
  66,
  `${stroke('M0 20Q-6 70 0 110', LEAF, 8)}${stroke('M0 74Q24 54 34 62Q20 86 0 82', LEAF, 7)}${[0, 72, 144, 216, 288].map((turn) => `<ellipse cx="0" cy="-27" rx="16" ry="23" fill="${ROSE}" stroke="${INK}" stroke-width="4" transform="rotate(${turn})"/>`).join('')}${disc(0, 0, 14, AMBER)}${shape('M-26 92H26L18 112Q40 140 18 160H-18Q-40 140 -18 112Z', LILAC)}`,
);

export const cuisiner: Film = {
  course: '6-bonne-table-bonnes-nuits',
  number: '01',
  title: 'Cuisiner une fois, manger trois fois',
  slides: [
    {
      seconds: 7,
      title: 'Cuisiner une fois, manger trois fois',
      lines: ['Film sans paroles, à lire à votre rythme.'],
      image: 'Une cocotte rouge fume doucement.',
      drawing: `${halo(300, 300, 285, HONEY)}${steam(252, 250)}${pot()}`,
    },
    {
      seconds: 9,
      title: 'Une base toute simple',
      lines: ['250 g de lentilles, une carotte, un oignon, du laurier.'],
      image: 'Une carotte, un oignon, des lentilles et une feuille de laurier tombent dans la cocotte.',
      drawing: `${halo(300, 300, 285, HONEY)}${pot(`${travel([0, 1.2, 2.6], ['190 60', '190 60', '200 360'], carrot)}${travel([0, 2.4, 3.8], ['320 90', '320 90', '310 350'], onion)}${travel([0, 3.6, 5], ['430 110', '430 110', '410 340'], at(0, 0, lentils(40, 26)))}${travel([0, 4.8, 6.2], ['255 150', '255 150', '255 340'], shape('M0 40Q-30 0 0 -44Q30 0 0 40Z', LEAF) + stroke('M0 40V-20', '#3f6632', 4))}`)}`,
    },
    {
      seconds: 8,
      title: 'Le premier jour',
      lines: ['Chaudes, avec un œuf et un filet de vinaigre.'],
      image: 'Lundi. Une assiette de lentilles ; un œuf se pose au milieu.',
      drawing: `${halo(300, 300, 285, LILAC)}${plate(`${lentils(132, 150)}${travel([0, 1.4, 2.8], ['0 -40', '0 -40', '0 0'], appear(1.4, egg))}`)}${day('lundi')}`,
    },
    {
      seconds: 8,
      title: 'Le deuxième jour',
      lines: ['En salade : échalote, persil et sardines.'],
      image: 'Mardi. Les mêmes lentilles froides, avec deux sardines et du persil.',
      drawing: `${halo(300, 300, 285, '#dcebd6')}${plate(`${lentils(132, 150)}${appear(1.4, at(-6, -44, sardine(-8)))}${appear(2.2, at(10, 34, sardine(6)))}${appear(3, parsley(-84, -96) + parsley(96, 92) + parsley(-90, 84))}`)}${day('mardi')}`,
    },
    {
      seconds: 8,
      title: 'Le troisième jour',
      lines: ['En soupe, mixées, avec une cuillerée de crème.'],
      image: 'Mercredi. Un bol de soupe où la crème dessine une spirale ; une cuillère à côté.',
      drawing: `${halo(300, 300, 285, BLUSH)}${at(300, 310, `${disc(0, 0, 214, VIOLET)}${disc(0, 0, 176, SOUP)}`)}${penned('M300 310c16 -18 40 -4 36 20c-6 34 -60 36 -78 4c-22 -42 14 -92 66 -84c66 10 88 92 40 134c-62 52 -162 16 -168 -68', 760, 1.2, 4, '#fff', 15)}${limbs([{ d: 'M566 190L556 470', width: 20 }], '#c9bfd3')}${shape('M566 84Q598 90 594 142Q590 190 566 194Q542 190 538 142Q534 90 566 84Z', '#c9bfd3')}${day('mercredi')}`,
    },
    {
      seconds: 9,
      title: 'Refroidir vite',
      lines: ['Des boîtes peu profondes, moins de deux heures sur la table.'],
      image: 'Deux boîtes plates fument. L’aiguille d’une horloge avance de deux heures.',
      drawing: `${halo(300, 300, 285, HONEY)}${at(300, 130, clock)}${steam(108, 366)}${steam(378, 366)}${at(40, 386, container('#8f9a5c'))}${at(330, 386, container('#8f9a5c'))}${stroke('M10 506H590', INK, 6)}`,
    },
    {
      seconds: 9,
      title: 'Une date sur chaque boîte',
      lines: ['Au feutre, sur un bout de ruban.', 'Un doute ? On jette.'],
      image: 'Un feutre écrit « lundi 14 » sur le ruban d’une boîte fermée.',
      drawing: `${halo(300, 300, 285, LILAC)}${at(70, 190, container('#8f9a5c') + lid(ROSE), 2)}<rect x="140" y="270" width="320" height="106" rx="6" fill="#fff" stroke="${INK}" stroke-width="4"/>${writing(168, 344, 'lundi 14')}`,
    },
    {
      seconds: 9,
      title: 'Trois jours au plus',
      lines: ['Au réfrigérateur, réglé à 4 °C.'],
      image: 'Un réfrigérateur marqué 4 degrés. À côté, trois cases, 1, 2 et 3, se barrent l’une après l’autre.',
      drawing: `${halo(300, 300, 285, '#dbe9f5')}${box(90, 40, 270, 520, 30, '#fff')}${stroke('M90 200H360', INK, 5)}${stroke('M122 110V160M122 240V330', INK, 12)}<rect x="186" y="250" width="140" height="72" rx="14" fill="${INK}"/>${words(256, 299, '4 °C', { size: 40, bold: true, middle: true, colour: '#bfe3ff' })}${tick(430, 90, '1', 2)}${tick(430, 214, '2', 3.4)}${tick(430, 338, '3', 4.8)}`,
    },
    {
      seconds: 8,
      title: 'Le reste au congélateur',
      lines: ['Le jour même, une part par boîte.', 'Pour décongeler : au froid, la veille.'],
      image: 'Une boîte datée glisse dans le tiroir du congélateur, parmi des cristaux de neige.',
      drawing: `${halo(300, 300, 285, '#dbe9f5')}${box(50, 60, 500, 490, 30, '#fff')}${[150, 300, 450].map((x) => snow(x, 160, 1.3)).join('')}${travel([0, 1.4, 3.6], ['182 268', '182 268', '182 372'], container('#8f9a5c') + lid(VIOLET))}${box(50, 400, 500, 150, 26, '#eef4fa')}${limbs([{ d: 'M240 470H360', width: 18 }], '#c9bfd3')}`,
    },
    {
      seconds: 9,
      title: 'Et mettez la table',
      lines: ['Une assiette chaude, une serviette, la radio si vous l’aimez.', 'Même pour une seule personne.'],
      image: 'Une table mise pour une personne : assiette, couverts, serviette et une fleur.',
      drawing: `${halo(300, 300, 285, BLUSH)}${setting}${appear(1.6, shape('M232 306H368V442H232Z', HONEY) + stroke('M232 306L368 442', '#d7a94e', 4))}${appear(3, flower)}`,
    },
  ],
};
