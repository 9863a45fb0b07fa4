import type { Next } from '~/courses/rules';
import { openingDay } from '~/courses/views/words';
import { type ButtonKind, LinkButton } from '~/ui/button';
import { href } from '~/urls';

type NextStepProps = { readonly slug: string; readonly next: Next; readonly kind: ButtonKind; readonly now: Date };

/** What is next in a course: the lesson to read, or why there is none now. */
export function NextStep({ slug, next, kind, now }: NextStepProps) {
  if (next.kind === 'read') {
    const { lesson, isBegun } = next;
    return (
      <p className="boutons">
        <LinkButton kind={kind} href={href('lesson', { cours: slug, numero: lesson.number })} icon="next">
          {isBegun ? 'Reprendre' : 'Lire'} la leçon&nbsp;{lesson.number} : {lesson.title}
        </LinkButton>
      </p>
    );
  }
  const words = waitingInWords(next, now);
  return words && <p>{words}</p>;
}

function waitingInWords(next: Exclude<Next, { readonly kind: 'read' }>, now: Date): string | null {
  if (next.kind !== 'wait') return next.kind === 'plan' ? 'La suite de ce cours fait partie de Premium.' : null;
  const { lesson, opensAt } = next;
  return opensAt
    ? `Vous avez lu tout ce qui est ouvert. La leçon\u00a0${lesson.number} s’ouvre ${openingDay(opensAt, now)}.`
    : `La leçon\u00a0${lesson.number} attend la fin de votre pause.`;
}
