/** A lesson's video keeps its place on the server (C-18): every ten seconds, at a pause, and as the page goes. */
const EVERY = 10_000;
/** A step longer than this (seconds) is a jump, and no viewing. */
const JUMP = 2;

export function enhanceFilm(): void {
  const film = document.querySelector('video');
  const { place, vu } = film?.dataset ?? {};
  if (!film) return;
  let watched = Number(vu);
  let last = 0;
  let due = 0;

  // The place, and all that this device knows to have been watched: a beacon that is lost, or comes twice, changes nothing.
  const save = (): void => {
    if (!place || !due) return;
    due = 0;
    const known = { position: `${film.currentTime | 0}`, secondes: `${watched | 0}`, balise: 'on' };
    navigator.sendBeacon(place, new URLSearchParams(known));
  };
  film.addEventListener('timeupdate', () => {
    const step = film.currentTime - last;
    last = film.currentTime;
    // Twice as fast is half as long.
    if (step > 0 && step < JUMP) watched += step / film.playbackRate;
    due ||= Date.now();
    if (Date.now() - due > EVERY) save();
  });
  film.addEventListener('pause', save);
  addEventListener('pagehide', save);
  document.addEventListener('visibilitychange', save);

  document.querySelector('[data-vitesse]')?.addEventListener('change', (event) => {
    film.playbackRate = Number((event.target as HTMLSelectElement).value);
  });
  // The link alone works too: it leads to the same page with the film at that place.
  document.querySelector<HTMLElement>('[data-reprendre]')?.addEventListener('click', (event) => {
    event.preventDefault();
    const link = event.currentTarget as HTMLElement;
    film.currentTime = Number(link.dataset.reprendre);
    link.hidden = true;
    film.focus();
    film.play().catch(() => {});
  });
}
