/** The former backend's tables about courses, points, badges and invitations, with their flaws; the last two of the first are known by name only. */
import { at, id, type Table } from './former-rows';

const COURSE = [
  'id',
  'title',
  'slug',
  'description',
  'short_description',
  'pillar_number',
  'order_index',
  'is_published',
];
const LESSON = ['id', 'title', 'content', 'video_url', 'course_id', 'lesson_number', 'duration_minutes', 'is_free'];

/** Of two courses with four lessons each; every third member follows the first. */
export function learningTables(members: number): Table[] {
  const people = Array.from({ length: members }, (_, n) => n + 1);
  const followers = people.filter((n) => n % 3 === 0);
  const [first, second] = [id('course', 1), id('course', 2)];
  const lessonOf = (course: number, n: number) => id('lesson', course * 10 + n);
  return [
    {
      name: 'public.courses',
      columns: COURSE,
      rows: [
        [first, 'Marcher tous les jours', 'marcher-tous-les-jours', 'Un cours.', 'En bref', 1, 1, true],
        [second, 'Écrire à ses proches', null, null, null, 9, 2, true],
        [id('course', 3), null, 'sans-titre', null, null, 2, 3, false],
        [id('course', 4), 'Le même', 'marcher-tous-les-jours', null, null, 1, 4, false],
      ],
    },
    {
      name: 'public.lessons',
      columns: LESSON,
      rows: [
        ...[1, 2].flatMap((course) =>
          [1, 2, 3, 4].map((n) => [
            ...[lessonOf(course, n), `Leçon ${n}`, 'Le texte', 'https://video.exemple.fr/a', id('course', course)],
            ...[course === 2 && n === 4 ? 3 : n, 20, n === 1],
          ]),
        ),
        [id('lesson', 99), 'Perdue', null, 'javascript:alert(1)', id('course', 99), 1, 15, false],
      ],
    },
    {
      name: 'public.enrollments',
      columns: ['id', 'user_id', 'course_id', 'enrolled_at'],
      rows: [
        ...followers.map((n) => [id('enrollment', n), id('user', n), first, at(n)]),
        [id('enrollment', 9_001), id('user', 3), first, at(1)],
        [id('enrollment', 9_002), id('user', 9_999), first, at(1)],
        [id('enrollment', 9_003), id('user', 3), id('course', 99), at(1)],
      ],
    },
    {
      name: 'public.user_courses',
      columns: ['id', 'user_id', 'course_id', 'status', 'completed_at', 'created_at'],
      rows: [
        [1, id('user', 3), first, 'active', null, at(1)],
        [2, id('user', 2), second, 'completed', at(2), at(1)],
        [3, id('user', 9_999), second, 'active', null, at(1)],
      ],
    },
    {
      name: 'public.user_lesson_progress',
      columns: [
        ...['id', 'user_id', 'lesson_id', 'status', 'completion_percentage', 'last_video_position'],
        ...['watch_time_seconds', 'started_at', 'completed_at', 'created_at', 'updated_at'],
      ],
      rows: [
        ...followers.flatMap((n) =>
          [1, 2].map((lesson) => [
            ...[id('progress', n * 10 + lesson), id('user', n), lessonOf(1, lesson), 'completed', 100, 60, 600],
            ...[at(n), at(n + 1), at(n), at(n + 1)],
          ]),
        ),
        // Whole and not completed; without its course; twice; of a lesson that is gone.
        [id('progress', 9_001), id('user', 3), lessonOf(1, 3), 'completed', 80, 0, 0, null, null, at(1), at(2)],
        [id('progress', 9_002), id('user', 4), lessonOf(2, 1), 'in_progress', 40, 90, 100, null, null, at(1), at(2)],
        [id('progress', 9_003), id('user', 3), lessonOf(1, 1), 'in_progress', 10, 0, 0, null, null, at(1), at(2)],
        [id('progress', 9_004), id('user', 3), id('lesson', 99), 'completed', 100, 0, 0, null, at(1), at(1), at(2)],
      ],
    },
    {
      name: 'public.user_progress_history',
      columns: ['id', 'user_id', 'lesson_id', 'action', 'time_spent_seconds', 'created_at'],
      rows: [
        [1, id('user', 3), lessonOf(1, 1), 'lesson_started', 0, at(1)],
        [2, id('user', 3), lessonOf(1, 1), 'lesson_completed', 600, at(2)],
        [3, id('user', 3), lessonOf(1, 1), 'clicked', null, at(2)],
        [4, id('user', 3), id('lesson', 99), 'completed', null, at(2)],
        [5, id('user', 9_999), lessonOf(1, 1), 'completed', null, at(2)],
      ],
    },
  ];
}

