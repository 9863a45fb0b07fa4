/** What authors write, and what of it is refused. */
import { describe, expect, test } from 'vitest';
import {
  CONTENT_MAX,
  durationWritten,
  parseCourse,
  parseDeskId,
  parseDirection,
  parseLesson,
  parseOpening,
  slugFrom,
} from '~/courses/authoring/rules';

const COURSE = {
  titre: 'Marcher en forêt',
  adresse: '',
  pilier: '1',
  resume: 'À son allure.',
  description: 'Un cours.',
  semaines: '4',
  besoins: '',
};
const LESSON = {
  titre: 'Le premier pas',
  texte: '## Bonjour\n\nMarchez.',
  minutes: '15',
  jours: '0',
  video: '',
  video_adresse: '',
  video_duree: '',
  transcription: '',
};
const faults = (parsed: ReturnType<typeof parseCourse> | ReturnType<typeof parseLesson>) =>
  parsed.ok ? [] : Object.keys(parsed.errors);

describe('a course', () => {
  test('has the address of its title, or the one it is given', () => {
    expect(parseCourse(COURSE)).toMatchObject({ ok: true, value: { slug: 'marcher-en-foret', pillar: 1, seen: null } });
    expect(parseCourse({ ...COURSE, adresse: ' /Mes Sœurs & Moi ! ' })).toMatchObject({
      ok: true,
      value: { slug: 'mes-soeurs-moi' },
    });
  });

  test('without a title, a pilier or a pace comes back', () => {
    const odd = { titre: 'ab', pilier: '8', semaines: '0', resume: 'x'.repeat(301), besoins: 'x'.repeat(1001) };
    expect(faults(parseCourse({ ...COURSE, ...odd })).sort()).toEqual(Object.keys(odd).sort());
    for (const number of ['', '-1', '1.5', '1e3', 'NaN', '٣', '9'.repeat(30)]) {
      expect(faults(parseCourse({ ...COURSE, semaines: number }))).toEqual(['semaines']);
    }
    expect(faults(parseCourse({ ...COURSE, titre: '李李李' }))).toEqual(['adresse']);
    expect(faults(parseCourse({ ...COURSE, titre: ['a', 'b'] }))).toEqual(['titre']);
    expect(faults(parseCourse({ ...COURSE, description: 'a\0b' }))).toEqual(['description']);
    expect(parseCourse({}).ok).toBe(false);
  });
});

describe('a lesson', () => {
  test('is hidden and paid for unless a box says otherwise, and may be empty', () => {
    expect(parseLesson({ ...LESSON, texte: ' \n ' })).toMatchObject({
      ok: true,
      value: { content: '', isFree: false, isPublished: false, videoSeconds: null },
    });
    expect(parseLesson({ ...LESSON, gratuite: 'on', visible: 'on' })).toMatchObject({
      value: { isFree: true, isPublished: true },
    });
  });

  test('of one character more than is kept is refused, by what it is and not by what it weighs', () => {
    expect(parseLesson({ ...LESSON, texte: '🌻'.repeat(CONTENT_MAX) }).ok).toBe(true);
    expect(faults(parseLesson({ ...LESSON, texte: 'é'.repeat(CONTENT_MAX + 1) }))).toEqual(['texte']);
  });

  test('has one video, of a house we know, with its length if it is ours', () => {
    const ours = { video: '5-a-l-aise/video/01', video_duree: '4:30' };
    expect(parseLesson({ ...LESSON, ...ours })).toMatchObject({ value: { videoSeconds: 270 } });
    expect(faults(parseLesson({ ...LESSON, video: ours.video }))).toEqual(['video_duree']);
    expect(faults(parseLesson({ ...LESSON, ...ours, video_adresse: 'https://vimeo.com/76979871' }))).toEqual([
      'video_adresse',
    ]);
    for (const video of ['../../etc/passwd', '/a/video/b', 'a/video/b.mp4', 'a/videos/b', 'A/video/b']) {
      expect(faults(parseLesson({ ...LESSON, video, video_duree: '1:00' }))).toEqual(['video']);
    }
    for (const address of [
      'javascript:alert(1)',
      'http://vimeo.com/1',
      'https://exemple.fr/film',
      'data:text/html,x',
    ]) {
      expect(faults(parseLesson({ ...LESSON, video_adresse: address }))).toEqual(['video_adresse']);
    }
  });

  test('lasts what is written', () => {
    const seconds = (video_duree: string) => {
      const parsed = parseLesson({ ...LESSON, video_duree });
      return parsed.ok ? parsed.value.videoSeconds : 'refused';
    };
    expect(['', '45', '4:30', '1:02:05', '90:00'].map(seconds)).toEqual([null, 45, 270, 3725, 5400]);
    for (const odd of ['0', '4:75', '-1', '4.30', ':', '4:', '99:99:99', 'x', '86401']) {
      expect([odd, seconds(odd)]).toEqual([odd, 'refused']);
    }
    expect([null, 5, 270, 3725].map(durationWritten)).toEqual(['', '0:05', '4:30', '62:05']);
  });
});

test('an opening names one person by her address', () => {
  expect(parseOpening({ courriel: ' anne@exemple.fr ' })).toMatchObject({
    ok: true,
    value: { email: 'anne@exemple.fr', wide: true },
  });
  expect(parseOpening({ courriel: 'anne@exemple.fr', refermer: 'on' })).toMatchObject({ value: { wide: false } });
  for (const courriel of [undefined, '', 'anne', '%@exemple.fr,', ['a@b.fr', 'c@d.fr'], `${'a'.repeat(250)}@b.fr`]) {
    expect(parseOpening({ courriel }).ok).toBe(false);
  }
});

test('rubbish names nothing', () => {
  for (const odd of [undefined, '', 'nouveau', "1' or 1=1", '../x']) expect(parseDeskId(odd)).toBeNull();
  expect([parseDirection({ sens: 'monter' }), parseDirection({ sens: 'descendre' })]).toEqual(['up', 'down']);
  for (const sens of [undefined, '', 'up', ['monter', 'monter']]) expect(parseDirection({ sens })).toBeNull();
  expect([slugFrom('---'), slugFrom('L’Œuvre'), slugFrom('a'.repeat(90))]).toEqual(['', 'l-oeuvre', 'a'.repeat(80)]);
});
