import type { AlertLine } from '~/operating/queries/alerts';
import { fullMoment, momentInWords, plural } from '~/ui/format';
import { Notice } from '~/ui/notice';
import { KEPT_DAYS } from '../rules/figures';
import { lasted, partNamed, share } from '../rules/words';

type StatusPageProps = {
  readonly alerts: readonly AlertLine[];
  readonly drill: { readonly doneAt: Date; readonly fault: string | null } | null;
  readonly minutes: { readonly known: number; readonly up: number };
  readonly now: Date;
};

/** For everybody: is it the site, or is it me? */
export function StatusPage({ alerts, drill, minutes, now }: StatusPageProps) {
  const open = alerts.filter(({ overAt }) => overAt === null);
  const past = alerts.filter(({ overAt }) => overAt !== null);
  return (
    <div className="etroit">
      <h1>État du site</h1>
      {open.length === 0 ? (
        <p className="chapeau">Tout fonctionne.</p>
      ) : (
        <Notice tone="alerte">
          {open.map(({ id, part, beganAt }) => (
            <p key={id}>
              {partNamed(part)} : en panne depuis {momentInWords(beganAt, now)}. Nous sommes prévenus.
            </p>
          ))}
        </Notice>
      )}
      <section className="suite" aria-labelledby="disponible">
        <h2 id="disponible">Disponibilité</h2>
        <p>{available(minutes)}</p>
      </section>
      <section className="suite" aria-labelledby="sauvegarde">
        <h2 id="sauvegarde">Vos messages sont gardés</h2>
        <p>{drillWords(drill, now)}</p>
      </section>
      <section className="suite" aria-labelledby="incidents">
        <h2 id="incidents">Ce qui est arrivé depuis {plural(KEPT_DAYS, 'jour', 'jours')}</h2>
        {past.length === 0 ? (
          <p>Aucune panne.</p>
        ) : (
          <ul>
            {past.map(({ id, part, beganAt, overAt }) => (
              <li key={id}>
                {partNamed(part)} : {fullMoment(beganAt)}, réparé en {lasted(beganAt, overAt ?? now)}.
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}

/** Less than an hour tells nothing. */
function available({ known, up }: StatusPageProps['minutes']): string {
  if (known < 60) return 'Ce site vient d’ouvrir : il est trop tôt pour le dire.';
  const days = Math.max(1, Math.round(known / 1_440));
  return `Le site a répondu ${share(Math.min(up, known), known)} du temps, sur ${plural(days, 'jour', 'jours')}.`;
}

function drillWords(drill: StatusPageProps['drill'], now: Date): string {
  if (!drill) return 'Aucune restauration n’a encore été essayée sur ce site.';
  const when = momentInWords(drill.doneAt, now);
  return drill.fault === null
    ? `La dernière sauvegarde a été restaurée à part et vérifiée : ${when}.`
    : `La dernière sauvegarde n’a pas pu être restaurée (${when}). Nous sommes prévenus.`;
}
