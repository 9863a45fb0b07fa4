import { Button } from '~/ui/button';
import { Field } from '~/ui/field';
import { href } from '~/urls';
import type { Found } from '../journal';

/** O02: the lines of one request, by the reference that a member reads out. */
export function Search({ asked, found }: { readonly asked: string; readonly found: Found | null }) {
  return (
    <section className="suite" aria-labelledby="journal">
      <h2 id="journal">Journal</h2>
      <form method="get" noValidate action={href('siteState')}>
        <Field
          name="demande"
          label="Référence ou numéro d’une demande"
          hint="Les six signes que la page d’erreur montre, ou la valeur de X-Request-Id."
          value={asked}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={40}
        />
        <Button kind="second" icon="search">
          Chercher ses lignes
        </Button>
      </form>
      {found && <Lines found={found} />}
    </section>
  );
}

function Lines({ found }: { readonly found: Found }) {
  if (!found.kept) return <p>Ce serveur ne garde pas son journal dans un fichier.</p>;
  if (found.lines.length === 0) return <p>Aucune ligne sur ce serveur, parmi celles qui sont gardées.</p>;
  return (
    <ul className="suite">
      {found.lines.map((line, at) => (
        <li key={at}>
          <code>{line}</code>
        </li>
      ))}
    </ul>
  );
}
