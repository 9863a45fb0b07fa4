import type { ReactNode } from 'react';
import { Button, LinkButton } from '~/ui/button';
import type { IconName } from '~/ui/icons';

type QuestionPageProps = {
  /** « Quitter le salon ? » */
  readonly question: string;
  /** What will happen, and whether it can be taken back. */
  readonly children: ReactNode;
  /** Where the yes is posted to. */
  readonly action: string;
  readonly yes: string;
  readonly icon?: IconName;
  readonly no: string;
  /** Where one was. */
  readonly back: string;
};

/** A dialog as a page: it asks before an act, works without script, and going back is saying no. */
export function QuestionPage({ question, children, action, yes, icon, no, back }: QuestionPageProps) {
  return (
    <>
      <h1>{question}</h1>
      {children}
      <form method="post" noValidate action={action} className="boutons">
        <Button kind="danger" icon={icon}>
          {yes}
        </Button>
        <LinkButton kind="second" href={back}>
          {no}
        </LinkButton>
      </form>
    </>
  );
}
