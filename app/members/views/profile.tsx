import type { ReactNode } from 'react';
import { Avatar } from '~/ui/avatar';
import { Button, LinkButton } from '~/ui/button';
import { Checkbox } from '~/ui/choice';
import { Field, TextArea } from '~/ui/field';
import { ErrorSummary, Notice } from '~/ui/notice';
import { NarrowPage } from '~/ui/page';
import { href } from '~/urls';
import type { BlockedMember } from '../queries/blocks';
import { DEPARTMENTS } from '../rules/departments';
import type { Changed } from '../rules/other-window';
import { BIO_MAX, type ProfileValues } from '../rules/profile';
import { BlockButton } from './block-button';
import { Interests, SeenBy } from './profile-fields';

export type ProfilePageProps = {
  readonly viewerId: string;
  readonly values: ProfileValues;
  /** `markOf` the profile that the form was filled from (D28). */
  readonly mark: string;
  readonly errors: Readonly<Record<string, string>>;
  /** What another window has changed since this form was opened, in the page's words. */
  readonly changed: readonly Changed[];
  /** The code of the one that her stored town lies in. */
  readonly departement: string | null;
  readonly blocked: readonly BlockedMember[];
  /** Photo and cover, with the way to change them: drawn by the pictures' own view. */
  readonly pictures: ReactNode;
};

export function ProfilePage(props: ProfilePageProps) {
  const { viewerId, values, mark, errors, changed, departement, blocked, pictures } = props;
  return (
    <NarrowPage title="Mon profil">
      <ErrorSummary errors={errors} />
      {changed.length > 0 && <ChangedElsewhere changed={changed} />}
      <Intro viewerId={viewerId} pictures={pictures} />
      <form method="post" action={href('profile')} noValidate>
        <input type="hidden" name="marque" value={mark} />
        <input type="hidden" name="complet" value="on" />
        <Field
          name="nom"
          label="Nom affiché"
          hint="Il se lit à côté de vos messages et sur vos attestations. Un prénom et une initiale suffisent : Monique D."
          error={errors.nom}
          value={values.nom}
          maxLength={80}
          required
          autoComplete="name"
        />
        <TextArea
          name="bio"
          label="Présentation"
          hint="Quelques lignes pour donner envie de vous parler. N’y mettez ni adresse, ni téléphone."
          error={errors.bio}
          value={values.bio}
          rows={6}
          maxLength={BIO_MAX}
        />
        <SeenBy name="bio_vue" what="Qui voit votre présentation" value={values.bio_vue} error={errors.bio_vue} />
        <Field
          name="ville"
          label="Ville"
          hint="Pour vous proposer les membres et les salons près de chez vous. La ville seule, sans la rue."
          error={errors.ville}
          value={values.ville}
          maxLength={80}
          autoComplete="address-level2"
        />
        <Field
          name="code_postal"
          label="Code postal"
          hint={whereHint(departement)}
          error={errors.code_postal}
          value={values.code_postal}
          maxLength={20}
          inputMode="numeric"
          autoComplete="postal-code"
        />
        <SeenBy name="ville_vue" what="Qui voit votre ville" value={values.ville_vue} error={errors.ville_vue} />
        <Interests values={values} error={errors.autres} />
        <SeenBy
          name="interets_vus"
          what="Qui voit vos centres d’intérêt"
          value={values.interets_vus}
          error={errors.interets_vus}
        />
        <Checkbox
          name="annuaire"
          label="Me montrer dans la liste des membres"
          hint="Sans cela, seules les personnes qui vous croisent dans un salon trouvent votre fiche."
          checked={values.annuaire}
        />
        <Button kind="principal" icon="check">
          Enregistrer mon profil
        </Button>
      </form>
      {blocked.length > 0 && <BlockedMembers blocked={blocked} />}
    </NarrowPage>
  );
}

function Intro({ viewerId, pictures }: Pick<ProfilePageProps, 'viewerId' | 'pictures'>) {
  return (
    <>
      <p className="chapeau">
        Ce que les autres membres savent de vous. Seul le nom est demandé ; le reste est à votre goût, et vous
        choisissez pour chaque ligne qui la voit.
      </p>
      <p>
        <LinkButton kind="second" href={href('member', { membre: viewerId })} icon="eye">
          Voir ma fiche
        </LinkButton>
      </p>
      {pictures}
    </>
  );
}

function ChangedElsewhere({ changed }: Pick<ProfilePageProps, 'changed'>) {
  return (
    <Notice tone="alerte">
      <p>
        {' '}
        Votre profil a changé dans une autre fenêtre depuis que vous avez ouvert celle-ci. Voici ce qui y est enregistré
        maintenant :
      </p>
      <ul>
        {changed.map(({ name, now }) => (
          <li key={name}>
            {name} : <bdi>{now}</bdi>
          </li>
        ))}
      </ul>
      <p>
        Ce que vous venez d’écrire est toujours dans les champs ci-dessous, et n’est pas encore enregistré. Relisez,
        puis enregistrez : ce sera votre profil.
      </p>
    </Notice>
  );
}

/** Why it is asked, and what the town is taken for without it. */
function whereHint(departement: string | null): string {
  const name = departement === null ? undefined : DEPARTMENTS[departement];
  const why = 'Facultatif. Il distingue deux villes du même nom, et personne ne le voit. Par exemple : 25000.';
  return name ? `${why} Votre département, d’après ce que vous avez enregistré : ${name}.` : why;
}

function BlockedMembers({ blocked }: Pick<ProfilePageProps, 'blocked'>) {
  return (
    <section className="suite" aria-labelledby="bloques">
      <h2 id="bloques">Personnes que vous avez bloquées</h2>
      <ul className="membres">
        {blocked.map((person) => (
          <li key={person.id}>
            <Avatar person={person} />
            <div>
              <p className="qui">
                <b>{person.name}</b>
              </p>
              <BlockButton memberId={person.id} isBlocked name={person.name} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
