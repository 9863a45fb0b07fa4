import { takeBackAddress } from '~/auth/commands/change-address';
import { changeToTakeBack } from '~/auth/queries/addresses';
import { UNDO_DAYS } from '~/auth/rules/address';
import { hashOf, isLinkSecret } from '~/auth/secrets';
import { OutcomePage, TakeBackAddressPage } from '~/auth/views/address-links';
import { AppError } from '~/errors';
import { page, seeOther } from '~/http/answer';
import { useActionData, useLoaderData } from '~/http/page';
import { anyone, anyonePosts } from '~/http/route';
import type { PageHandle } from '~/root';
import { said } from '~/routes/flashes';
import { href } from '~/urls';

export const loader = anyone(async ({ context, params }) => {
  const token = isLinkSecret(params.jeton) ? params.jeton : '';
  const hash = hashOf(token);
  const change = token ? await context.database.systemStatement((tx) => changeToTakeBack(tx, hash)) : null;
  return page({ token, change }, change ? null : 404);
});

/** On to a new password: whoever asked for the change was in the account. */
export const action = anyonePosts(async ({ context, params }) => {
  if (!isLinkSecret(params.jeton)) return null;
  try {
    const back = await takeBackAddress(context, params.jeton);
    if (!back) return null;
    const word = back.isDone ? 'adresse-revenue' : 'demande-annulee';
    return seeOther(href('forgottenPassword', {}, said(word)));
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'conflict') throw error;
    return page({ isTaken: true }, 422);
  }
});

export const handle = { title: () => 'Protéger votre compte', isPrivate: true } satisfies PageHandle;

export default function TakeBackAddress() {
  const { token, change } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  if (change && !refused) return <TakeBackAddressPage token={token} {...change} />;
  return (
    <OutcomePage title="Ce lien ne sert plus" next={{ label: 'Je ne retrouve plus rien', href: href('lostKeys') }}>
      {refused ? (
        <p>Un autre compte s’est ouvert avec cette adresse : nous ne pouvons pas la rendre sans vous parler.</p>
      ) : (
        <p>Il a déjà servi, ou il a plus de {UNDO_DAYS} jours, ou la demande a été remplacée par une plus récente.</p>
      )}
      <p>La page suivante dit comment retrouver votre compte.</p>
    </OutcomePage>
  );
}
