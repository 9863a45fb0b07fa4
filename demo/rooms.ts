import { bricolage } from './conversations/bricolage';
import { cafe } from './conversations/cafe';
import { chorale } from './conversations/chorale';
import { cuisine } from './conversations/cuisine';
import { famille } from './conversations/famille';
import { genealogie, memoire } from './conversations/histoire';
import { jardin } from './conversations/jardin';
import { mots, petanque } from './conversations/jeux';
import { lecture } from './conversations/lecture';
import { marche } from './conversations/marche';
import { numerique } from './conversations/numerique';
import {
  aidants,
  aquarelle,
  bienvenue,
  bretagne,
  cine,
  confitures,
  hanche,
  papiers,
  potager,
  tricot,
} from './conversations/petits-salons';
import { sante } from './conversations/sante';
import { voyages } from './conversations/voyages';
import type { Bank } from './grammar';
import type { Category } from './types';

/** A salon as the author of the demonstration thinks of it: who it is for, how big, what is said there. */
export type Room = {
  name: string;
  description: string;
  category: Category;
  city: string | null;
  color: string;
  private: boolean;
  /** e-mail, or null: anybody whose plan allows it */
  owner: string | null;
  guests: readonly string[];
  members: number;
  messages: number;
  /** days since it was opened */
  age: number;
  bank: Bank;
  /** whether friends say « tu » here */
  familiar: boolean;
};

const MONIQUE = 'monique@exemple.fr';
const GERARD = 'gerard@exemple.fr';
const FATIMA = 'fatima@exemple.fr';

const ordinary = { city: null, private: false, owner: null, guests: [], familiar: false } satisfies Partial<Room>;

