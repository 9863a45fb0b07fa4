import type { ReactNode } from 'react';
import type { Publisher } from '~/config';

/** What the pages about the site have to know. */
export type HouseProps = { readonly publisher: Publisher; readonly isDemo: boolean };

/** Limits and prices in the words of their rules: « 20 messages », « 47 € ». */
export type Figures = {
  /** Each limit goes on after its verb: « écrire {messages} ». `given`: what a year costs less than twelve months. */
  readonly plans: Readonly<
    Record<
      'free' | 'monthly' | 'yearly' | 'messages' | 'views' | 'joined' | 'owned' | 'lessons' | 'withdrawal' | 'grace',
      string
    >
  > & { readonly given: string | null };
  /** How long a message may be corrected. */
  readonly editing: string;
  readonly lettersPerHour: string;
};

type TextPageProps = {
  readonly title: string;
  readonly intro: string;
  readonly children: ReactNode;
};

/** A page to be read, and printed: one column, headings in order. */
export function TextPage({ title, intro, children }: TextPageProps) {
  return (
    <div className="etroit redige">
      <h1>{title}</h1>
      <p className="chapeau">{intro}</p>
      {children}
    </div>
  );
}

/** How to write to whoever answers for the site, or an honest word that nobody does yet. */
export function Contact({ publisher, isDemo }: HouseProps) {
  if (publisher.email) {
    return (
      <p>
        Écrivez à <a href={`mailto:${publisher.email}`}>{publisher.email}</a>. Une personne vous lira.
      </p>
    );
  }
  return (
    <p>
      {isDemo
        ? 'Ce site est une démonstration : il n’a pas d’adresse de courriel, et personne n’y répond.'
        : 'L’adresse à laquelle écrire n’est pas encore renseignée. L’éditeur du site doit le faire (réglage EDITEUR_COURRIEL).'}
    </p>
  );
}
