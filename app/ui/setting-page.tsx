import type { ReactNode } from 'react';
import { Breadcrumb } from '~/ui/page';
import { href } from '~/urls';

type SettingsPageProps = { readonly title: string; readonly children: ReactNode };

/** One setting by itself, with the way back to all of them. */
export function SettingPage({ title, children }: SettingsPageProps) {
  return (
    <div className="etroit">
      <Breadcrumb crumbs={[{ label: 'Réglages', href: href('settings') }]} here={title} />
      <h1>{title}</h1>
      {children}
    </div>
  );
}
