import type { ReactElement } from 'react';
import { once } from '~/ui/once';
import { BADGES, type Family, type Rarity } from '../rules/badges';

/** The emblem of a badge, in the hand of the seven piliers: its family's drawing on a shape, and a dot for each step. */
export function BadgeEmblem({ id }: { readonly id: string }) {
  return <svg className="embleme" width="72" height="72" viewBox="0 0 72 72" aria-hidden="true" {...drawn({ id })} />;
}

const drawn = once(({ id }: { readonly id: string }) => {
  const badge = BADGES.find((each) => each.id === id);
  // A badge that the catalogue does not have any more is kept, with the sun.
  const { family, rarity } = badge ?? { family: 'streak' as const, rarity: 'common' as const };
  const step = BADGES.filter((each) => each.family === family).findIndex((each) => each.id === id) + 1;
  return (
    <>
      {SHAPES[rarity]}
      <g className="e-trait">{DRAWINGS[family]}</g>
      <g className="e-papier e-trait">{dots(Math.max(1, step))}</g>
    </>
  );
});

const dots = (count: number) =>
  Array.from({ length: count }, (_, n) => <circle key={n} cx={36 + (n - (count - 1) / 2) * 11} cy="64" r="3.6" />);

const SHAPES: Readonly<Record<Rarity, ReactElement>> = {
  common: <circle className="e-violet" cx="36" cy="32" r="30" />,
  rare: <path className="e-rose" d="M36 1 63 16v32L36 63 9 48V16z" />,
  precious: (
    <path
      className="e-ambre"
      d="m36 0 8 9 11-5 3 12 12 3-5 11 7 9-9 8 3 12-12 2-6 10-12-5-12 5-6-10-12-2 3-12-9-8 7-9L2 19l12-3 3-12 11 5z"
    />
  ),
};

const DRAWINGS: Readonly<Record<Family, ReactElement>> = {
  lesson: <path d="M36 48c-6-4-13-5-20-4V20c7-1 14 0 20 4 6-4 13-5 20-4v24c-7-1-14 0-20 4zM36 24v24" />,
  course: <path d="M12 50c10-2 8-12 18-13s9-9 14-12M46 12v16M46 12l14 5-14 6M14 50h.5" />,
  study: <path d="M20 40a16 16 0 0 1 32 0M12 48h48M36 12v6M16 20l4 4M56 20l-4 4M10 38h5M57 38h5" />,
  message: <path d="M14 16h44v26H34L24 51v-9H14zM23 26h26M23 33h16" />,
  welcome: <path d="M22 52V14h28v38M14 52h44M43 33h.5M29 14v38M60 24l4-3M61 32h5" />,
  thanks: (
    <path d="M36 50C23 41 15 33 15 24a10.500 10.500 0 0 1 21-2 10.500 10.500 0 0 1 21 2c0 9-8 17-21 26zM44 20c3 0 5 2 5 5" />
  ),
  salon: <path d="M14 50V34l12-10 12 10v16zM38 50V28l10-9 11 9v22zM23 50v-9h6v9M46 34h5" />,
  founding: <path d="M14 32 36 14l22 18M20 28v23h32V28M31 51V38h10v13M48 22v-8h5v12" />,
  streak: (
    <>
      <circle cx="36" cy="32" r="10" />
      <path d="M36 10v6M36 48v6M14 32h6M52 32h6M20 16l5 5M47 43l5 5M52 16l-5 5M25 43l-5 5" />
    </>
  ),
  level: <path d="m36 10 6 14 15 1-11 10 4 15-14-8-14 8 4-15-11-10 15-1z" />,
};
