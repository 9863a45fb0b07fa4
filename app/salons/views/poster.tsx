import { CATEGORIES, type Room } from '~/salons/rules';
import { Breadcrumb } from '~/ui/page';
import { SalonMark } from '~/ui/salon-mark';
import { href } from '~/urls';

type PosterPageProps = {
  readonly salon: Pick<Room, 'id' | 'name' | 'description' | 'category' | 'city' | 'shareCode'>;
  readonly url: string;
  /** Drawn by us. */
  readonly qrSvg: string;
};

/** On paper one sheet for a notice board: read from two steps away, photographed, or copied by hand. */
export const POSTER_CSS =
  '.affiche{text-align:center;border:2px solid var(--bord);border-radius:1rem;padding:2rem 1rem}' +
  '.affiche h1{margin:.75rem 0}.affiche .qr{width:min(15rem,70%);margin:1.5rem auto}.affiche .code{font-size:1.6em}' +
  '@media print{.hors-papier{display:none}.etroit{max-width:none}.affiche{border:0;padding:0}.affiche h1{font-size:34pt}.affiche .qr{width:9cm}' +
  '.affiche{font-size:18pt}.adresse{display:none}}';

export function PosterPage({ salon, url, qrSvg }: PosterPageProps) {
  const crumbs = [
    { label: 'Salons', href: href('salons') },
    { label: salon.name, href: href('salon', { salon: salon.id }) },
    { label: 'Inviter', href: href('salonInvitations', { salon: salon.id }) },
  ];
  return (
    <div className="etroit">
      <div className="hors-papier">
        <Breadcrumb crumbs={crumbs} here="Affichette" />
        <p className="chapeau">
          Imprimez cette page pour la mairie, le club ou le marché. Sur un ordinateur : Fichier, puis Imprimer.
        </p>
      </div>
      <div className="affiche invitation" data-salon={salon.id}>
        <SalonMark category={salon.category} />
        <h1 dir="auto">{salon.name}</h1>
        {salon.description && (
          <p className="chapeau" dir="auto">
            {salon.description}
          </p>
        )}
        <p className="meta">
          <span>{CATEGORIES[salon.category]}</span> {salon.city && <span>{salon.city}</span>}{' '}
          <span>Gratuit, dès 50 ans</span>
        </p>
        <div className="qr" dangerouslySetInnerHTML={{ __html: qrSvg }} />
        <p>À photographier avec un téléphone, ou à écrire dans un navigateur :</p>
        <p className="partage">
          <strong>{url.replace(/^https?:\/\//, '')}</strong>
        </p>
        <p>
          Code : <strong className="code">{salon.shareCode}</strong>
        </p>
      </div>
    </div>
  );
}
