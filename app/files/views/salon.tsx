/** The picture of a salon on the page of its settings: what shows now, the way to choose another, and to have none (B02). */
import { Button } from '~/ui/button';
import { SalonMark } from '~/ui/salon-mark';
import { PictureForm } from './picture';

type SalonPictureProps = Parameters<typeof SalonMark>[0] & {
  /** Where the forms are sent. */
  readonly to: string;
  readonly error?: string;
};

export function SalonPicture({ category, picture, to, error }: SalonPictureProps) {
  return (
    <section className="pile">
      <h2>L’image du salon</h2>
      <p>
        <SalonMark category={category} picture={picture} />
      </p>
      <p>
        Elle se voit en tête du salon et dans la liste des salons.
        {!picture && ' Sans image, c’est le dessin de sa catégorie.'}
      </p>
      <PictureForm action={to} folder="salon-avatars" label="Une image pour le salon" error={error} />
      {picture && (
        <form method="post" action={to} noValidate>
          <Button kind="second" icon="trash" name="retirer" value="on">
            Retirer l’image
          </Button>
        </form>
      )}
    </section>
  );
}
