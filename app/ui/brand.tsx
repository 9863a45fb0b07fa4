/** The site’s own drawings: three arcs of a rising sun, the same from the favicon to the landing page. */

/** The mark alone; the word always stands near it. */
export function Mark() {
  return (
    <svg className="marque" width="40" height="40" viewBox="0 0 48 48" aria-hidden="true">
      <path className="arc-3" fill="#6d28d9" d="M2 35a22 22 0 0 1 44 0h-5.5a16.5 16.5 0 0 0-33 0z" />
      <path className="arc-2" fill="#d6336c" d="M10 35a14 14 0 0 1 28 0h-5.5a8.5 8.5 0 0 0-17 0z" />
      <path className="arc-1" fill="#f0a020" d="M18 35a6 6 0 0 1 12 0z" />
      <rect className="arc-0" fill="#2b2033" x="2" y="38.5" width="44" height="3.5" rx="1.75" />
    </svg>
  );
}

export function Wordmark() {
  return (
    <span className="nom-marque">
      Aurora<span>50</span>
    </span>
  );
}

/** An empty bench under a tree: somebody may sit down. For places with nothing in them yet. */
export function BenchDrawing() {
  return (
    <svg className="dessin" width="200" height="120" viewBox="0 0 200 120" aria-hidden="true">
      <path className="d-halo" d="M20 104a80 80 0 0 1 160 0z" />
      <g className="d-trait">
        <path d="M10 104h180M62 86h76M62 74h76M70 86v18M130 86v18M66 62h68M66 62v24M134 62v24" />
        <path d="M160 104V66M160 80l10-10" />
      </g>
      <path className="d-plein" d="M160 70c-16 0-24-11-24-23s10-25 24-25 24 13 24 25-8 23-24 23z" />
    </svg>
  );
}

/** A lamp on a quiet road: for pages that say something went wrong. */
export function LampDrawing() {
  return (
    <svg className="dessin" width="200" height="120" viewBox="0 0 200 120" aria-hidden="true">
      <circle className="d-halo" cx="100" cy="36" r="36" />
      <g className="d-trait">
        <path d="M10 104h180M100 104V40M88 104h24M92 40h16M94 40l-6-20h24l-6 20M92 14h16" />
        <path d="M30 104c6-10 14-14 24-14M170 104c-4-8-10-12-18-12" />
      </g>
      <path className="d-plein" d="M97 37l-4-13h14l-4 13z" />
    </svg>
  );
}
