/** The colours of every theme, computed: each text on each ground at 7:1, each edge of what can be used at 4.5:1 (U03). */
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { contrastRatio } from '~/ui/colour';
import { THEMES, type Theme } from '~/ui/comfort';
import { projectRoot } from '../../db/project-root';
import { long, rulesOf, type Styled, textsIn, tokensIn, tokensOf } from '../support/stylesheet';

/** What words are written in, and what they may stand on: any of the first on any of the second. */
const TEXTS = ['--encre', '--doux', '--lien', '--danger'];
const GROUNDS = ['--papier', '--carte', '--creux', '--mien', '--fond-alerte', '--fond-succes', '--ambre'];
/** Around what can be pressed or filled in, and around what has the focus. */
const EDGES = ['--bord', '--bouton', '--lien', '--danger'];
/** Painted places without a word on them. */
const WORDLESS = [
  'progress::-webkit-progress-value',
  'progress::-moz-progress-bar',
  '.tete::before',
  '.qr',
  '.etat::before',
  '[data-r]::before, [name="emoji"]::before',
  ...Array.from({ length: 8 }, (_, at) => `.pastille-${at + 1}`),
];
const READABLE = 7;
const SEEN = 4.5;

type Fault = { readonly where: string; readonly why: string };

/** Every rule whose words could be unreadable: of another colour, or on another ground, that it does not answer for. */
function faultsIn(rules: readonly Styled[], theme: Theme): Fault[] {
  const tokens = tokensOf(theme);
  const colourOf = (value: string) => long(tokens.get(/^var\((--[\w-]+)\)$/.exec(value)?.[1] ?? '') ?? value);
  return rules.flatMap(({ where, set }) => {
    const text = set.get('color') ?? 'inherit';
    const ground = set.get('background-color') ?? set.get('background') ?? 'none';
    if (set.has('opacity')) return [{ where, why: 'opacity takes from every contrast' }];
    if (WORDLESS.includes(where) || (isText(text) && isGround(ground)) || isAccent(text, ground)) return [];
    const [one, other] = [colourOf(text), colourOf(ground)];
    if (![one, other].every((colour) => /^#[\da-f]{6}$/i.test(colour)))
      return [{ where, why: `${text} on ${ground} is no pair that can be computed` }];
    const ratio = contrastRatio(one, other);
    return ratio >= READABLE ? [] : [{ where, why: `${text} on ${ground}: ${ratio.toFixed(2)}` }];
  });
}

const isText = (value: string) => ['inherit', 'currentColor', ...TEXTS.map(asVar)].includes(value);
const isGround = (value: string) =>
  ['none', 'transparent', 'var(--fond-bulle, var(--carte))', ...GROUNDS.map(asVar)].includes(value);
/** A salon's colour comes with its text, made readable by `accentFor`. */
const isAccent = (text: string, ground: string) => text === 'var(--sur-accent)' && ground === 'var(--accent)';
const asVar = (token: string) => `var(${token})`;

function tooClose(theme: Theme, fronts: readonly string[], enough: number): string[] {
  const tokens = tokensOf(theme);
  return fronts.flatMap((front) =>
    GROUNDS.map((ground) => ({ ground, ratio: contrastRatio(tokens.get(front) ?? '', tokens.get(ground) ?? '') }))
      .filter(({ ratio }) => !(ratio >= enough))
      .map(({ ground, ratio }) => `${front} on ${ground}: ${ratio.toFixed(2)}`),
  );
}

describe.each(Object.keys(THEMES) as Theme[])('in the theme « %s »', (theme) => {
  test('every text reads on every ground, and every edge is seen on it', () => {
    expect(tooClose(theme, TEXTS, READABLE)).toEqual([]);
    expect(tooClose(theme, EDGES, SEEN)).toEqual([]);
  });

  test('whatever has another colour or another ground says both, and they read', () => {
    expect(faultsIn(rulesOf(), theme)).toEqual([]);
  });

  test('a salon’s colour reads where none is given', () => {
    const tokens = tokensOf(theme);
    expect(contrastRatio(tokens.get('--accent') ?? '', tokens.get('--sur-accent') ?? '')).toBeGreaterThanOrEqual(7);
  });
});

test('a dark device without a choice has the dark theme', () => {
  expect([...tokensIn(':root:not([data-theme])')]).toEqual([...tokensIn(':root[data-theme="sombre"]')]);
});

test('no view paints past the sheets', () => {
  const utility = /className="[^"]*\b(?:bg|text|border|fill|opacity)-(?:\[|white|black|[a-z]+-\d|\d)[^"]*"/g;
  const views = textsIn(path.join(projectRoot(), 'app'), '.tsx');
  expect(views.flatMap((view) => view.match(utility) ?? [])).toEqual([]);
});

test('these tests can see what they look for', () => {
  const css = `.pale { color: #777; } .own { background: #777; color: #fff; } .bare { background: var(--bouton); }
    .gone { opacity: 0.5; } .fine { color: var(--doux); &:hover { color: var(--halo-1); background: var(--carte); } }`;
  expect(faultsIn(rulesOf(css), 'clair').map(({ where }) => where)).toEqual([
    '.pale',
    '.own',
    '.bare',
    '.gone',
    '.fine &:hover',
  ]);
  expect(tooClose('clair', ['--filet'], SEEN)).toHaveLength(GROUNDS.length);
});
