import type { ReactNode } from 'react';
import { fullMoment } from '~/ui/format';
import type { Decision } from '../queries';
import { decisionWords, RULES, type Rule } from '../rules';

/** What article 17 asks for: the decision, its ground, its facts, and that no machine took part. */
export function Statement({ decision }: { readonly decision: Decision }) {
  const { rule, reason, bySalon, createdAt } = decision;
  return (
    <section className="suite" aria-labelledby="decision">
      <h2 id="decision">La décision</h2>
      <dl className="pile">
        <Fact name="Décision">{decisionWords(decision)}</Fact>
        <Fact name="Règle appliquée">{RULES[rule as Rule]}</Fact>
        <Fact name="Prise par">
          {bySalon ? 'La personne qui tient le salon' : 'L’équipe d’Aurora50'}, le {fullMoment(createdAt)}. Aucun
          automate n’y a pris part.
        </Fact>
      </dl>
      <blockquote className="carte" dir="auto">
        {reason}
      </blockquote>
    </section>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt className="note">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The answer to a decision, and what was said to that. */
export function Answered({ decision }: { readonly decision: Decision }) {
  const { appeal, appealedAt, answer, answeredAt, upheld } = decision;
  return (
    <section className="suite" aria-labelledby="contestation">
      <h2 id="contestation">La réponse de la personne</h2>
      <blockquote className="carte" dir="auto">
        {appeal}
      </blockquote>
      {appealedAt && <p className="note">Le {fullMoment(appealedAt)}</p>}
      {answer && answeredAt && (
        <>
          <p>
            <strong>{upheld ? 'La décision est maintenue.' : 'La décision est annulée.'}</strong>
          </p>
          <blockquote className="carte" dir="auto">
            {answer}
          </blockquote>
          <p className="note">Le {fullMoment(answeredAt)}</p>
        </>
      )}
    </section>
  );
}
