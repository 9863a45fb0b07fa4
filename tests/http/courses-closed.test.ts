/**
 * What a lesson says is found nowhere by those who may not read it (R18, R19, D57, D62): every page that can be reached
 * by links is read, by a stranger, a free member, a member of Premium who follows nothing, and one whose day has not come.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { href } from '~/urls';
import { known } from '../support/courses';
import type { Visitor } from '../support/server';
import { openSite } from '../support/site';
import { readStream } from '../support/stream-reader';

const site = openSite();
const MARKERS = {
  free: 'lavande-libre-7',
  paid: 'romarin-payant-7',
  later: 'thym-a-venir-7',
  hidden: 'sauge-cachee-7',
  retired: 'menthe-retiree-7',
  draft: 'basilic-brouillon-7',
  transcript: 'persil-de-la-video-7',
} as const;
type Marker = keyof typeof MARKERS;

/** Who may read which of them; everything else is nobody's. */
const READERS = {
  stranger: ['free'],
  'free member': ['free'],
  'Premium, following nothing': ['free'],
  'Premium, on her first day': ['free', 'paid', 'transcript'],
  'Premium, on a pause': ['free', 'paid', 'transcript'],
  'Premium, having left': ['free'],
  // What is not published yet she finds where authors write.
  author: ['free', 'paid', 'later', 'hidden', 'draft', 'transcript'],
} as const satisfies Record<string, readonly string[]>;
type Reader = keyof typeof READERS;

const visitors = new Map<Reader, Visitor>();
let slug: string;
let draftSlug: string;
let salon: string;
let streamCookie: string;

beforeAll(async () => {
  const { cast } = site;
  const say = (marker: Marker) => `## Un titre\n\nUn texte avec ${MARKERS[marker]} dedans.`;
  const course = await cast.course({
    title: 'Herbes du jardin',
    lessons: [
      { free: true, content: say('free') },
      { content: say('paid'), video: 60 },
      { after: 9, content: say('later') },
      { published: false, content: say('hidden') },
      { content: say('retired') },
    ],
  });
  slug = course.slug;
  await cast.sql`update lesson_contents set transcript = ${MARKERS.transcript} where lesson_id = ${course.lessons[1] ?? ''}`;
  await cast.sql`update lessons set retired_at = now(), lesson_number = null where id = ${course.lessons[4] ?? ''}`;
  const draft = await cast.course({
    published: false,
    title: 'Brouillon',
    lessons: [{ free: true, content: say('draft') }],
  });
  draftSlug = draft.slug;
  await known(site, slug);

  visitors.set('stranger', site.stranger());
  visitors.set('free member', await site.as(await cast.member('Gérard', { plan: 'freemium' })));
  visitors.set('Premium, following nothing', await site.as(await cast.member('Odile')));
  visitors.set('author', await site.as(await cast.member('Anne', { role: 'author' })));
  for (const name of ['Premium, on her first day', 'Premium, on a pause', 'Premium, having left'] as const)
    visitors.set(name, await site.as(await cast.member('Fatima')));
  for (const name of Object.keys(READERS) as Reader[])
    if (name !== 'stranger' && name !== 'Premium, following nothing')
      await of(name).post(href('startCourse'), { cours: slug });
  await of('Premium, on a pause').post(href('pauseCourse', { cours: slug }), {});
  await of('Premium, having left').post(href('leaveCourse', { cours: slug }), {});

  const owner = await cast.member('Paul');
  salon = (await cast.salon(owner)).id;
  streamCookie = await cast.session(owner);
});

const of = (reader: Reader): Visitor => {
  const visitor = visitors.get(reader);
  if (!visitor) throw new Error(reader);
  return visitor;
};
const found = (text: string): string[] =>
  Object.entries(MARKERS).flatMap(([name, word]) => (text.includes(word) ? [name] : []));

