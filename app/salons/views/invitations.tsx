import {
  INVITATION_DAYS,
  NEWCOMER_WORDS,
  PEOPLE,
  type SentInvitation,
  stateInWords,
  stateOf,
} from '~/salons/rules/invitations';
import { Button, LinkButton } from '~/ui/button';
import { Field, Select } from '~/ui/field';
import { ErrorSummary, Notice } from '~/ui/notice';
import { Breadcrumb } from '~/ui/page';
import { href } from '~/urls';

type InvitationsPageProps = {
  readonly salon: { readonly id: string; readonly name: string; readonly isActive: boolean };
  readonly sent: readonly SentInvitation[];
  readonly values: { readonly courriel: string; readonly personnes: string; readonly cle: string };
  readonly errors: Readonly<Record<string, string>>;
  /** Her account is of its first days. */
  readonly isNew: boolean;
  readonly now: Date;
};

/** Inviting somebody by letter, and what has become of those one has sent. */
export function InvitationsPage(props: InvitationsPageProps) {
  const { salon, errors } = props;
  const crumbs = [
    { label: 'Salons', href: href('salons') },
    { label: salon.name, href: href('salon', { salon: salon.id }) },
  ];
  return (
    <div className="etroit">
      <Breadcrumb crumbs={crumbs} here="Inviter" />
      <h1>
        Inviter dans « <bdi>{salon.name}</bdi> »
      </h1>
      <ErrorSummary errors={errors} />
      {salon.isActive ? <InviteForm {...props} /> : <Closed />}
      <Sent {...props} />
    </div>
  );
}

function Closed() {
  return (
    <Notice tone="info">
      <p>Ce salon est fermé : personne n’y entre, et ses invitations n’ouvrent plus rien.</p>
    </Notice>
  );
}

function InviteForm({ salon, values, errors, isNew }: InvitationsPageProps) {
  return (
    <>
      <p className="chapeau">
        Nous écrivons pour vous : votre nom, celui du salon, et un lien qui vaut {INVITATION_DAYS} jours. L’adresse ne
        sert à rien d’autre.{isNew && ` ${NEWCOMER_WORDS}`}
      </p>
      <form method="post" noValidate action={href('salonInvitations', { salon: salon.id })}>
        <input type="hidden" name="cle" value={values.cle} />
        <Field
          name="courriel"
          type="email"
          inputMode="email"
          label="Adresse de courriel de la personne"
          hint="Par exemple : anne@exemple.fr"
          value={values.courriel}
          error={errors.courriel}
          autoComplete="off"
          spellCheck={false}
          maxLength={254}
          required
        />
        <Select
          name="personnes"
          label="Pour combien de personnes ?"
          options={PEOPLE}
          empty="Une personne"
          value={values.personnes}
        />
        <Button kind="principal" icon="mail">
          Envoyer l’invitation
        </Button>
      </form>
      <p>
        <LinkButton kind="discret" href={href('salonPoster', { salon: salon.id })} icon="printer">
          Une affichette à imprimer
        </LinkButton>
      </p>
    </>
  );
}

function Sent({ salon, sent, now }: InvitationsPageProps) {
  if (sent.length === 0) return null;
  return (
    <section className="pile">
      <h2>Vos invitations</h2>
      <ul className="pile exclus">
        {sent.map((each) => {
          const state = stateOf(each, now);
          return (
            <li key={each.id} className="pile">
              <p>
                <strong>{each.email ?? 'Un membre d’Aurora50'}</strong>
                <br />
                {stateInWords(each, now)}
              </p>
              {state !== 'retiree' && state !== 'acceptee' && (
                <form
                  method="post"
                  noValidate
                  action={href('salonInvitation', { salon: salon.id, invitation: each.id })}
                  className="boutons"
                >
                  {salon.isActive && (
                    <Button kind="second" icon="mail" name="action" value="renvoyer">
                      Renvoyer
                    </Button>
                  )}
                  <Button kind="discret" icon="trash" name="action" value="retirer">
                    Retirer
                  </Button>
                </form>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