export function playTables(members: number): Table[] {
  const people = Array.from({ length: members }, (_, n) => n + 1);
  return [
    {
      name: 'public.user_stats',
      columns: ['user_id', 'points', 'level', 'streak_days', 'rank', 'updated_at'],
      rows: [
        ...people.map((n) => [id('user', n), n === 1 ? 12_345 : n % 40, 1, n === 1 ? 4 : 0, n, at(n)]),
        [id('user', 1), 7, 1, 0, null, at(1)],
        [id('user', 9_999), 7, 1, 0, null, at(1)],
        [id('user', 9_998), 'beaucoup', 1, 0, null, at(1)],
      ],
    },
    {
      name: 'public.user_achievements',
      columns: ['id', 'user_id', 'badge_id', 'title', 'description', 'icon', 'rarity', 'earned_at'],
      rows: [
        [id('badge', 1), id('user', 1), 'premiers-pas', 'Premiers pas', null, '🌱', 'common', at(1)],
        [id('badge', 2), id('user', 1), 'premiers-pas', 'Premiers pas', null, '🌱', 'common', at(1)],
        [id('badge', 3), id('user', 2), 'legende', 'Légende', 'x'.repeat(400), '🏅', 'legendary', at(2)],
        [id('badge', 4), id('user', 9_999), 'legende', 'Légende', null, null, 'rare', at(2)],
      ],
    },
    {
      name: 'public.user_activities',
      columns: ['id', 'user_id', 'type', 'title', 'description', 'icon', 'metadata', 'created_at'],
      rows: [
        [id('activity', 1), id('user', 1), 'lesson', 'Une leçon terminée', null, '📘', '{"a": 1}', at(1)],
        [id('activity', 2), id('user', 1), 'login', 'Une visite', null, null, null, at(2)],
        [id('activity', 3), id('user', 1), 'lesson', '', null, null, null, at(2)],
        [id('activity', 4), id('user', 9_999), 'lesson', 'Perdue', null, null, null, at(2)],
      ],
    },
  ];
}

/** Of this table the inventory says the name only. */
export const invitationTable = (salon: string): Table => ({
  name: 'public.salon_invitations',
  columns: ['id', 'salon_id', 'inviter_id', 'email', 'token', 'status', 'created_at', 'accepted_at', 'accepted_by'],
  rows: [
    [id('invitation', 1), salon, id('user', 1), 'Amie@Exemple.fr', 'jeton-1', 'pending', at(1), null, null],
    [
      id('invitation', 2),
      salon,
      id('user', 9_999),
      'membre2@exemple.fr',
      'jeton-2',
      'accepted',
      at(1),
      at(2),
      id('user', 2),
    ],
    [id('invitation', 3), salon, id('user', 1), 'part@exemple.fr', 'jeton-3', 'revoked', at(1), null, null],
    [id('invitation', 4), id('salon', 99), id('user', 1), 'a@exemple.fr', 'jeton-4', 'pending', at(1), null, null],
    [id('invitation', 5), salon, id('user', 1), 'pas une adresse', 'jeton-5', 'pending', at(1), null, null],
    [id('invitation', 6), salon, id('user', 1), 'b@exemple.fr', 'jeton-1', 'pending', at(1), null, null],
  ],
});
