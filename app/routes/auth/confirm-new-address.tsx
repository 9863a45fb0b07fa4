import { confirmAddressChange } from '~/auth/commands/change-address';
import { changeByConfirmLink } from '~/auth/queries/addresses';
import { CONFIRM_DAYS } from '~/auth/rules/address';
import { hashOf, isLinkSecret } from '~/auth/secrets';
import { ConfirmNewAddressPage, OutcomePage } from '~/auth/views/address-links';
import { AppError } from '~/errors';
import { page, seeOther } from '~/http/answer';
import { useActionData, useLoaderData } from '~/http/page';
import { anyone, anyonePosts } from '~/http/route';
import type { PageHandle } from '~/root';
import { href } from '~/urls';

export const loader = anyone(async ({ context, params }) => {
  const token = isLinkSecret(params.jeton) ? params.jeton : '';
  const hash = hashOf(token);
  const change = token ? await context.database.systemStatement((tx) => changeByConfirmLink(tx, hash)) : null;
  return page({ token, change }, change ? null : 404);
});

/** Done, or done before: the same page again, which says how things stand. */
export const action = anyonePosts(async ({ context, params }) => {
  if (!isLinkSecret(params.jeton)) return null;
  try {
    const done = await confirmAddressChange(context, params.jeton);
    return done ? seeOther(href('confirmNewAddress', { jeton: params.jeton })) : null;
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'conflict') throw error;
    return page({ isTaken: true }, 422);
  }
});

export const handle = { title: () => 'Confirmer votre nouvelle adresse', isPrivate: true } satisfies PageHandle;

export default function ConfirmNewAddress() {
  const { token, change } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  if (refused) {
    return (
      <OutcomePage title="Cette adresse sert déjà" next={{ label: 'Me connecter', href: href('signIn') }}>
        <p>
          Un compte s’est ouvert entre-temps avec cette adresse. Connectez-vous avec elle, ou choisissez une autre
          adresse dans vos réglages.
        </p>
      </OutcomePage>
    );
  }
  if (change?.isDone) {
    return (
      <OutcomePage title="Votre adresse est changée" next={{ label: 'Continuer', href: href('home') }}>
        <p>
          Votre compte a maintenant cette adresse : <strong>{change.newEmail}</strong>. C’est avec elle que vous vous
          connecterez.
        </p>
      </OutcomePage>
    );
  }
  if (change) return <ConfirmNewAddressPage token={token} newEmail={change.newEmail} />;
  return (
    <OutcomePage title="Ce lien ne sert plus" next={{ label: 'Voir mon adresse', href: href('emailSettings') }}>
      <p>Il a plus de {CONFIRM_DAYS} jours, ou une demande plus récente l’a remplacé.</p>
      <p>Regardez dans vos réglages quelle est votre adresse. Vous pourrez y demander un nouveau courriel.</p>
    </OutcomePage>
  );
}
