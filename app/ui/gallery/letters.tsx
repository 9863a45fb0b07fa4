import { WhoReadsThis } from '~/ui/gallery/who-reads-this';
import { Breadcrumb } from '~/ui/page';
import { Table } from '~/ui/table';
import { href } from '~/urls';

type Listed = {
  readonly slug: string;
  readonly title: string;
  readonly subject: string;
  /** Whoever gets it may stop it. */
  readonly isOptional: boolean;
};

/** Every letter the site writes. */
export function LettersPage({ letters }: { readonly letters: readonly Listed[] }) {
  return (
    <>
      <Breadcrumb crumbs={[{ label: 'Équipe', href: href('admin') }]} here="Modèles de courriels" />
      <div className="ouverture">
        <h1>Modèles de courriels</h1>
        <p className="chapeau">Tout ce que la maison écrit, avec un exemple de chacun.</p>
        <WhoReadsThis />
      </div>
      <Table
        caption={`Les ${letters.length} courriels`}
        columns={[
          {
            title: 'Courriel',
            cell: ({ slug, title }: Listed) => <a href={href('letterPreview', { lettre: slug })}>{title}</a>,
          },
          { title: 'Sujet', cell: ({ subject }) => subject },
          { title: 'Sorte', cell: ({ isOptional }) => kind(isOptional) },
        ]}
        rows={letters}
      />
    </>
  );
}

/** One letter on a telephone, in a wide window, and without its HTML. */
export function LetterPage({ letter }: { readonly letter: Listed & { readonly text: string } }) {
  const source = href('letterPreviewHtml', { lettre: letter.slug });
  return (
    <>
      <Breadcrumb
        crumbs={[
          { label: 'Équipe', href: href('admin') },
          { label: 'Modèles de courriels', href: href('letterPreviews') },
        ]}
        here={letter.title}
      />
      <h1>{letter.title}</h1>
      <dl className="pile fiche tete-de-lettre">
        <dt>Sujet</dt>
        <dd>{letter.subject}</dd>
        <dt>Sorte</dt>
        <dd>{kind(letter.isOptional)}</dd>
      </dl>
      <div className="lettres">
        <section>
          <h2>Sur un téléphone</h2>
          <iframe title="Le courriel, large de 360 pixels" src={source} width="360" height="900" sandbox="" />
        </section>
        <section>
          <h2>Sur un ordinateur</h2>
          <iframe title="Le courriel, large de 600 pixels" src={source} width="600" height="900" sandbox="" />
        </section>
        <section>
          <h2>En texte seul</h2>
          <pre>{letter.text}</pre>
        </section>
      </div>
    </>
  );
}

export const letterPageCss = `
.tete-de-lettre{margin:1.25rem 0 1.5rem}
.lettres{display:flex;flex-wrap:wrap;gap:1.5rem;align-items:start}
.lettres section{max-width:100%;display:grid;gap:.75rem}
.lettres iframe{max-width:100%;border:2px solid var(--bord);border-radius:var(--rayon);background:#fcfaf5}
.lettres pre{white-space:pre-wrap;overflow-wrap:anywhere;font-family:ui-monospace,monospace;font-size:1rem}`;

function kind(isOptional: boolean): string {
  return isOptional ? 'Au choix de qui le reçoit' : 'Courriel de service';
}
