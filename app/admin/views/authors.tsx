import type { Colleague } from '~/members/queries/roles';
import { Button, LinkButton } from '~/ui/button';
import { Field } from '~/ui/field';
import { ErrorSummary } from '~/ui/notice';
import { Breadcrumb } from '~/ui/page';
import { QuestionPage } from '~/ui/question-page';
import { href } from '~/urls';

type AuthorsPageProps = {
  readonly team: readonly Colleague[];
  /** Whose own role nobody offers to take back. */
  readonly me: string;
  readonly email: string;
  readonly errors: Readonly<Record<string, string>>;
};

export function AuthorsPage({ team, me, email, errors }: AuthorsPageProps) {
  return (
    <div className="etroit">
      <Breadcrumb crumbs={[{ label: 'Équipe', href: href('admin') }]} here="Auteurs" />
      <h1>Auteurs</h1>
      <p className="chapeau">
        Les auteurs écrivent et publient les cours. L’administration le peut aussi, et décide ici de qui écrit.
      </p>
      <ErrorSummary errors={errors} />
      <form method="post" noValidate action={href('authors')}>
        <Field
          name="courriel"
          label="Adresse de la personne qui écrira"
          hint="Celle de son compte, par exemple prenom.nom@exemple.fr. Elle lira dans ses réglages que l’équipe l’a cherchée."
          type="email"
          inputMode="email"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={email}
          error={errors.courriel}
          maxLength={254}
          required
        />
        <Button kind="principal" icon="pencil">
          Lui confier l’écriture
        </Button>
      </form>
      <section aria-labelledby="equipe" className="suite">
        <h2 id="equipe">Qui écrit aujourd’hui</h2>
        <ul className="pupitre">
          {team.map((colleague) => (
            <ColleagueLine key={colleague.id} colleague={colleague} isMe={colleague.id === me} />
          ))}
        </ul>
      </section>
    </div>
  );
}

function ColleagueLine({ colleague, isMe }: { readonly colleague: Colleague; readonly isMe: boolean }) {
  const { id, name, role } = colleague;
  return (
    <li>
      <strong>{name}</strong>
      <span>
        {role === 'admin' ? 'administre la maison' : 'écrit les cours'}
        {isMe && ' : c’est vous'}
      </span>
      {!isMe && (
        <div className="boutons">
          <LinkButton kind="second" href={href('dismissAuthor', { membre: id })}>
            Reprendre ce rôle<span className="hors-vue"> à {name}</span>
          </LinkButton>
        </div>
      )}
    </li>
  );
}

export function DismissalPage({ colleague: { id, name, role } }: { readonly colleague: Colleague }) {
  return (
    <div className="etroit">
      <QuestionPage
        question={`Reprendre son rôle à ${name} ?`}
        action={href('dismissAuthor', { membre: id })}
        yes="Reprendre le rôle"
        no="Le lui laisser"
        back={href('authors')}
      >
        <p>
          {role === 'admin'
            ? 'Cette personne ne verra plus les pages de l’équipe et ne pourra plus nommer d’auteurs.'
            : 'Cette personne ne pourra plus écrire ni publier de cours.'}{' '}
          Son compte, ses salons et ce qu’elle a écrit restent. Elle lira dans ses réglages que son rôle a pris fin.
        </p>
      </QuestionPage>
    </div>
  );
}
