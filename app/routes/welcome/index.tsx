import type { AppLoadContext } from '@remix-run/node';
import type { Viewer } from '~/auth/rules/viewer';
import { AppError, notFound } from '~/errors';
import { WelcomePhoto } from '~/files/views/picture';
import type { Form } from '~/forms';
import { type Page, page, seeOther } from '~/http/answer';
import { useActionData, useLoaderData } from '~/http/page';
import { type AskedByMember, members, membersPost } from '~/http/route';
import { comfortCookie, comfortOf } from '~/members/comfort-cookie';
import { rememberComfort } from '~/members/commands/comfort';
import { saveProfile } from '~/members/commands/profile';
import { answerWelcome, welcomeFor } from '~/members/commands/welcome';
import { myProfile } from '~/members/queries/profiles';
import { type Profile, parseProfile, valuesOf, valuesTyped } from '~/members/rules/profile';
import { BLANK, goalsIn, parseSize, parseStep, type Step, stepAfter, wantsSuggestions } from '~/members/rules/welcome';
import { AnswersPage } from '~/members/views/welcome/answers';
import type { Found } from '~/members/views/welcome/found';
import { WelcomePage } from '~/members/views/welcome/page';
import type { PageHandle } from '~/root';
import { coursesOf } from '~/routes/courses/load-course';
import { sizeOf } from '~/ui/comfort';
import { href } from '~/urls';
import { courseSuggestion, peopleSuggestions, salonSuggestions } from './load-suggestions';

export const loader = members(async ({ context, viewer, url, request }) => {
  const { isFinished, answers } = await welcomeFor(context.database, viewer);
  // D17: never again; what she answered stands in her settings.
  if (isFinished) return { finished: { isFinished, answers } };
  if (!answers) context.afterAnswer(() => answerWelcome(context.database, viewer, {}));
  const profile = await profileOf(context, viewer);
  const step = parseStep(url.searchParams.get('etape')) ?? answers?.step ?? 'envies';
  return {
    finished: null,
    name: viewer.name.split(/\s+/)[0] ?? viewer.name,
    step,
    answers: answers ?? BLANK,
    person: { id: viewer.id, name: viewer.name, avatarUrl: viewer.avatarUrl },
    size: comfortOf(request, viewer).taille,
    values: valuesOf(profile),
    found: step === 'fin' && answers?.suggestions ? await foundFor(context, viewer, profile) : null,
  };
});

async function profileOf({ database }: AppLoadContext, viewer: Viewer): Promise<Profile> {
  const profile = await database.asViewer(viewer.id, myProfile);
  if (!profile) throw notFound();
  return profile;
}

async function foundFor(context: AppLoadContext, viewer: Viewer, { interests, city }: Profile): Promise<Found> {
  const { answers } = await welcomeFor(context.database, viewer);
  const wishes = { interests, city, answers, dismissedCourses: [] };
  const [salons, people, courses] = await Promise.all([
    salonSuggestions(context, viewer, wishes, 3),
    peopleSuggestions(context, viewer, wishes, 3),
    coursesOf(context, viewer),
  ]);
  return { salons, people, courses: courseSuggestion(courses, [], wishes) };
}

type Asked = AskedByMember & { readonly form: Form };

/** One question. Passed over, it changes nothing but where she is. */
export const action = membersPost(async (asked) => {
  const { context, viewer, form } = asked;
  const step = parseStep(form.etape);
  if (!step) throw new AppError('invalid', 'etape');
  if (step === 'fin') return ended(asked);
  const headers: Outcome = form.suite === 'passer' ? {} : await ANSWERS[step](asked);
  if (isRefused(headers)) return headers.refused;
  const given = step === 'envies' ? { goals: goalsIn(form) } : step === 'gouts' ? suggested(form) : {};
  const answered = form.suite === 'passer' ? {} : given;
  await answerWelcome(context.database, viewer, { ...answered, step: stepAfter(step) });
  return seeOther(href('welcome'), headers);
});

const suggested = (form: Form) => ({ suggestions: wantsSuggestions(form) });

async function ended({ context, viewer, form }: Asked) {
  if (form.suite === 'voir') {
    await answerWelcome(context.database, viewer, { ...suggested(form), step: 'fin' });
    return seeOther(href('welcome'));
  }
  await answerWelcome(context.database, viewer, { step: 'fin' }, true);
  return seeOther(href('home'));
}

type Refusal = {
  readonly step: Step;
  readonly errors: Readonly<Record<string, string>>;
  readonly values: ReturnType<typeof valuesOf>;
};
type Refused = { readonly refused: Page<Refusal> };
/** Headers of the answer, or the question again. */
type Outcome = Readonly<Record<string, string>> | Refused;
const isRefused = (outcome: Outcome): outcome is Refused => typeof outcome.refused === 'object';

const ANSWERS: Readonly<Record<Exclude<Step, 'fin'>, (asked: Asked) => Promise<Outcome>>> = {
  envies: async () => ({}),
  async taille({ context, viewer, form, request }) {
    const parsed = parseSize(form);
    if (!parsed.ok) return again(form, parsed.errors, await profileOf(context, viewer));
    const { theme } = comfortOf(request, viewer);
    await rememberComfort(context.database, viewer.id, parsed.value, theme);
    return { 'Set-Cookie': comfortCookie({ taille: sizeOf(parsed.value), theme }, context.config.origin) };
  },
  photo: async () => ({}),
  ville: ({ form, ...asked }) =>
    profiled({ ...asked, form }, { ville: form.ville ?? '', code_postal: form.code_postal, ville_vue: form.ville_vue }),
  gouts: ({ form, ...asked }) =>
    profiled(
      { ...asked, form },
      { interets: form.interets ?? [], autres: form.autres ?? '', interets_vus: form.interets_vus },
    ),
};

/** @param fields those of the profile that this question asks for */
async function profiled({ context, viewer, form }: Asked, fields: Form): Promise<Outcome> {
  const before = await profileOf(context, viewer);
  const parsed = parseProfile(fields, before);
  if (!parsed.ok) return again(form, parsed.errors, before);
  await saveProfile(context, viewer, { ...parsed.value, name: viewer.name }, undefined);
  return {};
}

function again(form: Form, errors: Readonly<Record<string, string>>, before: Profile): Outcome {
  return { refused: page({ step: parseStep(form.etape) ?? 'envies', errors, values: valuesTyped(form, before) }, 422) };
}

export const handle = { title: () => 'Bienvenue' } satisfies PageHandle;

export default function Welcome() {
  const loaded = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  if (loaded.finished) return <AnswersPage welcome={loaded.finished} />;
  const photo = <WelcomePhoto person={loaded.person} />;
  return <WelcomePage {...loaded} errors={{}} {...refused} photo={photo} />;
}
