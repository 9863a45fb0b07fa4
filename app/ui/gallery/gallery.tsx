import { FormExamples } from '~/ui/gallery/forms';
import { PageExamples } from '~/ui/gallery/pages';
import { WayExamples } from '~/ui/gallery/ways';
import { WhoReadsThis } from '~/ui/gallery/who-reads-this';
import { WordExamples } from '~/ui/gallery/words';
import { href } from '~/urls';

/** Every part of `app/ui`, once: for whoever builds a page, and for the photographs. */
export function GalleryPage() {
  return (
    <div className="galerie">
      <div className="ouverture">
        <h1>Composants</h1>
        <p className="chapeau">Les pièces dont les pages sont faites, une fois chacune, avec le nom de leur fichier.</p>
        <WhoReadsThis />
        <p>
          <a href={href('letterPreviews')}>Les modèles de courriels</a>
        </p>
      </div>
      <FormExamples />
      <WordExamples />
      <WayExamples />
      <PageExamples />
    </div>
  );
}
