/** How the French spell on the telephone; the letters that share codes are made of (D34: no I, no O). */
const ALPHABET: Readonly<Record<string, string>> = {
  A: 'Anatole',
  B: 'Berthe',
  C: 'Célestin',
  D: 'Désiré',
  E: 'Eugène',
  F: 'François',
  G: 'Gaston',
  H: 'Henri',
  I: 'Irma',
  J: 'Joseph',
  K: 'Kléber',
  L: 'Louis',
  M: 'Marcel',
  N: 'Nicolas',
  O: 'Oscar',
  P: 'Pierre',
  Q: 'Quintal',
  R: 'Raoul',
  S: 'Suzanne',
  T: 'Thérèse',
  U: 'Ursule',
  V: 'Victor',
  W: 'William',
  X: 'Xavier',
  Y: 'Yvonne',
  Z: 'Zoé',
};

type ShareCodeProps = {
  readonly code: string;
  readonly url: string;
  /** Drawn by us; no part of it comes from a member. */
  readonly qrSvg: string;
};

/** Three ways to bring somebody: say it, send it, show it. */
export function ShareCode({ code, url, qrSvg }: ShareCodeProps) {
  return (
    <div className="partage">
      <p>
        Code à dicter : <strong className="code">{code}</strong>
      </p>
      <p className="aide">{spelt(code)}</p>
      <p>
        Lien à envoyer : <a href={url}>{url}</a>
      </p>
      <figure>
        <div className="qr" dangerouslySetInnerHTML={{ __html: qrSvg }} />
        <figcaption>À photographier avec un téléphone</figcaption>
      </figure>
    </div>
  );
}

/** « M comme Marcel, 7, P comme Pierre » */
export function spelt(code: string): string {
  const spoken = [...code].map((sign) => {
    const word = ALPHABET[sign.toUpperCase()];
    return word ? `${sign} comme ${word}` : sign;
  });
  return `${spoken.join(', ')}.`;
}
