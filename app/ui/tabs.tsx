import { Icon } from '~/ui/icon';
import type { IconName } from '~/ui/icons';

type Tab = { readonly label: string; readonly href: string; readonly icon?: IconName };

type TabsProps = {
  /** What is being divided, for those who hear the page. */
  readonly label: string;
  readonly tabs: readonly Tab[];
  /** The `href` of the tab that is open. */
  readonly here: string;
};

/** Parts of one subject, each a page of its own: tabs that are links need no script and keep their addresses. */
export function Tabs({ label, tabs, here }: TabsProps) {
  return (
    <nav aria-label={label} className="onglets">
      <ul>
        {tabs.map((tab) => (
          <li key={tab.href}>
            <a href={tab.href} aria-current={tab.href === here ? 'page' : undefined}>
              {tab.icon && <Icon name={tab.icon} />}
              {tab.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
