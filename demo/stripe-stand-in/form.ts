/** Stripe's way of writing objects as a form: `items[0][price]=…`, `expand[]=…`. */

export type Given = { readonly [name: string]: Given | string | readonly (Given | string)[] | undefined };

export function parseForm(text: string): Given {
  const root: Record<string, unknown> = {};
  for (const [key, value] of new URLSearchParams(text))
    put(root, [...key.matchAll(/[^[\]]+|\[\]/g)].map(String), value);
  return arrays(root) as Given;
}

function put(root: Record<string, unknown>, path: readonly string[], value: string): void {
  let at = root;
  path.forEach((part, index) => {
    const name = part === '[]' ? String(Object.keys(at).length) : part;
    if (index === path.length - 1) at[name] = value;
    else {
      at[name] ??= {};
      at = at[name] as Record<string, unknown>;
    }
  });
}

/** Objects whose names are 0, 1, 2 … are lists. */
function arrays(given: unknown): unknown {
  if (typeof given !== 'object' || given === null) return given;
  const entries = Object.entries(given).map(([name, value]) => [name, arrays(value)] as const);
  const isList = entries.length > 0 && entries.every(([name], index) => name === String(index));
  return isList ? entries.map(([, value]) => value) : Object.fromEntries(entries);
}

export function textIn(given: Given, ...path: readonly string[]): string | undefined {
  let at: unknown = given;
  for (const name of path) at = (at as Record<string, unknown> | undefined)?.[name];
  return typeof at === 'string' ? at : undefined;
}
