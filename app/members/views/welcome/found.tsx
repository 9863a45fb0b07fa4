import { Button } from '~/ui/button';
import { href } from '~/urls';
import type { Suggestion } from '../../rules/suggestions';
import { SuggestionList } from '../suggestions';

export type Found = {
  readonly salons: readonly Suggestion[];
  readonly people: readonly Suggestion[];
  readonly courses: readonly Suggestion[];
};

/** The end of the questions: by where to begin. */
export function FoundPage({ found }: { readonly found: Found | null }) {
  return (
    <>
      <h1>Pour commencer</h1>
      {found ? <All found={found} /> : <NotAsked />}
      <form method="post" noValidate action={href('welcome')} className="suite">
        <input type="hidden" name="etape" value="fin" />
        <p className="note">Vos réponses se relisent et se changent dans vos réglages.</p>
        <Button kind="principal" icon="house">
          Terminer et aller à l’accueil
        </Button>
      </form>
    </>
  );
}

function All({ found: { salons, people, courses } }: { readonly found: Found }) {
  return (
    <>
      <p className="chapeau">Voici ce que vos réponses ont trouvé. Ouvrez ce qui vous tente, le reste attendra.</p>
      <Part title="Des salons" suggestions={salons} other={href('salons')} otherWords="Voir tous les salons" />
      <Part title="Des personnes" suggestions={people} other={href('members')} otherWords="Voir tous les membres" />
      <Part title="Un cours" suggestions={courses} other={href('courses')} otherWords="Voir tous les cours" />
    </>
  );
}

type PartProps = {
  readonly title: string;
  readonly suggestions: readonly Suggestion[];
  readonly other: string;
  readonly otherWords: string;
};

function Part({ title, suggestions, other, otherWords }: PartProps) {
  return (
    <section className="suite">
      <h2>{title}</h2>
      {suggestions.length === 0 ? (
        <p>Rien d’assez proche pour le moment.</p>
      ) : (
        <SuggestionList suggestions={suggestions} back={null} />
      )}
      <p>
        <a href={other}>{otherWords}</a>
      </p>
    </section>
  );
}

/** Z11: only who wants them. */
function NotAsked() {
  return (
    <div className="etroit">
      <p className="chapeau">Voulez-vous trois salons, trois personnes et un cours choisis d’après vos réponses ?</p>
      <p>
        Chaque proposition dit pourquoi elle est là. Vos réponses restent ici : elles ne sont ni vendues, ni transmises.
      </p>
      <form method="post" noValidate action={href('welcome')}>
        <input type="hidden" name="etape" value="fin" />
        <input type="hidden" name="suggestions" value="on" />
        <Button kind="second" icon="compass" name="suite" value="voir">
          Oui, proposez-moi
        </Button>
      </form>
    </div>
  );
}
