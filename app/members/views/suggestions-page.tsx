import { Button } from '~/ui/button';
import { plural } from '~/ui/format';
import { NarrowPage } from '~/ui/page';
import { href } from '~/urls';

export type SuggestionsPageProps = {
  /** Whether she has asked for suggestions. */
  readonly areWanted: boolean;
  /** How many she has put aside. */
  readonly dismissed: number;
};

/** Z11: the whole of the rules, as they are applied, and the way to have suggestions or none. */
export function SuggestionsPage({ areWanted, dismissed }: SuggestionsPageProps) {
  return (
    <NarrowPage title="Des idées pour vous">
      <p className="chapeau">
        Trois règles choisissent un salon, une personne ou un cours. Elles sont les mêmes pour tout le monde, et chaque
        idée dit pourquoi elle est là.
      </p>
      <Wanted areWanted={areWanted} />
      <Rules />
      {dismissed > 0 && <Dismissed count={dismissed} />}
    </NarrowPage>
  );
}

function Wanted({ areWanted }: Pick<SuggestionsPageProps, 'areWanted'>) {
  return (
    <form method="post" noValidate action={href('suggestions')} className="pile">
      <p>
        {areWanted
          ? 'Vous recevez des idées, à l’accueil et au-dessus des salons et des cours.'
          : 'Vous n’en recevez pas pour le moment. Si vous le voulez, vous en trouverez à l’accueil et au-dessus des salons et des cours.'}
      </p>
      <Button kind={areWanted ? 'second' : 'principal'} name="suggestions" value={areWanted ? 'off' : 'on'}>
        {areWanted ? 'Ne plus recevoir d’idées' : 'Recevoir des idées'}
      </Button>
    </form>
  );
}

function Rules() {
  return (
    <section className="suite redige">
      <h2>Comment elles sont choisies</h2>
      <dl className="pile">
        <div>
          <dt>
            <strong>Un salon</strong>
          </dt>
          <dd>
            D’abord ceux dont le sujet répond à un de vos centres d’intérêt, puis ceux de votre ville, puis ceux où l’on
            parle le plus. Jamais un salon privé, ni un salon où vous êtes déjà.
          </dd>
        </div>
        <div>
          <dt>
            <strong>Une personne</strong>
          </dt>
          <dd>
            Quelqu’un qui a un centre d’intérêt en commun avec vous, ou qui habite votre ville, d’après ce que sa fiche
            vous montre. D’abord ceux avec qui vous avez le plus en commun.
          </dd>
        </div>
        <div>
          <dt>
            <strong>Un cours</strong>
          </dt>
          <dd>
            Celui qui répond à ce qui vous amène ici ou à un de vos centres d’intérêt ; sinon, le premier que vous ne
            suivez pas encore.
          </dd>
        </div>
      </dl>
      <p>
        Les règles ne lisent que <a href={href('welcomeAnswers')}>vos réponses de bienvenue</a> et, dans{' '}
        <a href={href('profile')}>votre profil</a>, votre ville et vos centres d’intérêt. Ce que vous lisez et ce que
        vous écrivez n’y entre pas. Personne d’autre ne voit ces idées, et rien n’est vendu ni transmis.
      </p>
    </section>
  );
}

function Dismissed({ count }: { readonly count: number }) {
  return (
    <section className="suite">
      <h2>Celles que vous ne voulez plus</h2>
      <form method="post" noValidate action={href('restoreSuggestions')} className="pile">
        <p>
          Vous avez écarté {count > 1 ? plural(count, 'idée', 'idées') : 'une idée'}.{' '}
          {count > 1 ? 'Elles ne reviennent' : 'Elle ne revient'} pas, sauf si vous changez d’avis.
        </p>
        <Button kind="second" icon="refresh">
          {count > 1 ? 'Les laisser revenir' : 'La laisser revenir'}
        </Button>
      </form>
    </section>
  );
}