/** Every address of ours that a page leads to, from these on. */
async function crawl(visitor: Visitor, from: readonly string[]): Promise<Map<string, string>> {
  const pages = new Map<string, string>();
  const waiting = [...from];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (pages.has(path) || pages.size > 400) continue;
    const answer = await visitor.get(path);
    const text = `${[...answer.headers].join('\n')}\n${await answer.text()}`;
    pages.set(path, text);
    for (const [, link = ''] of text.matchAll(/(?:href|src|content)="([^"]*)"/g)) {
      const url = URL.parse(link.replaceAll('&amp;', '&'), site.origin + path);
      if (url?.origin === site.origin && !/\/(assets|direct|flux)\b/.test(url.pathname))
        waiting.push(url.pathname + url.search);
    }
  }
  return pages;
}

describe.each(Object.entries(READERS) as [Reader, readonly string[]][])('%s', (reader, allowed) => {
  test('finds in all the pages what she may read, and nothing else', async () => {
    const lessons = [1, 2, 3, 4, 5].flatMap((numero) =>
      [slug, draftSlug].map((cours) => href('lesson', { cours, numero })),
    );
    const search = Object.values(MARKERS).flatMap((word) => [`/salons?q=${word}`, `/cours?q=${word}`]);
    const pages = await crawl(of(reader), ['/', '/cours', '/parcours', '/plan-du-site', ...lessons, ...search]);
    const seen = new Set<string>();
    for (const [path, text] of pages) {
      // The word that was searched for stands in the field it was typed into.
      if (!path.includes('q=')) for (const name of found(text)) seen.add(name);
      else expect(found(text.replace(/value="[^"]*"/g, '').replace(/q(=|%3D)[^"\n]*/g, '')), path).toEqual([]);
    }
    expect([...seen].sort()).toEqual([...allowed].sort());
    expect(pages.size).toBeGreaterThan(20);
  });

  test('gets nothing more by other ways of asking', async () => {
    const closed = [2, 3, 4, 5].map((numero) => href('lesson', { cours: slug, numero }));
    const forbidden = Object.keys(MARKERS).filter((marker) => !allowed.includes(marker));
    for (const path of [...closed, href('lesson', { cours: draftSlug, numero: 1 })]) {
      for (const ask of [`${path}?_data=routes%2Flesson`, `${path}.data`, `${path}/`, `${path}?place=5&video=ouvrir`]) {
        const text = await (await of(reader).get(ask)).text();
        expect(
          found(text).filter((name) => forbidden.includes(name)),
          ask,
        ).toEqual([]);
      }
      for (const name of ['progression', 'notes', 'terminer']) {
        const text = await (
          await of(reader).post(`${path}/${name}`, { position: 'x', note: 'x'.repeat(20_000) })
        ).text();
        expect(
          found(text).filter((one) => forbidden.includes(one)),
          `${path}/${name}`,
        ).toEqual([]);
      }
    }
  });
});

test('previews elsewhere (Open Graph, description) say a title and nothing of what the lesson says', async () => {
  const html = await (await of('stranger').get(href('lesson', { cours: slug, numero: 1 }))).text();
  const head = html.slice(0, html.indexOf('</head>'));
  expect(head).toContain('og:title');
  expect(found(head)).toEqual([]);
});

test('no stream carries a word of a lesson', async () => {
  const reader = await readStream(site.origin, salon, { cookie: streamCookie });
  await of('Premium, on her first day').post(href('finishLesson', { cours: slug, numero: 2 }), {});
  await of('Premium, on her first day').post(href('lessonNote', { cours: slug, numero: 2 }), { note: MARKERS.paid });
  await expect.poll(() => reader.text().length).toBeGreaterThan(0);
  expect(found(reader.text())).toEqual([]);
});

test('unpublished while it is being read, it is gone for everybody at the next look, kept words and all (Q03)', async () => {
  const { id, slug: cours, lessons } = await site.cast.course({ lessons: [{ free: true }] });
  await known(site, cours);
  const path = href('lesson', { cours, numero: 1 });
  const text = async () => (await of('stranger').get(path)).text();
  expect(await text()).toContain(`marqueur-${lessons[0]}`);
  await site.cast.sql`update courses set is_published = false where id = ${id}`;
  // No notification was sent: the list may still name it, but what it says is asked of the table.
  expect(await text()).not.toContain(`marqueur-${lessons[0]}`);
});
