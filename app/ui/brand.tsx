/** The house's own drawings: three arcs of a rising sun, the same from the favicon to the landing page. */

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

/** Dawn over the hills: the light of the landing page. No text ever stands on it. */
export function Dawn() {
  return (
    <svg className="aube" viewBox="0 0 1200 400" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
      <defs>
        <linearGradient id="aube-ciel" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stopColor="#8d6fc4" />
          <stop offset=".38" stopColor="#d98bb3" />
          <stop offset=".66" stopColor="#f6b896" />
          <stop offset="1" stopColor="#fde3b0" />
        </linearGradient>
        <radialGradient id="aube-lueur" cx=".5" cy=".5" r=".5">
          <stop offset="0" stopColor="#fff6dc" stopOpacity=".95" />
          <stop offset=".35" stopColor="#ffe6b8" stopOpacity=".5" />
          <stop offset="1" stopColor="#ffe6b8" stopOpacity="0" />
        </radialGradient>
      </defs>
      <rect width="1200" height="400" fill="url(#aube-ciel)" />
      <circle cx="780" cy="268" r="300" fill="url(#aube-lueur)" />
      <g fill="none" stroke="#fff" strokeOpacity=".28">
        <circle cx="780" cy="268" r="118" strokeWidth="22" />
        <circle cx="780" cy="268" r="182" strokeWidth="22" strokeOpacity=".18" />
        <circle cx="780" cy="268" r="250" strokeWidth="22" strokeOpacity=".1" />
      </g>
      <circle cx="780" cy="268" r="62" fill="#fffaf0" />
      <path
        fill="#c98fb4"
        d="M0 286c120-46 236-60 350-34 96 22 170 44 262 30 118-18 190-58 318-52 110 6 190 40 270 34v136H0z"
      />
      <path
        fill="#9a66a8"
        d="M0 316c92-12 168-40 282-34 132 8 190 52 316 50 150-2 232-62 362-58 104 4 170 28 240 22v104H0z"
      />
      <path fill="#694583" d="M0 352c130-34 250-40 372-16 138 26 232 34 356 12 132-24 300-44 472-8v60H0z" />
      <path fill="#432c58" d="M0 384c210-26 402-22 590-8 200 14 410 2 610-18v42H0z" />
      <g fill="#432c58">
        <path d="M214 372c-5-28-4-52 4-74 8 22 9 46 4 74zM240 374c-4-20-3-38 3-54 6 16 7 34 3 54zM190 375c-3-14-3-26 2-38 5 12 6 24 3 38z" />
        <path d="M300 374v-22l22-17 22 17v22zM334 342v-12h6v17z" />
        <path d="M920 368c-15 0-27-9-27-20s12-20 27-20 27 9 27 20-12 20-27 20zM918 366h5v16h-5z" />
      </g>
      <path fill="#ffdf9a" d="M312 354h7v9h-7zM326 354h7v9h-7z" />
    </svg>
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
