import type { ReactElement } from 'react';
import { once } from '~/ui/once';

/** The seven piliers (D55), in the order of the site. */
export const PILLARS = [
  { key: 'corps', name: 'Le corps en mouvement', about: 'Marcher, nager, jardiner, danser : bouger à son allure.' },
  { key: 'esprit', name: 'La mémoire et l’esprit', about: 'Lire, apprendre une langue, jouer, se souvenir ensemble.' },
  {
    key: 'liens',
    name: 'Les liens et la famille',
    about: 'Les enfants, les petits-enfants, les amis, les nouveaux voisins.',
  },
  {
    key: 'papiers',
    name: 'Les papiers et l’argent',
    about: 'La retraite, les contrats, les démarches, sans mauvaise surprise.',
  },
  {
    key: 'numerique',
    name: 'Le numérique sans crainte',
    about: 'Le téléphone, la tablette, les photos, les mots de passe.',
  },
  {
    key: 'cuisine',
    name: 'La cuisine et le sommeil',
    about: 'Les recettes, le marché de saison, les nuits plus douces.',
  },
  { key: 'projets', name: 'Les projets et le sens', about: 'Voyager, transmettre, s’engager, recommencer.' },
] as const;

export type Pillar = (typeof PILLARS)[number]['key'];

/** A light shape under a drawing of one line: one hand for all seven. */
export function Emblem({ pillar }: { readonly pillar: Pillar }) {
  return (
    <svg className="embleme" width="72" height="72" viewBox="0 0 72 72" aria-hidden="true" {...drawn({ pillar })} />
  );
}

const drawn = once(({ pillar }: { readonly pillar: Pillar }) => DRAWINGS[pillar]);

const DRAWINGS: Readonly<Record<Pillar, ReactElement>> = {
  corps: (
    <>
      <circle className="e-rose" cx="36" cy="36" r="30" />
      <g className="e-trait">
        <circle cx="40" cy="17" r="5" />
        <path d="M39 26 35 40l9 9 3 12M35 40l-5 11-9 7M38 29l-10 5-3 9M39 29l7 7 9 1" />
      </g>
    </>
  ),
  esprit: (
    <>
      <path className="e-violet" d="M6 46a30 30 0 0 1 60 0v8H6z" />
      <g className="e-trait">
        <path d="M36 58c-6-5-15-6-24-5V29c9-1 18 0 24 5 6-5 15-6 24-5v24c-9-1-18 0-24 5zM36 34v24" />
        <path d="M36 10v10M22 14l5 8M50 14l-5 8" />
      </g>
    </>
  ),
  liens: (
    <>
      <path className="e-ambre" d="M36 62C16 49 6 38 6 26a15 15 0 0 1 30-4 15 15 0 0 1 30 4c0 12-10 23-30 36z" />
      <g className="e-trait">
        <circle cx="26" cy="27" r="6" />
        <circle cx="46" cy="27" r="6" />
        <path d="M14 52c0-8 5-13 12-13 5 0 8 2 10 6 2-4 5-6 10-6 7 0 12 5 12 13" />
      </g>
    </>
  ),
  papiers: (
    <>
      <path className="e-rose" d="M14 14h44v50H14z" />
      <g className="e-trait">
        <path d="M18 8h24l12 12v40H18zM42 8v12h12M26 28h14M26 37h20M26 46h9" />
        <circle cx="50" cy="54" r="10" className="e-papier" />
        <path d="M54 50.5a5 5 0 1 0 0 7M43 53h7" />
      </g>
    </>
  ),
  numerique: (
    <>
      <circle className="e-violet" cx="36" cy="36" r="30" />
      <g className="e-trait">
        <rect x="18" y="9" width="36" height="54" rx="5" className="e-papier" />
        <path d="M33 57h6M27 34l7 7 12-14" />
      </g>
    </>
  ),
  cuisine: (
    <>
      <path className="e-ambre" d="M6 38h60a30 28 0 0 1-60 0z" />
      <g className="e-trait">
        <path d="M8 38h56c0 13-9 22-20 22H28C17 60 8 51 8 38zM26 30c-4-4 4-7 0-12M36 30c-4-4 4-7 0-12" />
        <path d="M60 22a10 10 0 1 1-9-14 8 8 0 0 0 9 14z" />
      </g>
    </>
  ),
  projets: (
    <>
      <path className="e-rose" d="M6 42a30 30 0 0 1 60 0z" />
      <g className="e-trait">
        <path d="M6 42h60M24 42a12 12 0 0 1 24 0M36 12v8M14 20l6 6M58 20l-6 6" />
        <path d="M34 42c-4 6 8 8 2 13-4 4-14 4-16 9M38 42c0 6 14 8 10 14-2 3-6 4-6 8" />
      </g>
    </>
  ),
};
