import type { GivenSetting } from '~/config';
import { Button } from '~/ui/button';
import { momentInWords } from '~/ui/format';
import { Table } from '~/ui/table';
import { href } from '~/urls';
import type { SelfTestLine } from '../queries/self-tests';
import { OUTCOMES, type Outcome, SELF_TESTS } from '../rules/self-tests';

type SelfTestsProps = {
  readonly selfTests: readonly SelfTestLine[];
  readonly settings: readonly GivenSetting[];
  readonly now: Date;
};

/** W07–W09: one button tries everything; which settings have a value, and never which. */
export function SelfTests({ selfTests, settings, now }: SelfTestsProps) {
  return (
    <section className="suite" aria-labelledby="essais">
      <h2 id="essais">Essais</h2>
      <p>
        Le site vous écrit un courriel, essaie chacun de ses réglages et s’envoie une annonce de Stripe signée, sans
        effet. Cela dure quelques secondes.
      </p>
      <form method="post" noValidate action={href('selfTests')} className="boutons">
        <Button kind="second">Tout essayer maintenant</Button>
      </form>
      {selfTests.length > 0 && (
        <Table
          caption="Le dernier essai"
          columns={[
            { title: 'Quoi', cell: ([, title]: readonly [string, string]) => title },
            { title: 'Résultat', cell: ([name]) => <Result line={selfTests.find((each) => each.name === name)} /> },
            { title: 'Détail', cell: ([name]) => selfTests.find((each) => each.name === name)?.words ?? '' },
            {
              title: 'Quand',
              cell: ([name]) => momentInWords(selfTests.find((each) => each.name === name)?.doneAt ?? now, now),
            },
          ]}
          rows={Object.entries(SELF_TESTS).filter(([name]) => selfTests.some((each) => each.name === name))}
        />
      )}
      <details>
        <summary>Réglages qui ont une valeur</summary>
        <ul>
          {settings
            .filter(({ isSet }) => isSet)
            .map(({ name }) => (
              <li key={name}>
                <code>{name}</code>
              </li>
            ))}
        </ul>
      </details>
    </section>
  );
}

function Result({ line }: { readonly line: SelfTestLine | undefined }) {
  if (!line) return null;
  const words = OUTCOMES[line.outcome as Outcome];
  return line.outcome === 'failed' ? <strong>{words}</strong> : words;
}
