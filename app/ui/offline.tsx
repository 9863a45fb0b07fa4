import { renderToStaticMarkup } from 'react-dom/server';
import { anchors } from '~/client/protocol';
import { LampDrawing, Mark, Wordmark } from '~/ui/brand';
import { LinkButton } from '~/ui/button';
import type { Comfort } from '~/ui/comfort';
import { Icon } from '~/ui/icon';
import { href } from '~/urls';

type OfflineProps = { readonly comfort: Comfort; readonly stylesUrl: string };

/**
 * The page for days without network. The browser shows it in the place of the page that was asked for, so an empty
 * `href` is that page. No script: it could not be relied on.
 */
export function offlineDocument(props: OfflineProps): string {
  return `<!doctype html>${renderToStaticMarkup(<Offline {...props} />)}`;
}

function Offline({ comfort, stylesUrl }: OfflineProps) {
  return (
    <html lang="fr" data-taille={comfort.taille} data-theme={comfort.theme ?? undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>Pas de connexion · Aurora50</title>
        <link rel="stylesheet" href={stylesUrl} />
      </head>
      <body>
        <div>
          <a className="evitement" href={`#${anchors.content}`}>
            Aller au contenu
          </a>
        </div>
        <header className="tete">
          <span className="enseigne">
            <Mark />
            <Wordmark />
          </span>
        </header>
        <main id={anchors.content} tabIndex={-1}>
          <div className="etroit erreur">
            <LampDrawing />
            <h1>Pas de connexion</h1>
            <p className="chapeau">Votre appareil n’arrive pas à joindre Aurora50. Le réseau est sans doute coupé.</p>
            <p>
              Rien n’est perdu. Vos messages envoyés sont en sécurité, et celui que vous étiez en train d’écrire est
              gardé sur cet appareil.
            </p>
            <p>
              Vérifiez que le Wi-Fi ou les données mobiles sont allumés, et que le mode avion est éteint. Puis
              réessayez.
            </p>
            <nav className="boutons" aria-label="Continuer">
              {/* biome-ignore lint/a11y/useValidAnchor: empty is the very page that could not be reached */}
              <a className="bouton principal" href="">
                <Icon name="refresh" /> Réessayer
              </a>
              <LinkButton kind="second" href={href('home')} icon="house">
                Revenir à l’accueil
              </LinkButton>
            </nav>
          </div>
        </main>
      </body>
    </html>
  );
}
