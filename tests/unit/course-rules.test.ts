import { describe, expect, test } from 'vitest';
import { externalVideo } from '~/courses/external-video';
import {
  type Course,
  deviceOf,
  doorOf,
  type Lesson,
  nextIn,
  parseLessonNumber,
  parseSlug,
  parseWatchedPlace,
  type Standing,
} from '~/courses/rules';
import { minutesInWords, openingDay, placeInVideo } from '~/courses/views/words';

describe('a place in a video', () => {
  test.each([
    [
      { position: '760', secondes: '12' },
      { position: 760, watched: 12 },
    ],
    [{ position: '0' }, { position: 0, watched: 0 }],
    [
      { place_minutes: '12', place_secondes: '40' },
      { position: 760, watched: 0 },
    ],
    [
      { place_minutes: ' 1 ', place_secondes: '' },
      { position: 60, watched: 0 },
    ],
  ])('%j', (form, value) => {
    expect(parseWatchedPlace(form)).toEqual({ ok: true, value });
  });

  test.each(['-5', 'NaN', '1000000', '9223372036854775808', '1e3', '12.5', '', ' 5', '0x10', 'Infinity', '86401', '٣'])(
    'is not %j',
    (text) => {
      expect(parseWatchedPlace({ position: text, secondes: '1' }).ok).toBe(false);
      expect(parseWatchedPlace({ position: '1', secondes: text }).ok).toBe(false);
    },
  );

  test('is not twice, nothing, or sixty seconds', () => {
    for (const form of [
      {},
      { position: ['1', '2'] },
      { place_minutes: '1', place_secondes: '60' },
      { place_minutes: 'dix' },
    ])
      expect(parseWatchedPlace(form).ok, JSON.stringify(form)).toBe(false);
  });
});

test.each(['a/b', '..', 'É', 'a b', '', 'x'.repeat(81), 5, null])('%j is no course', (value) => {
  expect(parseSlug(value)).toBeNull();
});
test.each(['0', '-1', '1000', '01', '1.0', '', 'un', null])('%j is no lesson', (value) => {
  expect(parseLessonNumber(value)).toBeNull();
});

const lesson = (number: number, more: Partial<Lesson> = {}): Lesson => ({
  id: `l${number}`,
  number,
  title: `Leçon ${number}`,
  minutes: 10,
  opensAfterDays: 0,
  isFree: false,
  ...more,
});
const course = (lessons: Lesson[]): Course => ({
  id: 'c',
  slug: 'c',
  title: 'Cours',
  description: '',
  summary: '',
  pillar: 1,
  weeks: 1,
  needs: '',
  isPublished: true,
  lessons,
});
const enrollment = {
  id: 'e',
  enrolledAt: new Date(),
  completedAt: null,
  leftAt: null,
  pausedAt: null,
  lastLessonId: null,
  percentage: 0,
};
const standing = (more: Partial<Standing> = {}): Standing => ({
  isSignedIn: true,
  isEntitled: true,
  isAuthor: false,
  enrollment,
  lessons: {},
  ...more,
});
const soon = { status: 'not_started', opensAt: new Date(), isOpen: false } as const;

describe('whether a lesson is open', () => {
  test.each([
    ['open', lesson(1), standing()],
    ['open', lesson(1, { isFree: true }), standing({ isSignedIn: false, isEntitled: false, enrollment: null })],
    ['plan', lesson(1), standing({ isEntitled: false })],
    ['start', lesson(1), standing({ enrollment: null })],
    ['start', lesson(1), standing({ enrollment: { ...enrollment, leftAt: new Date() } })],
    ['later', lesson(1, { opensAfterDays: 3 }), standing({ lessons: { l1: soon } })],
    [
      'paused',
      lesson(1, { opensAfterDays: 3 }),
      standing({ enrollment: { ...enrollment, pausedAt: new Date() }, lessons: { l1: soon } }),
    ],
    ['start', lesson(1, { opensAfterDays: 3, isFree: true }), standing({ enrollment: null })],
    ['open', lesson(1, { opensAfterDays: 3 }), standing({ isAuthor: true, enrollment: null })],
  ] as const)('%s', (door, which, who) => {
    expect(doorOf(which, who)).toBe(door);
  });
});

