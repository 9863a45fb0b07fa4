import { data } from '~/client/protocol';
import type { ReadyLesson } from '~/courses/library';
import type { Place } from '~/courses/rules';
import { placeInVideo } from '~/courses/views/words';
import { Button, LinkButton } from '~/ui/button';
import { Field } from '~/ui/field';
import { plural } from '~/ui/format';
import { Icon } from '~/ui/icon';
import { ErrorSummary, Notice } from '~/ui/notice';
import { ScriptWords } from '~/ui/script-words';
import { href } from '~/urls';

/** A place that this near to the start or the end is no place to come back to (seconds). */
const EDGE = 10;

export type FilmProps = {
  readonly at: { readonly cours: string; readonly numero: number };
  readonly ready: ReadyLesson;
  readonly place: Place;
  readonly isSignedIn: boolean;
  /** In seconds: the reader has asked to go on from here. */
  readonly startAt: number | null;
  /** The reader has asked for the video of another site, knowing who will see her. */
  readonly showExternal: boolean;
  /** A place that could not be kept. */
  readonly refused: {
    readonly values: Readonly<Record<string, string>>;
    readonly errors: Readonly<Record<string, string>>;
  } | null;
};

/**
 * D59: the video with its captions and its text. Our films are drawn words without a voice: captions would say the same
 * over them, so they are there and off. The browser’s own controls do the rest: speed, sound and keyboard. */
export function Film(props: FilmProps) {
  const { ready } = props;
  if (!ready.hasVideo && !ready.external) return null;
  return (
    <section className="film" id="video" aria-label="La vidéo de la leçon">
      {ready.hasVideo ? <OwnFilm {...props} /> : <ExternalFilm {...props} />}
      {ready.transcriptHtml && (
        <details className="repli">
          <summary>
            <Icon name="book" /> Le film en texte, image par image
          </summary>
          <div className="texte-cours" dangerouslySetInnerHTML={{ __html: ready.transcriptHtml }} />
        </details>
      )}
    </section>
  );
}

function OwnFilm(props: FilmProps) {
  const { at, ready, place, isSignedIn, startAt } = props;
  const file = (format: string) => href('lessonVideo', { ...at, format });
  // A media fragment starts the film at a place without any script.
  const from = startAt ? `#t=${startAt}` : '';
  return (
    <>
      <ResumeLink {...props} />
      <div className="film-cadre">
        <button type="button" className="bouton principal" {...data({ lire: '', avecScript: '' })} hidden>
          <Icon name="next" /> Lire le film
        </button>
        <video
          controls
          preload="metadata"
          playsInline
          {...data({ place: isSignedIn ? href('lessonProgress', at) : undefined, vu: place.watched })}
        >
          <source src={file('webm') + from} type="video/webm" />
          <source src={file('mp4') + from} type="video/mp4" />
          <track kind="captions" srcLang="fr" label="Français" src={file('sous-titres')} />
          <p>
            Votre navigateur ne montre pas cette vidéo. <a href={file('mp4')}>Télécharger la vidéo</a>, ou lisez son
            texte ci-dessous.
          </p>
        </video>
      </div>
      <div className="film-outils">
        {ready.videoSeconds && <p className="note">Durée : {lengthInWords(ready.videoSeconds)}</p>}
        <label className="vitesse" {...data({ avecScript: '' })} hidden>
          <ScriptWords>Vitesse</ScriptWords>{' '}
          <select {...data({ vitesse: '' })} defaultValue="1">
            <option value="0.75">Plus lente</option>
            <option value="1">Normale</option>
            <option value="1.25">Plus vive</option>
            <option value="1.5">Rapide</option>
          </select>
        </label>
      </div>
      {isSignedIn && <MarkPlace {...props} />}
    </>
  );
}

/** D66: asks first, and never jumps by itself. */
function ResumeLink({ at, ready, place, startAt }: FilmProps) {
  const { position } = place;
  const isEnd = ready.videoSeconds !== null && position > ready.videoSeconds - EDGE;
  if (position < EDGE || isEnd || startAt !== null) return null;
  return (
    <p className="boutons">
      <a className="bouton second" href={`${href('lesson', at, { place: position })}#video`}>
        <Icon name="refresh" /> Reprendre le film à {placeInVideo(position)}
      </a>
    </p>
  );
}

/** C-18, without scripts: what the player shows, copied by hand. */
function MarkPlace({ at, place, refused }: FilmProps) {
  const errors = refused?.errors ?? {};
  const minutes = refused?.values.place_minutes ?? String(Math.floor(place.position / 60));
  const seconds = refused?.values.place_secondes ?? String(place.position % 60);
  return (
    <details className="repli sans-script" open={refused ? true : undefined}>
      <summary>
        <Icon name="pencil" /> Marquer ma place
      </summary>
      <form method="post" noValidate action={href('lessonProgress', at)} className="marquer">
        <ErrorSummary errors={errors} />
        <p className="aide">Recopiez le temps que montre la vidéo : vous la reprendrez là, sur tous vos appareils.</p>
        <Field
          name="place_minutes"
          label="Minutes"
          value={minutes}
          inputMode="numeric"
          maxLength={4}
          error={errors.place_minutes}
        />
        <Field
          name="place_secondes"
          label="Secondes"
          value={seconds}
          inputMode="numeric"
          maxLength={2}
          error={errors.place_secondes}
        />
        <Button kind="second">Garder ma place</Button>
      </form>
    </details>
  );
}

/** Nothing is asked of another site before the reader has said yes, knowing whom she visits. */
function ExternalFilm({ at, ready, showExternal }: FilmProps) {
  const { external } = ready;
  if (!external) return null;
  const { host, embedUrl, url } = external;
  if (showExternal) {
    return (
      <>
        <iframe
          className="cadre-video"
          src={embedUrl}
          title="Vidéo de la leçon"
          allow="fullscreen; picture-in-picture"
          referrerPolicy="strict-origin-when-cross-origin"
          sandbox="allow-scripts allow-same-origin allow-presentation allow-popups"
        />
        <p className="note">
          Cette vidéo vient de {host}. Si elle ne s’affiche pas :{' '}
          <a href={url} rel="noopener noreferrer">
            la voir chez {host}
          </a>
          .
        </p>
      </>
    );
  }
  return (
    <>
      <Notice tone="info">
        <p>
          Cette vidéo est gardée par {host}. En l’ouvrant, {host} verra votre visite : l’adresse de votre connexion, la
          vidéo regardée et l’appareil. Aurora50 ne lui dit ni votre nom, ni votre compte.
        </p>
      </Notice>
      <p className="boutons">
        <LinkButton kind="second" href={`${href('lesson', at, { video: 'ouvrir' })}#video`} icon="eye">
          Ouvrir la vidéo de {host}
        </LinkButton>
      </p>
    </>
  );
}

function lengthInWords(seconds: number): string {
  if (seconds < 60) return plural(seconds, 'seconde', 'secondes');
  const rest = seconds % 60;
  return plural(Math.floor(seconds / 60), 'minute', 'minutes') + (rest ? ` ${rest}` : '');
}
