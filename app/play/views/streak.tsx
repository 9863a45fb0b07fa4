import { Button } from '~/ui/button';
import { plural } from '~/ui/format';
import { href } from '~/urls';
import type { Stats } from '../queries/own';
import { JOKERS_A_MONTH } from '../rules/streak';

/** D72: what goes on, and never what was lost. */
export function Streak({ stats: { days, jokers, restsSince } }: { readonly stats: Stats }) {
  if (restsSince !== null) {
    return (
      <div className="pile">
        <p>Vous êtes en pause. Prenez soin de vous : rien ne bouge jusqu’à votre retour.</p>
        <Rest value="fin">Je suis de retour</Rest>
      </div>
    );
  }
  return (
    <div className="pile">
      {days > 1 && (
        <p>
          {plural(days, 'jour', 'jours')} de suite avec un message ou une leçon. {jokersInWords(jokers)}
        </p>
      )}
      {days > 0 && (
        <details className="repli">
          <summary>Malade, en voyage ?</summary>
          <p>Mettez votre série de jours en pause : aucun jour ne compte pendant ce temps, ni pour, ni contre.</p>
          <Rest value="debut">Mettre en pause</Rest>
        </details>
      )}
    </div>
  );
}

function Rest({ value, children }: { readonly value: 'debut' | 'fin'; readonly children: string }) {
  return (
    <form method="post" noValidate action={href('rest')}>
      <Button kind="second" icon="pause" name="pause" value={value}>
        {children}
      </Button>
    </form>
  );
}

function jokersInWords(left: number): string {
  if (left === JOKERS_A_MONTH) return `Vos ${left} jokers du mois sont là pour les jours sans.`;
  return left === 0 ? 'Vos jokers du mois ont servi.' : `Il vous reste ${plural(left, 'joker', 'jokers')} ce mois-ci.`;
}
