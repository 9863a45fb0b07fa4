import type { Dice } from './dice';
import { parisMoment } from './paris';
import { talkingHour } from './rhythm';

/** Who may learn: `entitled` reads every lesson, the others the free ones. */
export type Learner = {
  readonly id: string;
  readonly email: string;
  readonly entitled: boolean;
  readonly joinedAt: Date;
};
export type DemoLesson = {
  readonly id: string;
  readonly opensAfterDays: number;
  readonly isFree: boolean;
  readonly minutes: number;
  readonly videoSeconds: number | null;
};
export type DemoCourse = { readonly id: string; readonly pillar: number; readonly lessons: readonly DemoLesson[] };

export type DemoEnrollment = { readonly userId: string; readonly courseId: string; readonly enrolledAt: Date };
/** A line of the journal, from which the rest is rebuilt (U13). */
export type DemoStep = {
  readonly userId: string;
  readonly courseId: string;
  readonly lessonId: string | null;
  readonly kind: 'enrolled' | 'started' | 'watched' | 'completed' | 'course_completed';
  readonly from: 'not_started' | 'in_progress' | null;
  readonly to: 'in_progress' | 'completed' | null;
  /** Seconds. */
  readonly position: number | null;
  readonly seconds: number;
  readonly percentage: number | null;
  readonly coursePercentage: number | null;
  readonly at: Date;
};

const ENROLLMENTS = 150;
const LESSONS_TOUCHED = 300;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** What the demonstration's own accounts follow: pillar, days ago, lessons gone through at most. */
const KNOWN: Readonly<Record<string, readonly (readonly [pillar: number, daysAgo: number, lessons: number])[]>> = {
  'fatima@exemple.fr': [
    [1, 11, 4],
    [2, 60, 99],
  ],
  'gerard@exemple.fr': [
    [1, 5, 1],
    [5, 2, 1],
  ],
  'monique@exemple.fr': [[6, 20, 4]],
};

type Path = { readonly learner: Learner; readonly course: DemoCourse; readonly enrolledAt: Date; lessons: number };

/** 150 enrolments and the journal of 300 lessons, the same for the same moment. No step lies after `now`. */
export function learningData(learners: readonly Learner[], courses: readonly DemoCourse[], now: Date, dice: Dice) {
  const paths = pathsOf(learners, courses, now, dice);
  const walked = paths.map((path) => walk(path, now, dice));
  let left = LESSONS_TOUCHED;
  // The known ones first, then everybody a lesson further in turn, until the number is reached.
  const reach = walked.map((_, index) => {
    const own = Math.min(paths[index]?.lessons ?? 0, touched(walked[index] ?? []));
    left -= own;
    return own;
  });
  for (let moved = true; moved && left > 0; ) {
    moved = false;
    for (const [index, steps] of walked.entries()) {
      const path = paths[index];
      if (left === 0 || !path || path.learner.email in KNOWN || (reach[index] ?? 0) >= touched(steps)) continue;
      reach[index] = (reach[index] ?? 0) + 1;
      left -= 1;
      moved = true;
    }
  }
  const steps = walked.flatMap((each, index) => upTo(each, reach[index] ?? 0));
  return {
    enrollments: paths.map(({ learner, course, enrolledAt }) => ({
      userId: learner.id,
      courseId: course.id,
      enrolledAt,
    })) satisfies DemoEnrollment[],
    steps: steps.sort((a, b) => a.at.getTime() - b.at.getTime()),
  };
}

