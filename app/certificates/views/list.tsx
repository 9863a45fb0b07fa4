import type { CertificateLine } from '~/certificates/rules';
import { fullDay } from '~/ui/format';
import { Icon } from '~/ui/icon';
import { href } from '~/urls';

/** For « Mon parcours ». Nothing while there is none: the courses above say what is under way. */
export function CertificateList({ certificates }: { readonly certificates: readonly CertificateLine[] }) {
  if (certificates.length === 0) return null;
  return (
    <section className="mes-attestations" aria-labelledby="mes-attestations">
      <h2 id="mes-attestations">Mes attestations</h2>
      <ul className="attestations">
        {certificates.map(({ id, courseTitle, completedAt, revokedAt }) => (
          <li key={id}>
            <a href={href('certificate', { attestation: id })}>
              <Icon name="check" /> {courseTitle}
            </a>
            <span className="aide">{revokedAt ? 'Elle n’est plus valable' : `Terminé le ${fullDay(completedAt)}`}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
