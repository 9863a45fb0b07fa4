/** The frame of the stand-in's pages. It says on each of them that no real money moves. */

const STYLE = `
  :root { color-scheme: light; font: 18px/1.5 system-ui, sans-serif; color: #1d2433; background: #eef1f6 }
  * { box-sizing: border-box }
  body { margin: 0 }
  .essai { background: #ffe9a8; padding: .6rem 1rem; text-align: center }
  main { max-width: 34rem; margin: 1.5rem auto; padding: 1.5rem; background: #fff; border-radius: .75rem; overflow-wrap: break-word }
  h1 { margin-top: 0; font-size: 1.5rem; line-height: 1.25 }
  h2 { font-size: 1.15rem; margin: 1.75rem 0 .5rem }
  .prix { font-size: 2rem; font-weight: 700; margin: .25rem 0 }
  label { display: block; margin: 1rem 0 .25rem; font-weight: 600 }
  input, select { width: 100%; font: inherit; padding: .6rem .75rem; border: 2px solid #667; border-radius: .5rem }
  .deux { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; align-items: end }
  button, .bouton { display: block; width: 100%; margin: 1rem 0 0; padding: .75rem 1rem; font: inherit; font-weight: 700; color: #fff;
    background: #3b2fb5; border: 0; border-radius: .5rem; cursor: pointer; text-align: center; text-decoration: none }
  .second { background: #fff; color: #3b2fb5; box-shadow: inset 0 0 0 2px #3b2fb5 }
  .faute { background: #fde3e3; border-left: .4rem solid #b3261e; padding: .75rem 1rem }
  .bien { background: #dff3e4; border-left: .4rem solid #1b7a3d; padding: .75rem 1rem }
  table { width: 100%; border-collapse: collapse }
  td, th { text-align: left; vertical-align: top; padding: .4rem .5rem .4rem 0; border-bottom: 1px solid #dde }
  ul { margin: .25rem 0; padding-left: 1.2rem }
  .petit { font-size: .9rem; color: #445 }
  a { color: #3b2fb5 }
  :focus-visible { outline: 3px solid #f0a000; outline-offset: 2px }
`;

export function document(title: string, main: string): string {
  return `<!doctype html>
<html lang="fr">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${text(title)}</title><style>${STYLE}</style></head>
<body>
<p class="essai" style="margin:0"><strong>Page d’essai.</strong> Elle remplace celle de Stripe${NNBSP}; aucun argent ne circule.</p>
<main>
${main}
</main>
</body>
</html>`;
}

const NNBSP = '\u202f';

export function text(words: unknown): string {
  return String(words ?? '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

export function euros(cents: number): string {
  return new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' }).format(cents / 100);
}

/** @param seconds since 1970 */
export function day(seconds: number | null | undefined): string {
  if (!seconds) return '–';
  return new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'Europe/Paris' }).format(seconds * 1_000);
}

export function cardFields(number = ''): string {
  return `
<label for="carte">Numéro de carte</label>
<input id="carte" name="carte" inputmode="numeric" autocomplete="off" required value="${text(number)}" placeholder="4242 4242 4242 4242">
<div class="deux">
  <div><label for="fin">Valable jusqu’à</label><input id="fin" name="fin" autocomplete="off" placeholder="12/34" value="12/34"></div>
  <div><label for="code">Code au dos</label><input id="code" name="code" inputmode="numeric" autocomplete="off" placeholder="123" value="123"></div>
</div>
<p class="petit">Cartes d’essai${NNBSP}:</p>
<ul class="petit">
${TRIES.map(([number, does]) => `<li>${number.replaceAll(' ', '\u00a0')} ${does}</li>`).join('\n')}
</ul>`;
}

const TRIES = [
  ['4242 4242 4242 4242', 'paie'],
  ['4000 0025 0000 3155', 'demande une confirmation de la banque'],
  ['4000 0000 0000 0002', 'est refusée'],
  ['4000 0000 0000 0341', 'paie une fois, puis plus'],
] as const;
