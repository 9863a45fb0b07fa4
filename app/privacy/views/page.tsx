import type { ReactNode } from 'react';
import { Breadcrumb } from '~/ui/page';
import { href } from '~/urls';

/** One page of « Mes données », with the way back to all of them. */
export function DataPage({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="etroit redige">
      <Breadcrumb crumbs={[{ label: 'Mes données', href: href('myData') }]} here={title} />
      <h1>{title}</h1>
      {children}
    </div>
  );
}
