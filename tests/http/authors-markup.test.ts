/** What authors write is never run in the browser of whoever reads it. */
import { beforeAll, describe, expect, test } from 'vitest';
import { href } from '~/urls';
import { authorsOf, LESSON, writingOf } from '../support/authors';
import type { Visitor } from '../support/server';
import { mainOf, openSite } from '../support/site';

const site = openSite();
let asAuthor: Visitor;
let asMember: Visitor;
beforeAll(async () => {
  ({ asAuthor, asMember } = await authorsOf(site));
});
const { made, lessonIn, pageOf } = writingOf(site, () => asAuthor);

const CORPUS = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt&#58;alert(1))',
  '[x](data:text/html;base64,PHNjcmlwdD4=)',
  '[x](vbscript:x)',
  '![x](javascript:alert(1))',
  '<a href="javascript:alert(1)">x</a>',
  '<javascript:alert(1)>',
  '[a]: javascript:alert(1)\n\n[a]',
  '<svg/onload=alert(1)>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '`</textarea><script>alert(1)</script>`',
  '</textarea><script>alert(1)</script>',
  '"><script>alert(1)</script>',
  '<style>*{display:none}</style>',
  '<form action=https://mal.exemple><input name=p>',
];

describe('what is written is never run', () => {
  test.each(CORPUS)('%s', async (texte) => {
    const cours = await made({ description: texte, besoins: texte, resume: texte });
    const lecon = await lessonIn(cours, { titre: `T ${texte}`.slice(0, 150), texte, transcription: texte });
    await asAuthor.post(href('publishCourse', { cours }), { publier: 'on' });
    const [row] = await site.cast.sql<{ slug: string }[]>`select slug from courses where id = ${cours}`;
    const pages = [
      await (await asAuthor.post(href('lessonPreview'), { ...LESSON, titre: texte, texte })).text(),
      await pageOf(href('editLesson', { cours, lecon })),
      await pageOf(href('deskCourse', { cours })),
      await pageOf(href('editCourse', { cours })),
      await pageOf(`/cours/${row?.slug}`, asMember),
      await pageOf(`/cours/${row?.slug}/lecons/1`, asMember),
    ];
    for (const page of pages) {
      const html = mainOf(page);
      expect(html.length).toBeGreaterThan(100);
      expect(html).not.toMatch(/<(script|img src=x|iframe|style|svg\/onload|form action=https)/i);
      expect(html).not.toMatch(/(href|src|action)="?\s*(javascript|data|vbscript):/i);
      // Between quotes it is what somebody has typed.
      expect(html.replace(/"[^"]*"/g, '""')).not.toMatch(/<[a-z][^>]*\son(error|load)=/i);
    }
  });
});
