/** A lesson's video keeps its place on the server (C-18): every ten seconds, at a pause, and as the page goes. */
import { dataOf, having } from './protocol';

const EVERY = 10_000;
/** A step longer than this (seconds) is a jump, and no viewing. */
const JUMP = 2;

export function enhanceFilm(): void {
  const film = document.querySelector('video');
  if (!film) return;
  const { place, vu } = dataOf(film);
  let watched = Number(vu);
  let last = 0;
  /** Since when there is something to keep; 0: nothing. */
  let since = 0;

  // The place, and all that this device knows to have been watched: a beacon that is lost, or comes twice, changes nothing.
  const save = (): void => {
    if (place && since)
      navigator.sendBeacon(
        place,
        new URLSearchParams(`position=${film.currentTime | 0}&secondes=${watched | 0}&balise=on`),
      );
    since = 0;
  };
  film.addEventListener('timeupdate', () => {
    const step = film.currentTime - last;
    last += step;
    // Twice as fast is half as long.
    if (step > 0 && step < JUMP) watched += step / film.playbackRate;
    since ||= Date.now();
    if (Date.now() - since > EVERY) save();
  });
  film.addEventListener('pause', save);
  addEventListener('pagehide', save);
  addEventListener('visibilitychange', save);

  const start = document.querySelector<HTMLElement>(having('lire'));
  start?.addEventListener('click', () => {
    void film.play();
    if (matchMedia('(max-width: 40em)').matches) fill(film).catch(() => {});
  });
  film.addEventListener('play', () => start?.remove());

  document.querySelector<HTMLSelectElement>(having('vitesse'))?.addEventListener('change', ({ target }) => {
    film.playbackRate = Number((target as HTMLSelectElement).value);
  });
}

type Screenful = HTMLVideoElement & { webkitEnterFullscreen?: () => void };
type Turning = ScreenOrientation & { lock?: (way: string) => Promise<void> };

/** The films are drawn words: in the width of a telephone held upright they are half as large as the text around them. */
async function fill(film: Screenful): Promise<void> {
  // iPhones know a full screen for films alone, and turn it themselves.
  if (!film.requestFullscreen) return film.webkitEnterFullscreen?.();
  await film.requestFullscreen();
  await (screen.orientation as Turning).lock?.('landscape');
}
