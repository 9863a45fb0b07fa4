type PreviewPageProps = {
  readonly title: string;
  /** Made by `courses/markdown.ts` alone. */
  readonly html: string;
};

/** A lesson as its page will have it; nothing is stored. */
export function PreviewPage({ title, html }: PreviewPageProps) {
  return (
    <article className="lecon">
      <p className="aide">Aperçu : rien n’est enregistré. Fermez cet onglet pour revenir à votre texte.</p>
      <h1>{title || 'Leçon sans titre'}</h1>
      {html ? (
        <div className="texte-cours" dangerouslySetInnerHTML={{ __html: html }} />
      ) : (
        <p>Cette leçon n’a pas encore de texte.</p>
      )}
    </article>
  );
}
