/** What an author writes becomes HTML that can do nothing (reliability 6). */
import { describe, expect, test } from 'vitest';
import { lessonHtml, textHtml } from '~/courses/markdown';

const html = (text: string) => lessonHtml(text).html;

describe('what could do harm stays text', () => {
  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<iframe src="https://exemple.fr"></iframe>',
    'a <b onclick="x()">b</b>',
    '<!-- commentaire -->',
    '## <svg/onload=alert(1)>',
  ])('%s', (text) => {
    expect(html(text)).not.toMatch(/<(script|img|iframe|b|svg|!--)/);
    expect(textHtml(text)).not.toMatch(/<(script|img|iframe|b|svg|!--)/);
  });

  test.each([
    '[ici](javascript:alert(1))',
    '[ici](JaVaScRiPt:alert(1))',
    '[ici](data:text/html;base64,PHNjcmlwdD4=)',
    '[ici](vbscript:x)',
    '[ici](file:///etc/passwd)',
    '[ici](//exemple.fr)',
    '[ici](/deconnexion)',
    '<javascript:alert(1)>',
    '[ici][1]\n\n[1]: javascript:alert(1)',
    '![](https://exemple.fr/suivi.png)',
    '[ici](java\tscript:alert(1))',
    '[ici](&#106;avascript:alert(1))',
  ])('%s leads nowhere', (text) => {
    expect(html(text)).not.toMatch(/<img|href="(?!https?:)/i);
  });

  test('an attribute cannot be broken out of', () => {
    expect(html('[a](https://exemple.fr/"onmouseover="x)')).not.toMatch(/" ?onmouseover=/);
    expect(html('[a](https://exemple.fr "titre\\" onclick=\\"x")')).not.toMatch(/" onclick=/);
  });

  test('5 MB, and what makes parsers slow, end soon', () => {
    const began = performance.now();
    for (const text of [
      'x'.repeat(5_000_000),
      '['.repeat(200_000),
      '*a '.repeat(100_000),
      '> '.repeat(50_000),
      '|a'.repeat(90_000),
    ])
      expect(html(text).length).toBeLessThan(6_000_000);
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});

describe('a lesson', () => {
  test('has no heading of the page’s own level, and places to link to, each once', () => {
    const { html: made, parts } = lessonHtml('# Un\n\n## L’exercice\n\n### Détail\n\n## L’exercice\n\n## *!*');
    expect(made).not.toContain('<h1');
    expect([...made.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)).toEqual([
      'partie-un',
      'partie-l-exercice',
      'partie-detail',
      'partie-l-exercice-2',
      'partie-sans-nom',
    ]);
    expect(parts.map(({ id }) => id)).toEqual([
      'partie-un',
      'partie-l-exercice',
      'partie-l-exercice-2',
      'partie-sans-nom',
    ]);
  });

  test('frames its exercise and its sheet', () => {
    const made = html('Début\n\n## L’exercice\n\nUn\n\n## La fiche à garder\n\n- Deux');
    expect(made).toContain('<p>Début</p>');
    expect(made).toContain('<section class="exercice">');
    expect(made).toContain('<section class="fiche-a-garder">');
    expect(made.match(/<section/g)).toHaveLength(made.match(/<\/section>/g)?.length ?? 0);
  });

  test('links say to others what they are', () => {
    expect(html('[a](https://exemple.fr)')).toContain('<a href="https://exemple.fr" rel="noopener nofollow ugc">a</a>');
  });
});

test('punctuation typed with a plain space never begins a line', () => {
  const { html, parts } = lessonHtml('## Et « vous » ?\n\n**Un mot** : « oui ! » ; `a : b`, à 12 : 40.');
  expect(html).toContain('Et «\u202fvous\u202f»\u202f?</h2>');
  expect(html).toContain('<strong>Un mot</strong>\u202f: «\u202foui\u202f!\u202f»\u202f; <code>a : b</code>');
  expect(parts[0]?.title).toBe('Et «\u202fvous\u202f»\u202f?');
});
