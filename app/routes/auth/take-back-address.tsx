import { data } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { takeBackAddress } from '~/auth/commands/change-address';
import { changeToTakeBack } from '~/auth/queries/addresses';
import { hashOf, isLinkSecret } from '~/auth/secrets';
import { OutcomePage, TakeBackAddressPage } from '~/auth/views/address-links';
import { AppError } from '~/errors';
import { useLoaderData } from '~/http/page';
import { anyone, anyonePosts } from '~/http/route';
import type { PageHandle } from '~/root';
import { href } from '~/urls';

export const loader = anyone(async ({ context: { database }, params }) => {
  const token = isLinkSecret(params.jeton) ? params.jeton : '';
  const change = token ? await database.systemStatement((tx) => changeToTakeBack(tx, hashOf(token))) : null;
  return { token, change };
});

export const action = anyonePosts(async ({ context, params }) => {
  const dead = data({ outcome: 'dead' as const, email: '' }, 422);
  if (!isLinkSecret(params.jeton)) return dead;
  try {
    const back = await takeBackAddress(context, params.jeton);
    return back ? { outcome: back.isDone ? ('undone' as const) : ('stopped' as const), email: back.oldEmail } : dead;
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'conflict') throw error;
    return data({ outcome: 'taken' as const, email: '' }, 422);
  }
});

export const handle = { title: () => 'Protéger votre compte', isPrivate: true } satisfies PageHandle;

export default function TakeBackAddress() {
  const { token, change } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer) return <Outcome {...answer} />;
  if (change) return <TakeBackAddressPage token={token} {...change} />;
  return <Outcome outcome="dead" email="" />;
}

type OutcomeProps = { readonly outcome: 'undone' | 'stopped' | 'dead' | 'taken'; readonly email: string };

function Outcome({ outcome, email }: OutcomeProps) {
  const choose = { label: 'Choisir un nouveau mot de passe', href: href('lostKeys') };
  if (outcome === 'undone') {
    return (
      <OutcomePage title="Votre ancienne adresse est revenue" next={choose}>
        <p>
          Votre compte a de nouveau cette adresse : <strong>{email}</strong>. Tous les appareils sont déconnectés.
        </p>
        <p>Le mot de passe est effacé, au cas où quelqu’un d’autre le connaîtrait. Choisissez-en un nouveau.</p>
      </OutcomePage>
    );
  }
  if (outcome === 'stopped') {
    return (
      <OutcomePage title="La demande est annulée" next={{ label: 'Changer mon mot de passe', href: href('password') }}>
        <p>
          Votre compte garde cette adresse : <strong>{email}</strong>.
        </p>
        <p>Quelqu’un se sert peut-être de votre compte. Changez votre mot de passe.</p>
      </OutcomePage>
    );
  }
  return (
    <OutcomePage title="Ce lien ne sert plus" next={{ label: 'Je ne retrouve plus rien', href: href('lostKeys') }}>
      {outcome === 'taken' ? (
        <p>Un autre compte s’est ouvert avec cette adresse : nous ne pouvons pas la rendre sans vous parler.</p>
      ) : (
        <p>Il a déjà servi, ou il a plus de sept jours, ou la demande a été remplacée par une plus récente.</p>
      )}
      <p>La page suivante dit comment retrouver votre compte.</p>
    </OutcomePage>
  );
}
