import type { AppLoadContext } from '@remix-run/node';
import { EveningExample } from '~/chat/views/evening';
import { followedCourses } from '~/courses/queries/own';
import { type Course, stepsIn } from '~/courses/rules';
import { MyCourse } from '~/courses/views/home';
import { AppError } from '~/errors';
import { seeOther } from '~/http/answer';
import { FLASH } from '~/http/flash';
import { useLoaderData } from '~/http/page';
import { anyone } from '~/http/route';
import { comfortOf } from '~/members/comfort-cookie';
import { homeOf } from '~/members/queries/home';
import { NearMe, OneSuggestion, WelcomeAgain } from '~/members/views/home';
import { chosenBy } from '~/presence/rules';
import { ChosenStatus } from '~/presence/views/chosen';
import type { PageHandle } from '~/root';
import { coursesOf } from '~/routes/courses/load-course';
import { figuresFor } from '~/routes/site/figures';
import { suggestionOfDay } from '~/routes/welcome/load-suggestions';
import { salonsOf } from '~/salons/queries/lists';
import { HomePage } from '~/salons/views/home';
import { accentsOf } from '~/salons/views/mark';
import { LandingPage } from '~/ui/landing';
import { href } from '~/urls';

/** Signed out: no statement while the courses are kept. Signed in: four while they are, one less for who wants no suggestion. */
export const loader = anyone(async ({ viewer, context, request, url }) => {
  const comfort = comfortOf(request, viewer);
  if (!viewer) {
    const courses = (await publishedOrNone(context)).map(linkOf);
    return { member: null, comfort, courses, figures: figuresFor(context.plans()) };
  }
  const [salons, followed, mine] = await context.database.asViewer(viewer.id, (tx) =>
    Promise.all([salonsOf(tx, viewer.id), followedCourses(tx, viewer.id), homeOf(tx, viewer.id, 3)]),
  );
  // D17: once, after the first sign-in.
  if (mine && !mine.welcome.isFinished && !mine.welcome.answers)
    return seeOther(href('welcome', {}, { [FLASH]: url.searchParams.get(FLASH) ?? undefined }));
  const { name } = viewer;
  const now = new Date();
  const wishes = mine?.answers?.suggestions ? mine : null;
  const courses = followed.length > 0 || wishes ? await coursesOf(context, viewer) : [];
  const steps = stepsIn(courses, followed);
  const taken = followed.map(({ courseId }) => courseId);
  const suggestion = wishes && (await suggestionOfDay(context, viewer, wishes, { courses, followed: taken, now }));
  const member = { name, salons, steps, chosen: chosenBy(viewer), mine, suggestion, now };
  return { member, comfort, courses: [], figures: null };
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
  const { steps, chosen, mine, suggestion, ...rest } = member;
  return (
    <HomePage
      {...rest}
      presence={<ChosenStatus chosen={chosen} />}
      course={<MyCourse steps={steps} now={rest.now} />}
      welcome={mine && !mine.welcome.isFinished ? <WelcomeAgain /> : null}
      near={mine && <NearMe city={mine.city} near={mine.near} />}
      suggestion={<OneSuggestion suggestion={suggestion} areWanted={mine?.answers?.suggestions === true} />}
    />
  );
}
