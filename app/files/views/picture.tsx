/** Choosing a picture on one's own device: a plain file field, with its limit said before (B04). */
import { Avatar } from '~/ui/avatar';
import { Button, LinkButton } from '~/ui/button';
import { fieldId } from '~/ui/field';
import { Icon } from '~/ui/icon';
import { ErrorSummary } from '~/ui/notice';
import { NarrowPage } from '~/ui/page';
import { href } from '~/urls';
import { FORMATS, type Folder, FRAMES, OWN_PICTURES, type OwnPicture } from '../rules/picture';
import { megabytes } from '../rules/refusal';
import { Cover } from './cover';

export type PicturePageProps = {
  readonly which: OwnPicture;
  readonly title: string;
  readonly viewerId: string;
  readonly name: string;
  /** Of the picture that is shown now. */
  readonly address: string | null;
  readonly errors: Readonly<Record<string, string>>;
};

const WORDS = {
  photo: {
    why: 'Un visage aide à vous reconnaître d’un salon à l’autre. Votre photo se voit à côté de vos messages, dans la liste des membres et sur votre fiche : des pages qui ne s’ouvrent qu’aux membres. Sans photo, vos initiales la remplacent.',
    choose: 'Votre photo',
    remove: 'Retirer ma photo',
  },
  couverture: {
    why: 'Une image large, en haut de votre fiche\u202f: un paysage, votre jardin, ce qui vous plaît. Les membres la voient en ouvrant votre fiche.',
    choose: 'Votre image de couverture',
    remove: 'Retirer ma couverture',
  },
} as const satisfies Record<OwnPicture, unknown>;

export function PicturePage({ which, title, viewerId, name, address, errors }: PicturePageProps) {
  const action = href('picture', { image: which });
  const words = WORDS[which];
  return (
    <NarrowPage title={title}>
      <ErrorSummary errors={errors} />
      <p className="chapeau">{words.why}</p>
      {which === 'photo' ? (
        <p className="portrait">
          <Avatar person={{ id: viewerId, name, avatarUrl: address }} size="grand" />
        </p>
      ) : (
        address && <Cover address={address} />
      )}
      <PictureForm action={action} folder={OWN_PICTURES[which].folder} label={words.choose} error={errors.image} />
      {address && (
        <form method="post" action={action} noValidate>
          <input type="hidden" name="retirer" value="on" />
          <Button kind="second" icon="trash">
            {words.remove}
          </Button>
        </form>
      )}
      <p>
        <LinkButton kind="discret" href={href('profile')} icon="back">
          Revenir à mon profil
        </LinkButton>
      </p>
    </NarrowPage>
  );
}

type WelcomePhotoProps = { readonly person: Parameters<typeof Avatar>[0]['person'] };

/** Among the questions after the first sign-in (D17). Its preview leads on to the next of them. */
export function WelcomePhoto({ person }: WelcomePhotoProps) {
  return (
    <>
      <p className="chapeau">{WORDS.photo.why}</p>
      <p className="portrait">
        <Avatar person={person} size="grand" />
      </p>
      <PictureForm action={href('picture', { image: 'photo' })} folder="avatars" label={WORDS.photo.choose} />
    </>
  );
}

type PictureFormProps = {
  readonly action: string;
  readonly folder: Folder;
  readonly label: string;
  readonly error?: string;
};

/**
 * The types are named without HEIC on purpose: an iPhone that reads them sends a JPEG in its place.
 */
export function PictureForm({ action, folder, label, error }: PictureFormProps) {
  const accept = [FORMATS.jpg, 'image/png', FORMATS.webp].join(',');
  return (
    <form method="post" action={action} encType="multipart/form-data" noValidate>
      <div className="champ">
        <label htmlFor={fieldId('image')}>{label}</label>
        <p className="aide" id="aide-image">
          Une photo JPEG, PNG ou WebP de {megabytes(FRAMES[folder].most)} au plus. Vous la verrez avant de la garder.
        </p>
        {error && (
          <p className="faute" id="faute-image">
            <Icon name="alert" /> {error}
          </p>
        )}
        <input
          type="file"
          id={fieldId('image')}
          name="image"
          accept={accept}
          aria-describedby={error ? 'aide-image faute-image' : 'aide-image'}
          aria-invalid={error ? true : undefined}
        />
      </div>
      <Button kind="principal" icon="eye">
        Voir l’aperçu
      </Button>
    </form>
  );
}
