/** O09: a site to try things out does not look like the one that members use. */
import type { Environment } from '~/config/environment';

const MARKS: Readonly<Record<Environment, readonly [mark: string, words: string] | null>> = {
  production: null,
  staging: ['[Essai] ', 'Site d’essai\u202f: aucun courriel n’en part, et rien ne s’y paie.'],
  development: ['[Local] ', 'Site de cette machine\u202f: aucun courriel n’en part, et rien ne s’y paie.'],
};

/** Before the title of every page. */
export const environmentMark = (environment: Environment | undefined) => MARKS[environment ?? 'production']?.[0] ?? '';

/** Above every page. */
export function EnvironmentLine({ environment = 'production' }: { readonly environment?: Environment }) {
  const mark = MARKS[environment];
  return mark && <p className="aide environnement">{mark[1]}</p>;
}
