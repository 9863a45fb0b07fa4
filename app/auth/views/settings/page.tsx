import type { ReactNode } from 'react';
import { Breadcrumb, NarrowPage } from '~/ui/page';
import { href } from '~/urls';

type SettingsPageProps = { readonly title: string; readonly children: ReactNode };

/** One setting by itself, with the way back to all of them. */
export function SettingPage({ title, children }: SettingsPageProps) {
  return (
    <>
      <Breadcrumb crumbs={[{ label: 'Réglages', href: href('settings') }]} here={title} />
      <NarrowPage title={title}>{children}</NarrowPage>
    </>
  );
}
