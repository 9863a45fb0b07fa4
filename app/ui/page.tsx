import type { ReactNode } from 'react';
import { Icon } from '~/ui/icon';

/** The small parts pages are made of. */

export function Badge({ children }: { readonly children: ReactNode }) {
  return <span className="etiquette">{children}</span>;
}

export function Card({ children }: { readonly children: ReactNode }) {
  return <div className="carte">{children}</div>;
}

/** A narrow column with one title: forms, questions, errors. */
export function NarrowPage({ title, children }: { readonly title: ReactNode; readonly children: ReactNode }) {
  return (
    <div className="etroit">
      <h1>{title}</h1>
      {children}
    </div>
  );
}

type Crumb = { readonly label: string; readonly href: string };

/** The way back: every place above this one. */
export function Breadcrumb({ crumbs, here }: { readonly crumbs: readonly Crumb[]; readonly here: string }) {
  return (
    <nav aria-label="Vous êtes ici" className="chemin">
      <ol>
        {crumbs.map((crumb) => (
          <li key={crumb.href}>
            <a href={crumb.href}>{crumb.label}</a> <Icon name="next" />
          </li>
        ))}
        <li aria-current="page">{here}</li>
      </ol>
    </nav>
  );
}

type PagerProps = {
  readonly label: string;
  readonly previous: Crumb | null;
  readonly next: Crumb | null;
};

export function Pager({ label, previous, next }: PagerProps) {
  if (!previous && !next) return null;
  return (
    <nav aria-label={label} className="pages">
      {previous && (
        <a className="bouton second" href={previous.href} rel="prev">
          <Icon name="back" /> {previous.label}
        </a>
      )}
      {next && (
        <a className="bouton second" href={next.href} rel="next">
          {next.label} <Icon name="next" />
        </a>
      )}
    </nav>
  );
}

type EmptyStateProps = {
  readonly drawing: ReactNode;
  readonly title: string;
  readonly children: ReactNode;
};

/** Nothing here yet: says so kindly, and what one can do. */
export function EmptyState({ drawing, title, children }: EmptyStateProps) {
  return (
    <div className="vide">
      {drawing}
      <h3>{title}</h3>
      {children}
    </div>
  );
}
