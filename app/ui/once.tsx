import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

/** What stands inside an element, ready-made: `<footer {...footer({ isMember })} />`. */
type Inside = { readonly dangerouslySetInnerHTML: { readonly __html: string } };
type Plain = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Far above what the few words that choose a form can make; whatever passes it was not of few forms. */
const FORMS_MAX = 500;

/**
 * Renders a part of the page that takes few forms (icons, tabs, footer) once for each, instead of anew for every
 * reader. Only for what nobody types: forms are told apart by the props alone.
 */
export function once<Props extends Plain>(Part: (props: Props) => ReactNode): (props: Props) => Inside {
  const kept = new Map<string, Inside>();
  return (props) => {
    const form = Object.values(props).join('\n');
    const found = kept.get(form);
    if (found) return found;
    if (kept.size >= FORMS_MAX) kept.clear();
    const made = inside(Part(props));
    kept.set(form, made);
    return made;
  };
}

/** The same for a part that one kept thing alone decides, a course or a lesson: as long as that thing lives. */
export function onceFor<Thing extends object>(Part: (thing: Thing) => ReactNode): (thing: Thing) => Inside {
  const kept = new WeakMap<Thing, Inside>();
  return (thing) => {
    const made = kept.get(thing) ?? inside(Part(thing));
    kept.set(thing, made);
    return made;
  };
}

function inside(part: ReactNode): Inside {
  return { dangerouslySetInnerHTML: { __html: renderToStaticMarkup(part) } };
}
