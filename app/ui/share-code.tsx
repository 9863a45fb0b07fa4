import { data } from '~/client/protocol';
import { LinkButton } from '~/ui/button';
import { ScriptWords } from '~/ui/script-words';

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
  /** What the letter that the reader's own program writes says it is about. */
  readonly subject: string;
};

/** Ways to bring somebody: say it, send it, show it. */
export function ShareCode({ code, url, qrSvg, subject }: ShareCodeProps) {
  return (
    <div className="partage">
      <p>
        Code à dicter : <strong className="code">{code}</strong>
      </p>
      <p className="aide">{spelt(code)}</p>
      <p>
        Lien à envoyer :{' '}
        <a href={url}>
          {url.slice(0, -code.length - '/s/'.length)}
          <wbr />
          <span className="entier">/s/{code}</span>
        </a>
      </p>
      <p className="boutons">
        <button type="button" className="bouton second" hidden {...data({ copier: url })}>
          <ScriptWords>Copier le lien</ScriptWords>
        </button>
        <LinkButton kind="second" href={letterTo(subject, code, url)} icon="mail">
          Envoyer par courriel
        </LinkButton>
      </p>
      <figure>
        <div className="qr" dangerouslySetInnerHTML={{ __html: qrSvg }} />
        <figcaption>À photographier avec un téléphone</figcaption>
      </figure>
    </div>
  );
}

/** RFC 6068: line ends are CRLF. */
function letterTo(subject: string, code: string, url: string): string {
  const body = `Bonjour,\r\n\r\nJe vous invite ici : ${url}\r\n\r\nAvec le code ${code}, on entre aussi depuis la page « Salons » d’Aurora50.`;
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
}

/** « M comme Marcel, 7, P comme Pierre » */
export function spelt(code: string): string {
  const spoken = [...code].map((sign) => {
    const word = ALPHABET[sign.toUpperCase()];
    return word ? `${sign} comme ${word}` : sign;
  });
  return `${spoken.join(', ')}.`;
}
