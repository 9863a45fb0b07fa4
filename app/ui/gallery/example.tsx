import type { ReactNode } from 'react';

export function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="suite">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

type ExampleProps = {
  readonly name: string;
  /** Below `app/ui`. */
  readonly file: string;
  readonly children: ReactNode;
};

export function Example({ name, file, children }: ExampleProps) {
  return (
    <div className="exemple">
      <h3>{name}</h3>
      <p className="note">
        <code>app/ui/{file}</code>
      </p>
      <div>{children}</div>
    </div>
  );
}
