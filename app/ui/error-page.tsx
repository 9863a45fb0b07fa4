import { LampDrawing } from '~/ui/brand';
import { LinkButton } from '~/ui/button';
import { plural } from '~/ui/format';
import { spelt } from '~/ui/share-code';
import { href } from '~/urls';

type ErrorPageProps = {
  readonly status: number;
  /** Six signs, by which whoever helps finds the matching line in the log. */
  readonly reference: string;
  /** Seconds after which trying again makes sense. */
  readonly retryAfter?: number;
};

/** What happened, what is safe, what to do. */
type Words = { readonly title: string; readonly happened: string; readonly safe: string; readonly todo: string };

export function ErrorPage({ status, reference, retryAfter }: ErrorPageProps) {
  const words = wordsFor(status);
  return (
    <div className="etroit erreur">
      <LampDrawing />
      <h1>{words.title}</h1>
      <p className="chapeau">{words.happened}</p>
      <p>{words.safe}</p>
      <p>
        {words.todo}
        {retryAfter !== undefined && ` Vous pourrez réessayer dans ${waitInWords(retryAfter)}.`}
      </p>
      <p className="boutons">
        <LinkButton kind="principal" href={href('home')} icon="house">
          Revenir à l’accueil
        </LinkButton>
      </p>
      <p className="note">
        Si vous demandez de l’aide, donnez cette référence : <strong className="reference">{reference}</strong>
        <span className="epele">{spelt(reference)}</span>
      </p>
    </div>
  );
}

/** The page's <title>. */
export function errorTitle(status: number): string {
  return wordsFor(status).title;
}

/** Rounded up: nobody is sent back too early. */
function waitInWords(seconds: number): string {
  return seconds < 60
    ? plural(Math.max(1, Math.ceil(seconds)), 'seconde', 'secondes')
    : plural(Math.ceil(seconds / 60), 'minute', 'minutes');
}

function wordsFor(status: number): Words {
  return WORDS[status] ?? FAILURE;
}

const FAILURE: Words = {
  title: 'Quelque chose n’a pas marché',
  happened: 'La page n’a pas pu être préparée. L’erreur vient de nous, pas de vous.',
  safe: 'Ce qui était enregistré le reste. Nous avons noté ce qui s’est passé.',
  todo: 'Revenez en arrière et réessayez. Si cela recommence, attendez quelques minutes.',
};

const WORDS: Readonly<Record<number, Words>> = {
  403: {
    title: 'Cette action ne vous est pas ouverte',
    happened: 'La page existe, mais elle est réservée à d’autres personnes.',
    safe: 'Rien n’a été changé.',
    todo: 'Si vous pensez y avoir droit, demandez à la personne qui tient le salon.',
  },
  404: {
    title: 'Cette page n’est pas là',
    happened: 'L’adresse est peut-être incomplète, ou la page a été retirée, ou elle est réservée à d’autres membres.',
    safe: 'Vous n’avez rien fait de mal, et rien n’est perdu.',
    todo: 'Vérifiez l’adresse si vous l’avez saisie, ou repartez de l’accueil.',
  },
  405: {
    title: 'Cette adresse ne s’ouvre pas ainsi',
    happened: 'Elle sert à envoyer un formulaire, pas à lire une page.',
    safe: 'Rien n’a été envoyé, rien n’a été changé.',
    todo: 'Revenez à la page précédente et servez-vous de ses boutons.',
  },
  409: {
    title: 'Quelqu’un est passé avant vous',
    happened: 'Entre-temps, ce que vous vouliez changer a déjà été modifié.',
    safe: 'Rien n’a été remplacé.',
    todo: 'Revenez en arrière, rechargez la page et regardez ce qui a changé.',
  },
  413: {
    title: 'C’est trop lourd pour être envoyé',
    happened: 'Le texte ou le fichier dépasse la taille permise.',
    safe: 'Rien n’a été envoyé. Ce que vous avez écrit est encore sur la page précédente.',
    todo: 'Revenez en arrière et envoyez-le en plusieurs fois.',
  },
  422: {
    title: 'Un point du formulaire est à revoir',
    happened: 'Une des réponses n’a pas été comprise.',
    safe: 'Rien n’a été enregistré de travers.',
    todo: 'Revenez en arrière, vérifiez le formulaire, puis envoyez-le de nouveau.',
  },
  429: {
    title: 'Un petit moment, s’il vous plaît',
    happened: 'Beaucoup de demandes sont arrivées en peu de temps depuis votre appareil ou votre réseau.',
    safe: 'Votre compte n’est pas bloqué, et rien n’est perdu.',
    todo: 'Attendez un peu.',
  },
  503: {
    title: 'La maison se repose un instant',
    happened: 'Le service est momentanément indisponible. L’erreur vient de nous, pas de vous.',
    safe: 'Vos messages enregistrés sont en sécurité.',
    todo: 'Laissez cette page ouverte et rechargez-la dans un moment.',
  },
};
