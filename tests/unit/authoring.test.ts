/** What authors write, and what of it is refused. */
import fc from 'fast-check';
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
import { parseSources, source, sourcesWritten } from '~/courses/sources';

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
  sources: '',
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

describe('the sources of a lesson', () => {
  const read = (sources: string) => {
    const parsed = parseLesson({ ...LESSON, sources });
    return parsed.ok ? parsed.value.sources : parsed.errors.sources;
  };

  test('are lines: title, publisher, and what there is of year and address', () => {
    const lines = [
      'Activité physique et sédentarité | OMS | 2020 | https://www.who.int/fr',
      '',
      '  Le guide   du marcheur|Fédération de randonnée|https://www.exemple.fr/a?b=1&c  ',
      'Souvenirs | Éditions du Soir | 1998\r',
      'À voix haute | France 50',
    ];
    const sources = [
      { title: 'Activité physique et sédentarité', publisher: 'OMS', year: 2020, url: 'https://www.who.int/fr' },
      {
        title: 'Le guide du marcheur',
        publisher: 'Fédération de randonnée',
        url: 'https://www.exemple.fr/a?b=1&c',
      },
      { title: 'Souvenirs', publisher: 'Éditions du Soir', year: 1998 },
      { title: 'À voix haute', publisher: 'France 50' },
    ];
    expect(read(lines.join('\n'))).toEqual(sources);
    expect(read(' \n\n')).toEqual([]);
    expect(read(sourcesWritten(sources))).toEqual(sources);
  });

  test.each([
    ['Un livre', 'Ligne 1, éditeur'],
    ['Un bon livre | Moi\n\n| Moi', 'Ligne 3, titre'],
    ['Un bon livre | Moi | 3020', 'Ligne 1, année'],
    ['Un bon livre | Moi | 2020 | 2021', 'Ligne 1, adresse'],
    ['Un bon livre | Moi | https://a.fr | https://b.fr', 'Ligne 1, adresse'],
    ['Un bon livre | Moi | www.exemple.fr', 'Ligne 1, adresse'],
    ['Un bon livre | Moi | JavaScript:alert(1)', 'Ligne 1, adresse'],
    ['Un bon livre | Moi | data:text/html,x', 'Ligne 1, adresse'],
    ['Un bon livre | Moi | http://exemple.fr', 'Ligne 1, adresse'],
    [`Un bon livre | Moi | https://exemple.fr/${'a'.repeat(500)}`, 'Ligne 1, adresse'],
    [`${'a'.repeat(301)} | Moi`, 'Ligne 1, titre'],
    ['Un bon livre | Moi\n'.repeat(41), 'Pas plus de 40'],
  ])('%j: the line is named', (sources, fault) => {
    expect(read(sources)).toContain(fault);
  });

  test('of a hundred bad lines the first are named, not all', () => {
    expect(String(read('x\n'.repeat(40))).match(/Ligne/g)).toHaveLength(5);
    expect(faults(parseLesson({ ...LESSON, sources: 'a\0b' }))).toEqual(['sources']);
  });

  test('whatever is stored is written and read back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.string({ maxLength: 80 }), (title, publisher) => {
        const one = source.safeParse({ title, publisher });
        if (one.success) expect(parseSources(sourcesWritten([one.data]))).toEqual({ ok: true, sources: [one.data] });
      }),
    );
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

  test('has one video, of a site we know, with its length if it is ours', () => {
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
