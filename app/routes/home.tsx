import type { AppLoadContext } from '@remix-run/node';
import { EveningExample } from '~/chat/views/evening';
import { followedCourses } from '~/courses/queries/own';
import { type Course, stepsIn } from '~/courses/rules';
import { MyCourse } from '~/courses/views/home';
import { AppError } from '~/errors';
import { useLoaderData } from '~/http/page';
import { anyone } from '~/http/route';
import { comfortOf } from '~/members/comfort-cookie';
import { ChosenStatus } from '~/presence/views/chosen';
import type { PageHandle } from '~/root';
import { coursesOf } from '~/routes/courses/load-course';
import { figuresFor } from '~/routes/site/figures';
import { salonsOf } from '~/salons/queries/lists';
import { HomePage } from '~/salons/views/home';
import { accentsOf } from '~/salons/views/mark';
import { LandingPage } from '~/ui/landing';
import { href } from '~/urls';

/** Signed out: no statement while the courses are kept. Signed in: two while the courses are kept. */
export const loader = anyone(async ({ viewer, context, request }) => {
  const comfort = comfortOf(request, viewer);
  if (!viewer) {
    const courses = (await publishedOrNone(context)).map(linkOf);
    return { member: null, comfort, courses, figures: figuresFor(context.plans()) };
  }
  const [salons, followed] = await context.database.asViewer(viewer.id, (tx) =>
    Promise.all([salonsOf(tx, viewer.id), followedCourses(tx, viewer.id)]),
  );
  const { name, chosenStatus: chosen } = viewer;
  const steps = followed.length > 0 ? stepsIn(await coursesOf(context, viewer), followed) : [];
  return { member: { name, salons, steps, chosen, now: new Date() }, comfort, courses: [], figures: null };
});

/** The landing page stands without the database too: its pillars are then words instead of links (reliability 18). */
async function publishedOrNone({ library }: AppLoadContext): Promise<readonly Course[]> {
  try {
    return await library.published();
  } catch (error) {
    if (error instanceof AppError && error.code === 'unavailable') return [];
    throw error;
  }
}

const linkOf = ({ pillar, title, slug }: Course) => ({ pillar, title, href: href('course', { cours: slug }) });

type Data = Awaited<ReturnType<typeof loader>>;

export const handle = {
  title: ({ member }) => (member ? 'Accueil' : 'Des salons de conversation pour les 50 ans et plus'),
  description: () =>
    'Des salons où l’on parle entre personnes de 50 ans et plus, en direct et en grands caractères. Gratuit pour commencer.',
  css: ({ member }) => (member ? accentsOf(member.salons) : ''),
} satisfies PageHandle<Data>;

export default function Home() {
  const { member, comfort, courses, figures } = useLoaderData<typeof loader>();
  if (figures)
    return <LandingPage evening={<EveningExample />} comfort={comfort} courses={courses} figures={figures} />;
  const { steps, chosen, now, ...rest } = member;
  const course = <MyCourse steps={steps} now={now} />;
  return <HomePage {...rest} presence={<ChosenStatus chosen={chosen} />} course={course} />;
}
