/** Colours that members choose, made readable (D32: 7:1 whatever the colour), and stable hues for initials. Pure. */

/** A background and the text that stands on it. */
export type Accent = { readonly background: string; readonly text: '#000000' | '#ffffff' };

type Rgb = readonly [number, number, number];

const BLACK: Rgb = [0, 0, 0];
const WHITE: Rgb = [255, 255, 255];
/** WCAG 2.2, 1.4.6 (AAA). */
const READABLE = 7;
const HUES = 12;

/**
 * Black or white on the salon's colour. A colour of middle lightness reaches 7:1 with neither
 * (the best of both can be as low as 4.6:1), so it is moved away from its text until it does.
 */
export function accentFor(hex: string): Accent {
  const colour = parse(hex);
  const dark = contrast(colour, BLACK) >= contrast(colour, WHITE);
  const [text, away] = dark ? [BLACK, WHITE] : [WHITE, BLACK];
  let background = colour;
  for (let step = 1; contrast(background, text) < READABLE; step++) background = mix(colour, away, step / 20);
  return { background: format(background), text: dark ? '#000000' : '#ffffff' };
}

/** One CSS rule that gives `selector` the accent of a salon; for the page's nonce'd <style>. */
export function accentCss(selector: string, hex: string): string {
  const { background, text } = accentFor(hex);
  return `${selector}{--accent:${background};--sur-accent:${text}}`;
}

/** 1 to 12, always the same for the same id: the class `teinte-n` of an avatar. */
export function hueOf(id: string): number {
  let hash = 2166136261;
  for (const character of id) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16777619);
  return ((hash >>> 0) % HUES) + 1;
}

/** WCAG contrast ratio of two colours, 1 to 21. */
export function contrastRatio(one: string, other: string): number {
  return contrast(parse(one), parse(other));
}

function contrast(one: Rgb, other: Rgb): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function linear(channel: number): number {
  const value = channel / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function mix(from: Rgb, to: Rgb, share: number): Rgb {
  const at = (index: 0 | 1 | 2) => Math.round(from[index] + (to[index] - from[index]) * Math.min(share, 1));
  return [at(0), at(1), at(2)];
}

/** What is not `#RRGGBB` is the site’s violet: a colour is never a reason to fail a page, nor a way into the CSS. */
function parse(hex: string): Rgb {
  const digits = /^#([0-9a-f]{6})$/i.exec(hex)?.[1] ?? '8b5cf6';
  const value = Number.parseInt(digits, 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

function format(rgb: Rgb): string {
  return `#${rgb.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