function pathsOf(learners: readonly Learner[], courses: readonly DemoCourse[], now: Date, dice: Dice): Path[] {
  const paths = new Map<string, Path>();
  const follow = (learner: Learner, course: DemoCourse, daysAgo: number, lessons: number) => {
    const wanted = now.getTime() - daysAgo * DAY - 2 * HOUR;
    const enrolledAt = new Date(Math.min(now.getTime() - HOUR, Math.max(wanted, learner.joinedAt.getTime() + HOUR)));
    const key = `${learner.id} ${course.id}`;
    if (!paths.has(key)) paths.set(key, { learner, course, enrolledAt, lessons });
  };
  for (const learner of learners)
    for (const [pillar, daysAgo, lessons] of KNOWN[learner.email] ?? []) {
      const course = courses.find((each) => each.pillar === pillar);
      if (course) follow(learner, course, daysAgo, lessons);
    }
  const others = learners.filter(({ email }) => !(email in KNOWN));
  const most = Math.min(ENROLLMENTS, paths.size + others.length * courses.length);
  while (paths.size < most) {
    const learner = dice.weighted(others, ({ entitled }) => (entitled ? 4 : 1));
    follow(learner, dice.pick(courses), dice.between(1, 50), 0);
  }
  return [...paths.values()];
}

const NOTHING = { position: null, seconds: 0, percentage: null, coursePercentage: null } as const;

/** The whole way that this member can have gone by now; the first step is the enrolment. */
function walk({ learner, course, enrolledAt }: Path, now: Date, dice: Dice): DemoStep[] {
  const base = { userId: learner.id, courseId: course.id, lessonId: null, from: null, to: null } as const;
  const steps: DemoStep[] = [{ ...base, ...NOTHING, kind: 'enrolled', at: enrolledAt }];
  let cursor = enrolledAt.getTime() + MINUTE;
  let done = 0;
  for (const lesson of course.lessons) {
    if (!lesson.isFree && !learner.entitled) continue;
    const opens = lesson.opensAfterDays === 0 ? enrolledAt : parisMoment(enrolledAt, -lesson.opensAfterDays, 6, 0, 0);
    const begins = Math.max(cursor, talkingHour(new Date(opens.getTime() + dice.between(0, 1) * DAY), dice).getTime());
    const ends = begins + (lesson.minutes + dice.between(0, 20)) * MINUTE;
    if (ends > now.getTime()) break;
    done += 1;
    const before = Math.min(99, Math.floor(((done - 1) * 100) / course.lessons.length));
    const after = Math.floor((done * 100) / course.lessons.length);
    steps.push(...through(lesson, begins, ends, before, after).map((step) => ({ ...base, ...step })));
    if (done === course.lessons.length)
      steps.push({ ...base, ...NOTHING, kind: 'course_completed', coursePercentage: 100, at: new Date(ends) });
    cursor = ends + 20 * MINUTE;
  }
  return steps;
}

/** One lesson from its first page to its end. @param before,after percentage of the course */
function through(
  lesson: DemoLesson,
  begins: number,
  ends: number,
  before: number,
  after: number,
): Omit<DemoStep, 'userId' | 'courseId'>[] {
  const { id, videoSeconds } = lesson;
  const place = videoSeconds ? Math.floor(videoSeconds * 0.7) : 0;
  const one = { lessonId: id, seconds: 0, position: 0, coursePercentage: before } as const;
  const begun = { ...one, from: 'not_started', to: 'in_progress', percentage: 0 } as const;
  const ended = { ...one, from: 'in_progress', to: 'completed', position: place, percentage: 100 } as const;
  const watched = videoSeconds &&
    place > 0 && {
      ...one,
      kind: 'watched' as const,
      from: 'in_progress' as const,
      to: 'in_progress' as const,
      position: place,
      seconds: place,
      percentage: Math.floor((place * 100) / videoSeconds),
      at: new Date(begins + place * 1000),
    };
  return [
    { ...begun, kind: 'started', at: new Date(begins) },
    ...(watched ? [watched] : []),
    { ...ended, kind: 'completed', coursePercentage: after, at: new Date(ends) },
  ];
}

const touched = (steps: readonly DemoStep[]) => steps.filter(({ kind }) => kind === 'started').length;

/** The way cut after so many lessons; the last of them is often still under way. */
function upTo(steps: readonly DemoStep[], lessons: number): DemoStep[] {
  let seen = 0;
  const end = steps.findIndex(({ kind }) => {
    if (kind === 'started') seen += 1;
    return seen > lessons;
  });
  const kept = end < 0 ? [...steps] : steps.slice(0, end);
  return end > 0 && kept.at(-1)?.kind === 'completed' && lessons > 1 ? kept.slice(0, -1) : kept;
}