describe('what is next (W05)', () => {
  const done = { status: 'completed', opensAt: null, isOpen: true } as const;
  const begun = { status: 'in_progress', opensAt: null, isOpen: true } as const;
  const three = course([lesson(1), lesson(2), lesson(3, { opensAfterDays: 9 })]);
  const place = (last: string | null, lessons: Standing['lessons'], more: Partial<Standing> = {}) => {
    const next = nextIn(three, standing({ enrollment: { ...enrollment, lastLessonId: last }, lessons, ...more }));
    return 'lesson' in next ? [next.kind, next.lesson.number] : [next.kind];
  };

  test('is the lesson she was in, else the first after it, never a finished one', () => {
    expect(place(null, { l3: soon })).toEqual(['read', 1]);
    expect(place('l1', { l1: done, l3: soon })).toEqual(['read', 2]);
    expect(place('l2', { l1: begun, l2: begun, l3: soon })).toEqual(['read', 2]);
    expect(place('l2', { l2: done, l3: soon })).toEqual(['read', 1]);
    expect(nextIn(three, standing({ lessons: { l1: begun, l3: soon } }))).toMatchObject({ isBegun: true });
  });

  test('is the day that the next one opens, the end of a pause, a plan, or nothing', () => {
    const read = { l1: done, l2: done, l3: soon } as const;
    expect(place('l2', read)).toEqual(['wait', 3]);
    expect(nextIn(three, standing({ lessons: read }))).toMatchObject({ opensAt: soon.opensAt });
    const paused = standing({ enrollment: { ...enrollment, pausedAt: new Date() }, lessons: read });
    expect(nextIn(three, paused)).toMatchObject({ kind: 'wait', opensAt: null });
    expect(place('l1', { l1: done }, { isEntitled: false })).toEqual(['plan']);
    expect(place('l3', { l1: done, l2: done, l3: done })).toEqual(['done']);
  });
});

describe('videos of other sites', () => {
  test.each([
    ['https://www.youtube.com/watch?v=dQw4w9WgXcQ', 'https://www.youtube-nocookie.com'],
    ['https://youtu.be/dQw4w9WgXcQ', 'https://www.youtube-nocookie.com'],
    ['https://vimeo.com/123456789', 'https://player.vimeo.com'],
    ['https://peertube.exemple.fr/w/kkGMgK9ZtnKfYAgnEtQxbv', 'https://peertube.exemple.fr'],
  ])('%s', (address, origin) => {
    expect(externalVideo(address)).toMatchObject({ origin, url: address });
  });
  test.each([
    'http://youtu.be/dQw4w9WgXcQ',
    'https://youtu.be/court',
    'https://exemple.fr/film.mp4',
    'https://a;sandbox/w/kkGMgK9ZtnKfYAgnEtQxbv',
    'https://*/w/kkGMgK9ZtnKfYAgnEtQxbv',
    'https://*.exemple.fr/w/kkGMgK9ZtnKfYAgnEtQxbv',
    "https://a,b'self'.fr/w/kkGMgK9ZtnKfYAgnEtQxbv",
    'https://localhost/w/kkGMgK9ZtnKfYAgnEtQxbv',
    'https://10.0.0.1/w/kkGMgK9ZtnKfYAgnEtQxbv',
    'https://[::1]/w/kkGMgK9ZtnKfYAgnEtQxbv',
    'https://moi:secret@peertube.exemple.fr/w/kkGMgK9ZtnKfYAgnEtQxbv',
    'javascript:alert(1)',
    'https://vimeo.com/12/34',
    '',
  ])('%j is none that could be shown', (address) => {
    expect(externalVideo(address)).toBeNull();
  });
});

const plain = (words: string) => words.replace(/\s/g, ' ');

test('words for times and places', () => {
  expect([minutesInWords(15), minutesInWords(60), minutesInWords(125)].map(plain)).toEqual(['15 min', '1 h', '2 h 05']);
  expect([760, 5, 3725, 60].map(placeInVideo).map(plain)).toEqual([
    '12 minutes 40',
    '5 secondes',
    '1 heure 2 minutes',
    '1 minute',
  ]);
  const day = openingDay(new Date('2026-11-26T05:00:00Z'), new Date('2026-11-23T12:00:00Z'));
  expect(plain(day)).toBe('le jeudi 26 novembre, à 6 h');
});

test.each([
  ['Mozilla/5.0 (iPad; CPU OS 12_5 like Mac OS X)', 'tablet'],
  ['Mozilla/5.0 (Linux; Android 13; SM-A525F) Mobile Safari', 'phone'],
  ['Mozilla/5.0 (Linux; Android 7.0; SM-T585) Safari', 'tablet'],
  ['Mozilla/5.0 (Windows NT 10.0; Win64)', 'computer'],
  ['curl/8', 'unknown'],
  [null, 'unknown'],
])('%s is a %s', (agent, device) => {
  expect(deviceOf(agent)).toBe(device);
});
