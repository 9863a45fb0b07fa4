/** The page a film is photographed from: every slide in its place, and one clock, `show(seconds)`. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../db/project-root';
import { INK, PAPER } from './drawing';
import type { Film, Slide } from './film';

const FADE_SECONDS = 0.8;

export function pageOf(film: Film): string {
  const slides = film.slides.map((slide, index) => section(slide, index, film.slides.length)).join('');
  return `<!doctype html><html lang="fr"><meta charset="utf-8"><style>${style()}</style><body>${slides}<script>${script(film)}</script></body></html>`;
}

function section(slide: Slide, index: number, count: number): string {
  const dots = Array.from({ length: count }, (_, other) => `<i${other <= index ? ' class="lu"' : ''}></i>`).join('');
  const lines = slide.lines.map((line) => `<p>${line}</p>`).join('');
  const opening = index === 0 ? ' class="ouverture"' : '';
  return `<section${opening}><div class="texte"><h1>${slide.title}</h1>${lines}</div><svg viewBox="0 0 600 600">${slide.drawing}</svg><footer>${MARK}<span>Aurora50</span><b>${dots}</b></footer></section>`;
}

/** The arcs of the site's icon. */
const MARK =
  '<svg viewBox="0 0 48 44" class="marque"><path fill="#6d28d9" d="M2 35a22 22 0 0 1 44 0h-5.5a16.5 16.5 0 0 0-33 0z"/><path fill="#d6336c" d="M10 35a14 14 0 0 1 28 0h-5.5a8.5 8.5 0 0 0-17 0z"/><path fill="#f0a020" d="M18 35a6 6 0 0 1 12 0z"/><rect fill="#261d2e" x="2" y="38.5" width="44" height="4" rx="2"/></svg>';

function style(): string {
  return `${face('Titre', 600, 'app/client/fonts/fraunces-latin-600-normal.woff2')}
${[400, 700].map((weight) => face('Texte', weight, `node_modules/@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-${weight}-normal.woff2`)).join('\n')}
* { margin: 0; box-sizing: border-box; }
body { width: 1280px; height: 720px; overflow: hidden; background: ${PAPER}; color: ${INK}; font-family: Texte; }
section { position: absolute; inset: 0; opacity: 0; background: radial-gradient(900px 420px at 100% 0, #e3d5f6 0, transparent 70%), radial-gradient(760px 420px at 62% 112%, #fbe3b4 0, transparent 70%), radial-gradient(620px 420px at 104% 84%, #f8d3dc 0, transparent 70%), ${PAPER}; }
.texte { position: absolute; left: 64px; top: 36px; width: 556px; height: 600px; display: flex; flex-direction: column; justify-content: center; gap: 26px; }
h1 { font: 600 64px/1.12 Titre; letter-spacing: -0.01em; text-wrap: balance; }
.ouverture h1 { font-size: 72px; }
p { font-size: 42px; line-height: 1.3; text-wrap: pretty; }
section > svg { position: absolute; left: 640px; top: 36px; width: 600px; height: 600px; overflow: visible; font-family: Texte; }
footer { position: absolute; left: 64px; bottom: 30px; display: flex; align-items: center; gap: 14px; font-size: 26px; color: #4e4457; }
.marque { width: 42px; }
b { margin-left: 22px; display: flex; gap: 11px; }
i { width: 14px; height: 14px; border-radius: 7px; border: 2px solid #6d6275; }
i.lu { background: #5b2191; border-color: #5b2191; }`;
}

function face(family: string, weight: number, file: string): string {
  const data = readFileSync(path.join(projectRoot(), file)).toString('base64');
  return `@font-face { font-family: ${family}; font-weight: ${weight}; src: url(data:font/woff2;base64,${data}) format('woff2'); }`;
}

/**
 * A slide lies over the one before and comes into view; the old words have gone before the new ones come, so that two
 * sentences never lie on each other. Each drawing has a clock of its own. `show` says whether anything can have moved.
 */
function script(film: Film): string {
  let start = 0;
  const starts = film.slides.map((slide) => (start += slide.seconds) - slide.seconds);
  return `const FADE = ${FADE_SECONDS}, starts = ${JSON.stringify(starts)};
const sections = [...document.querySelectorAll('section')];
const drawings = sections.map((section) => section.querySelector(':scope > svg'));
const rests = drawings.map((drawing) => Math.max(FADE, ...[...drawing.querySelectorAll('[dur]')].map((one) => parseFloat(one.getAttribute('dur')))));
for (const drawing of drawings) drawing.pauseAnimations();
const within = (part) => Math.min(1, Math.max(0, part));
const soft = (part) => within(part) ** 2 * (3 - 2 * within(part));
globalThis.show = (time) => {
  let moved = false;
  sections.forEach((section, index) => {
    const since = time - starts[index];
    const next = time - (starts[index + 1] ?? Infinity);
    const seen = since >= 0 && next <= FADE;
    section.style.opacity = !seen ? 0 : index === 0 ? 1 : soft(since / FADE);
    section.firstChild.style.opacity = (index === 0 ? 1 : soft(since / FADE * 2 - 1)) * (1 - soft(next / FADE * 2));
    if (seen) drawings[index].setCurrentTime(since);
    moved ||= seen && (since < rests[index] + 0.2 || next >= 0);
  });
  return moved;
};`;
}
