import { EveningExample } from '~/chat/views/evening';
import { comfortOf } from '~/http/comfort-cookie';
import { useLoaderData } from '~/http/page';
import { anyone } from '~/http/route';
import type { PageHandle } from '~/root';
import { salonsOf } from '~/salons/queries';
import { HomePage } from '~/salons/views/home';
import { accentsOf } from '~/salons/views/mark';
import { LandingPage } from '~/ui/landing';

/** Signed out: no statement. Signed in: one. */
export const loader = anyone(async ({ viewer, context, request }) => {
  const comfort = comfortOf(request, viewer);
  if (!viewer) return { member: null, comfort };
  const salons = await context.database.asViewer(viewer.id, (tx) => salonsOf(tx, viewer.id));
  return { member: { name: viewer.name, salons }, comfort };
});

type Data = Awaited<ReturnType<typeof loader>>;

export const handle = {
  title: ({ member }) => (member ? 'Accueil' : 'Des salons de conversation pour les 50 ans et plus'),
  description: () =>
    'Des salons où l’on parle entre personnes de 50 ans et plus, en direct et en grands caractères. Gratuit pour commencer.',
  css: ({ member }) => (member ? accentsOf(member.salons) : ''),
} satisfies PageHandle<Data>;

export default function Home() {
  const { member, comfort } = useLoaderData<typeof loader>();
  return member ? <HomePage {...member} /> : <LandingPage evening={<EveningExample />} comfort={comfort} />;
}