/** 25 salons, 200 memberships, 5,000 messages. */
export const rooms: readonly Room[] = [
  {
    ...ordinary,
    name: 'Jardin au balcon',
    description:
      'Tomates cerises, géraniums et petits conseils : tout ce qui pousse en pot, du rebord de fenêtre à la terrasse.',
    category: 'jardin',
    color: '#2E7D32',
    owner: MONIQUE,
    guests: [GERARD, FATIMA],
    members: 22,
    messages: 730,
    age: 428,
    bank: jardin,
  },
  {
    ...ordinary,
    name: 'Cuisine du dimanche',
    description: 'Les plats qui rassemblent, les recettes de famille et les secrets de cuisson.',
    category: 'cuisine',
    color: '#C62828',
    guests: [MONIQUE, FATIMA],
    members: 15,
    messages: 480,
    age: 424,
    bank: cuisine,
  },
  {
    ...ordinary,
    name: 'Le café du matin',
    description: 'On passe dire bonjour, raconter sa journée et rire un peu.',
    category: 'autres',
    color: '#6D4C41',
    guests: [MONIQUE, GERARD, FATIMA],
    members: 14,
    messages: 430,
    age: 426,
    bank: cafe,
    familiar: true,
  },
  {
    ...ordinary,
    name: 'Les marcheurs du jeudi',
    description: 'Sorties à pied autour de Nantes, à un pas tranquille, avec une pause gourmande.',
    category: 'marche',
    city: 'Nantes',
    color: '#00695C',
    members: 13,
    messages: 410,
    age: 420,
    bank: marche,
    familiar: true,
  },
  {
    ...ordinary,
    name: 'Tablettes et mots de passe',
    description: 'Toutes les questions sur le téléphone, la tablette et internet. Aucune n’est bête.',
    category: 'numerique',
    color: '#1565C0',
    guests: [MONIQUE, FATIMA],
    members: 13,
    messages: 400,
    age: 422,
    bank: numerique,
  },
  {
    ...ordinary,
    name: 'Le cercle de lecture',
    description: 'Un livre par mois, et tous ceux que l’on a envie de partager.',
    category: 'lecture',
    color: '#6A1B9A',
    guests: [FATIMA],
    members: 12,
    messages: 395,
    age: 415,
    bank: lecture,
  },
  {
    ...ordinary,
    name: 'Grands-parents d’aujourd’hui',
    description: 'Mercredis, vacances, mots d’enfants et soucis de famille, entre gens qui comprennent.',
    category: 'famille',
    color: '#AD1457',
    owner: FATIMA,
    members: 12,
    messages: 380,
    age: 410,
    bank: famille,
  },
  {
    ...ordinary,
    name: 'Voyages en train',
    description: 'Itinéraires, bonnes adresses et carnets de route, à notre rythme.',
    category: 'voyages',
    color: '#0277BD',
    members: 10,
    messages: 348,
    age: 405,
    bank: voyages,
  },
  {
    ...ordinary,
    name: 'Chorale et concerts',
    description: 'Répétitions, concerts, souvenirs de chansons. On peut chanter sans lire les notes.',
    category: 'musique',
    color: '#4527A0',
    owner: MONIQUE,
    members: 9,
    messages: 260,
    age: 400,
    bank: chorale,
    familiar: true,
  },
  {
    ...ordinary,
    name: 'Bouger en douceur',
    description:
      'Gymnastique, sommeil, respiration : ce qui nous fait du bien. Pour un avis médical, voyez votre médecin.',
    category: 'sante',
    color: '#00838F',
    members: 9,
    messages: 220,
    age: 380,
    bank: sante,
  },
  {
    ...ordinary,
    name: 'L’atelier du bricoleur',
    description: 'Réparer, restaurer, fabriquer, et se prêter les outils.',
    category: 'bricolage',
    color: '#BF5B04',
    members: 8,
    messages: 180,
    age: 390,
    bank: bricolage,
    familiar: true,
  },
  {
    ...ordinary,
    name: 'Pétanque et cartes',
    description: 'Parties, tournois et mauvaise foi bienveillante.',
    category: 'jeux',
    color: '#9E6A00',
    members: 8,
    messages: 170,
    age: 370,
    bank: petanque,
    familiar: true,
  },
  {
    ...ordinary,
    name: 'Mémoire de nos villages',
    description: 'Lavoirs, écoles, métiers et fêtes d’autrefois : racontons avant d’oublier.',
    category: 'histoire',
    color: '#5D4037',
    members: 6,
    messages: 120,
    age: 350,
    bank: memoire,
  },
  {
    ...ordinary,
    name: 'Confitures et conserves',
    description: 'Bassines, bocaux et échanges de pots.',
    category: 'cuisine',
    color: '#D81B60',
    owner: MONIQUE,
    members: 5,
    messages: 60,
    age: 330,
    bank: confitures,
  },
  {
    ...ordinary,
    name: 'Généalogie pas à pas',
    description: 'Archives, vieilles écritures et cousins retrouvés.',
    category: 'histoire',
    color: '#37474F',
    members: 5,
    messages: 70,
    age: 340,
    bank: genealogie,
  },
  {
    ...ordinary,
    name: 'Aiguilles et pelotes',
    description: 'Tricot, crochet, couture, et beaucoup de bavardage.',
    category: 'bricolage',
    color: '#C2185B',
    members: 5,
    messages: 65,
    age: 300,
    bank: tricot,
    familiar: true,
  },
  {
    ...ordinary,
    name: 'Après l’opération',
    description: 'Hanche, genou, convalescence : s’encourager pas à pas. Chacun suit l’avis de son médecin.',
    category: 'sante',
    color: '#00796B',
    members: 4,
    messages: 48,
    age: 280,
    bank: hanche,
  },
  {
    ...ordinary,
    name: 'Le potager partagé',
    description: 'Chantiers, arrosage et récoltes du jardin partagé de Tours.',
    category: 'jardin',
    city: 'Tours',
    color: '#558B2F',
    members: 5,
    messages: 50,
    age: 260,
    bank: potager,
    familiar: true,
  },
  {
    ...ordinary,
    name: 'Bienvenue sur Aurora50',
    description: 'Le salon de l’équipe : premiers pas, questions sur le site, nouveautés.',
    category: 'autres',
    color: '#5B21B6',
    owner: 'admin@exemple.fr',
    members: 5,
    messages: 45,
    age: 429,
    bank: bienvenue,
  },
  {
    ...ordinary,
    name: 'Papiers et démarches',
    description: 'S’y retrouver à plusieurs dans les formulaires et les guichets.',
    category: 'autres',
    color: '#455A64',
    members: 4,
    messages: 36,
    age: 240,
    bank: papiers,
  },
  {
    ...ordinary,
    name: 'Entre aidants',
    description: 'Pour celles et ceux qui accompagnent un proche. Ce qui se dit ici reste ici.',
    category: 'famille',
    color: '#7B1FA2',
    private: true,
    members: 4,
    messages: 40,
    age: 220,
    bank: aidants,
    familiar: true,
  },
  {
    ...ordinary,
    name: 'Mots croisés',
    description: 'Une définition qui résiste ? Demandons-nous conseil.',
    category: 'jeux',
    color: '#303F9F',
    members: 3,
    messages: 24,
    age: 160,
    bank: mots,
  },
  {
    ...ordinary,
    name: 'Le ciné-club du vendredi',
    description: 'Une séance par semaine à Lyon, et la discussion autour d’une soupe.',
    category: 'autres',
    city: 'Lyon',
    color: '#B71C1C',
    members: 3,
    messages: 18,
    age: 120,
    bank: cine,
  },
  {
    ...ordinary,
    name: 'Escapades en Bretagne',
    description: 'Sentiers, marées et crêperies au départ de Rennes.',
    category: 'voyages',
    city: 'Rennes',
    color: '#01579B',
    members: 3,
    messages: 18,
    age: 90,
    bank: bretagne,
  },
  {
    ...ordinary,
    name: 'Aquarelle, premiers pas',
    description: 'On débute ensemble, pinceau à la main.',
    category: 'autres',
    color: '#3F7CAC',
    members: 3,
    messages: 3,
    age: 2,
    bank: aquarelle,
  },
];
