/** What a form of the desk comes back with. */
export type Written = {
  readonly errors: Readonly<Record<string, string>>;
  /** What another author has stored meanwhile, by title (D28); null: nobody has. */
  readonly stored: Readonly<Record<string, string>> | null;
};

export const MOVED =
  'Quelqu’un d’autre a enregistré pendant que vous écriviez. Votre texte est toujours là, rien n’est encore remplacé. Comparez avec ce qui est enregistré, reprenez ce qui manque, puis enregistrez : votre version prendra alors la place de l’autre.';

/** Beside one's own text, so that nothing of either is lost. */
export function Stored({ texts }: { readonly texts: Readonly<Record<string, string>> }) {
  return (
    <section className="enregistre" aria-labelledby="enregistre">
      <h2 id="enregistre">Ce qui est enregistré maintenant</h2>
      {Object.entries(texts).map(([title, text]) => (
        <details key={title}>
          <summary>{title}</summary>
          <pre tabIndex={0}>{text || '(vide)'}</pre>
        </details>
      ))}
    </section>
  );
}
