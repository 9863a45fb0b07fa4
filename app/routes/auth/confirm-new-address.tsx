import { data } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { confirmAddressChange } from '~/auth/commands/change-address';
import { changeToConfirm } from '~/auth/queries/addresses';
import { hashOf, isLinkSecret } from '~/auth/secrets';
import { ConfirmNewAddressPage, OutcomePage } from '~/auth/views/address-links';
import { AppError } from '~/errors';
import { useLoaderData } from '~/http/page';
import { anyone, anyonePosts } from '~/http/route';
import type { PageHandle } from '~/root';
import { href } from '~/urls';

export const loader = anyone(async ({ context: { database }, params }) => {
  const token = isLinkSecret(params.jeton) ? params.jeton : '';
  const change = token && (await database.systemStatement((tx) => changeToConfirm(tx, hashOf(token))));
  return { token, newEmail: change ? change.newEmail : null };
});

export const action = anyonePosts(async ({ context, params }) => {
  if (!isLinkSecret(params.jeton)) return data({ outcome: 'dead' as const, email: '' }, 422);
  try {
    const email = await confirmAddressChange(context, params.jeton);
    return email ? { outcome: 'done' as const, email } : data({ outcome: 'dead' as const, email: '' }, 422);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'conflict') throw error;
    return data({ outcome: 'taken' as const, email: '' }, 422);
  }
});

export const handle = { title: () => 'Confirmer votre nouvelle adresse', isPrivate: true } satisfies PageHandle;

export default function ConfirmNewAddress() {
  const { token, newEmail } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer?.outcome === 'done') {
    return (
      <OutcomePage title="Votre adresse est changée" next={{ label: 'Continuer', href: href('home') }}>
        <p>
          Votre compte a maintenant cette adresse : <strong>{answer.email}</strong>. C’est avec elle que vous vous
          connecterez.
        </p>
      </OutcomePage>
    );
  }
  if (answer?.outcome === 'taken') {
    return (
      <OutcomePage title="Cette adresse sert déjà" next={{ label: 'Me connecter', href: href('signIn') }}>
        <p>
          Un compte s’est ouvert entre-temps avec cette adresse. Connectez-vous avec elle, ou choisissez une autre
          adresse dans vos réglages.
        </p>
      </OutcomePage>
    );
  }
  if (newEmail && !answer) return <ConfirmNewAddressPage token={token} newEmail={newEmail} />;
  return (
    <OutcomePage title="Ce lien ne sert plus" next={{ label: 'Voir mon adresse', href: href('emailSettings') }}>
      <p>Il a déjà servi, ou il a plus de trois jours, ou une demande plus récente l’a remplacé.</p>
      <p>Regardez dans vos réglages quelle est votre adresse. Vous pourrez y demander un nouveau courriel.</p>
    </OutcomePage>
  );
}
