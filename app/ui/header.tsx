/** The top of every page: the name of the site, where one is, and the two menus. */
import { Avatar } from '~/ui/avatar';
import { Mark, Wordmark } from '~/ui/brand';
import { type Comfort, ComfortForm } from '~/ui/comfort';
import { Icon } from '~/ui/icon';
import type { IconName } from '~/ui/icons';
import { once } from '~/ui/once';
import { href, type Place, rowOf } from '~/urls';

export type Viewer = {
  readonly id: string;
  readonly name: string;
  readonly avatarUrl?: string | null;
  /** Author, moderator or admin: the team's pages are in her menu. */
  readonly hasDesk?: boolean;
  /** Notices that she has not read. */
  readonly unread?: number;
};

/** A refused message is shown in its room, at the address it was sent to. */
export function isRoom(place: Place | null): boolean {
  return place === 'salon' || place === 'messages';
}

export type HeaderProps = {
  readonly viewer: Viewer | null;
  /** Where this page stands, for the navigation's mark; null where no place has it (errors). */
  readonly place: Place | null;
  /** Path and query of this page: where the comfort form comes back to. */
  readonly path: string;
  readonly comfort: Comfort;
};

export function Header({ viewer, place, path, comfort }: HeaderProps) {
  return (
    <header className="tete">
      <a className="enseigne" href={href('home')} {...sign({})} />{' '}
      {isRoom(place) && (
        <a className="retour" href={href('salons')}>
          <Icon name="back" /> Salons
        </a>
      )}
      {viewer && <nav className="barre" aria-label="Navigation principale" {...tabs({ place })} />}
      <div className="outils">
        <details className="deroulant">
          <summary {...display({})} />
          <div className="volet">
            <ComfortForm comfort={comfort} retour={path} />
          </div>
        </details>
        {viewer && (viewer.unread ?? 0) > 0 && <p className="portes" {...waiting({ unread: viewer.unread })} />}
        {viewer ? (
          <Account viewer={viewer} />
        ) : (
          <nav className="portes" aria-label="Votre compte" {...doors({ place })} />
        )}
      </div>
    </header>
  );
}

const sign = once(() => (
  <>
    <Mark />
    <Wordmark />
    <span className="hors-vue">, page d’accueil</span>
  </>
));

const display = once(() => (
  <>
    <Icon name="type" /> Affichage
  </>
));

/** How many, never whose: the page behind says that. */
const waiting = once(({ unread = 0 }: Pick<Viewer, 'unread'>) => (
  <a href={href('notices')}>
    <span className="etiquette" aria-hidden="true">
      {unread > COUNTED_MAX ? `${COUNTED_MAX}+` : unread}
      <span> avis</span>
    </span>
    <span className="hors-vue">{unread > COUNTED_MAX ? `Plus de ${COUNTED_MAX}` : unread} avis à lire</span>
  </a>
));
/** The statement of the session counts no further. */
const COUNTED_MAX = 99;

/** At the top on wide screens, at the thumb on phones: one list, placed by the style sheet. */
const tabs = once(({ place }: { readonly place: Place | null }) => (
  <ul>
    <Tab to="home" icon="house" label="Accueil" place={place} />
    <Tab to="salons" icon="chat" label="Salons" place={place} />
    <Tab to="members" icon="users" label="Membres" place={place} />
    <Tab to="courses" icon="book" label="Cours" place={place} />
  </ul>
));

type TabProps = {
  readonly to: 'home' | 'salons' | 'members' | 'courses';
  readonly icon: IconName;
  readonly label: string;
  readonly place: Place | null;
};

function Tab({ to, icon, label, place }: TabProps) {
  const isWithin = place !== null && rowOf(place).tab === to;
  const current = place === to ? 'page' : isWithin ? 'true' : undefined;
  return (
    <li>
      <a href={href(to)} aria-current={current}>
        <Icon name={icon} />
        <span>{label}</span>
      </a>
    </li>
  );
}

function Account({ viewer }: { readonly viewer: Viewer }) {
  return (
    <details className="deroulant">
      <summary>
        <Avatar person={{ ...viewer, avatarUrl: viewer.avatarUrl ?? null }} />{' '}
        <span className="mot-menu">
          Menu<span className="hors-vue"> : mon compte, aide</span>
        </span>
        <span className="nom-compte">
          <span className="hors-vue">Mon compte : </span>
          {viewer.name}
        </span>
      </summary>
      <div className="volet">
        <p>
          Vous êtes <strong>{viewer.name}</strong>.
        </p>
        <ul className="liens" {...accountLinks({ hasDesk: viewer.hasDesk })} />
        <form method="post" noValidate action={href('signOut')} {...leaving({})} />
      </div>
    </details>
  );
}

const leaving = once(() => (
  <button type="submit" className="bouton second">
    <Icon name="signOut" /> Me déconnecter
  </button>
));

const accountLinks = once(({ hasDesk }: Pick<Viewer, 'hasDesk'>) => (
  <>
    <li>
      <a href={href('notices')}>
        <Icon name="info" /> Mes avis
      </a>
    </li>
    <li>
      <a href={href('plans')}>
        <Icon name="leaf" /> Mon abonnement
      </a>
    </li>
    <li>
      <a href={href('profile')}>
        <Icon name="users" /> Mon profil
      </a>
    </li>
    <li>
      <a href={href('myCourses')}>
        <Icon name="steps" /> Mon parcours
      </a>
    </li>
    <li>
      <a href={href('settings')}>
        <Icon name="sliders" /> Mes réglages
      </a>
    </li>
    <li>
      <a href={href('help')}>
        <Icon name="info" /> Aide
      </a>
    </li>
    {hasDesk && (
      <li>
        <a href={href('admin')}>
          <Icon name="key" /> Équipe
        </a>
      </li>
    )}
  </>
));

const doors = once(({ place }: { readonly place: Place | null }) => (
  <a href={href('signIn')} aria-current={place === 'signIn' ? 'page' : undefined}>
    <Icon name="signIn" /> Me connecter
  </a>
));
