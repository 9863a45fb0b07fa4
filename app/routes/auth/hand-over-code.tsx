import { data, redirect } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { takeHandOver } from '~/auth/commands/hand-over';
import { parseHandOverCode } from '~/auth/rules/card';
import { HandOverCodePage } from '~/auth/views/hand-over';
import { FLASH } from '~/http/flash';
import { typed } from '~/http/forms';
import { anyone, anyonePosts } from '~/http/route';
import type { PageHandle } from '~/root';
import { href } from '~/urls';

export const loader = anyone(async () => null);

export const action = anyonePosts(async ({ context, form, request }) => {
  const refused = (errors: Readonly<Record<string, string>>) =>
    data({ errors, typed: typed(form, 'code', 'rester') }, 422);
  const parsed = parseHandOverCode(form);
  if (!parsed.ok) return refused(parsed.errors);
  const { code, stays } = parsed.value;
  const userAgent = request.headers.get('user-agent') ?? '';
  const session = await takeHandOver(context, { secret: code, stays, userAgent, ip: context.ip });
  if (!session)
    return refused({
      code: 'Ce code n’est pas le bon, ou ses cinq minutes sont passées. Demandez-en un autre sur l’autre appareil.',
    });
  return redirect(href('home', {}, { [FLASH]: 'appareil' }), {
    status: 303,
    headers: { 'Set-Cookie': session.cookie },
  });
});

export const handle = {
  title: () => 'Ouvrir ma session ici',
  description: () => 'Passez de votre ordinateur à votre téléphone sans mot de passe, avec un code de huit signes.',
} satisfies PageHandle;

export default function HandOverCode() {
  const refused = useActionData<typeof action>();
  return (
    <HandOverCodePage
      errors={refused?.errors ?? {}}
      typed={refused?.typed.code ?? ''}
      stays={refused?.typed.rester === 'on'}
    />
  );
}
