/** The two pictures on the page of one's own profile, and the way to change them. */
import { Avatar } from '~/ui/avatar';
import { LinkButton } from '~/ui/button';
import { href } from '~/urls';
import { Cover } from './cover';

type OwnPicturesProps = {
  readonly person: { readonly id: string; readonly name: string; readonly avatarUrl: string | null };
  readonly coverUrl: string | null;
};

export function OwnPictures({ person, coverUrl }: OwnPicturesProps) {
  return (
    <section className="pile" aria-labelledby="images">
      <h2 id="images" className="hors-vue">
        Photo et couverture
      </h2>
      {coverUrl && <Cover address={coverUrl} />}
      <div className="boutons">
        <Avatar person={person} size="grand" />
        <p className="boutons">
          <LinkButton kind="second" href={href('picture', { image: 'photo' })} icon="pencil">
            {person.avatarUrl ? 'Changer ma photo' : 'Ajouter une photo'}
          </LinkButton>
          <LinkButton kind="second" href={href('picture', { image: 'couverture' })} icon="pencil">
            {coverUrl ? 'Changer ma couverture' : 'Ajouter une couverture'}
          </LinkButton>
        </p>
      </div>
    </section>
  );
}
