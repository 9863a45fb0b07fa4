import type { ReactNode } from 'react';
import { Icon } from '~/ui/icon';
import type { IconName } from '~/ui/icons';

/** `principal`: the one main action of a screen. `danger`: what cannot be taken back. `discret`: what is seldom wanted. */
export type ButtonKind = 'principal' | 'second' | 'danger' | 'discret';

type ButtonProps = {
  readonly kind: ButtonKind;
  readonly icon?: IconName;
  readonly name?: string;
  readonly value?: string;
  readonly children: ReactNode;
};

export function Button({ kind, icon, name, value, children }: ButtonProps) {
  return (
    <button type="submit" className={`bouton ${kind}`} name={name} value={value}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

type LinkButtonProps = {
  readonly kind: ButtonKind;
  readonly href: string;
  readonly icon?: IconName;
  readonly children: ReactNode;
};

/** A link that looks like a button, because it leads to the next step. */
export function LinkButton({ kind, href, icon, children }: LinkButtonProps) {
  return (
    <a className={`bouton ${kind}`} href={href}>
      {icon && <Icon name={icon} />}
      {children}
    </a>
  );
}
