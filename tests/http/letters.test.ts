/** The site's letters, shown to those who look after them. */
import { beforeAll, describe, expect, test } from 'vitest';
import { href } from '~/urls';
import { LETTERS } from '../../emails/write';
import { LETTER_NAMES, written } from '../support/letters';
import type { Visitor } from '../support/server';
import { openSite, unescaped } from '../support/site';

const site = openSite();
let admin: Visitor;
let member: Visitor;
beforeAll(async () => {
  admin = await site.as(await site.cast.member('Odile', { role: 'admin' }));
  member = await site.as(await site.cast.member('Anne'));
});

const places = (lettre: string) => [href('letterPreview', { lettre }), href('letterPreviewHtml', { lettre })];

describe('the drawer of letters', () => {
  test('lists every letter with its subject, and leads to it', async () => {
    const html = await (await admin.get(href('letterPreviews'))).text();
    for (const name of LETTER_NAMES) {
      expect(html).toContain(`href="${href('letterPreview', { lettre: LETTERS[name].slug })}"`);
      expect(unescaped(html)).toContain((await written(name)).subject);
    }
    expect(await (await admin.get(href('admin'))).text()).toContain(`href="${href('letterPreviews')}"`);
    expect(await (await member.get('/')).text()).not.toContain(href('letterPreviews'));
  });

  test.each(LETTER_NAMES)('shows %s as HTML and as plain text', async (name) => {
    const [page = '', alone = ''] = places(LETTERS[name].slug);
    const shown = await admin.get(page);
    expect(shown.status).toBe(200);
    const body = unescaped(await shown.text());
    expect(body).toContain('Pourquoi ce courriel à monique@exemple.fr');
    expect(body).toContain(`src="${alone}"`);
    const letter = await admin.get(alone);
    expect([letter.status, letter.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(await letter.text()).toContain(`<title>${(await written(name)).subject.replaceAll("'", '&#x27;')}</title>`);
  });

  test('a letter alone has a policy of its own: styles, and nothing else whatever stands in it', async () => {
    const [page = '', alone = ''] = places('invitation');
    const policy = (await admin.get(alone)).headers.get('content-security-policy');
    expect(policy?.split('; ').sort()).toEqual([
      "base-uri 'none'",
      "default-src 'none'",
      "form-action 'none'",
      "frame-ancestors 'self'",
      'sandbox',
      "style-src 'unsafe-inline'",
    ]);
    expect((await admin.get(alone)).headers.get('cache-control')).toBe('private, no-store');
    expect((await admin.get(page)).headers.get('content-security-policy')).not.toContain('unsafe-inline');
  });

  test('is not there for members, nor for a letter that does not exist', async () => {
    for (const path of [href('letterPreviews'), ...places('bienvenue')]) {
      expect([path, (await member.get(path)).status]).toEqual([path, 404]);
    }
    for (const lettre of ['rien', 'signIn', '__proto__', 'constructor', 'é', 'x'.repeat(2_000)]) {
      for (const path of places(lettre)) expect([path, (await admin.get(path)).status]).toEqual([path, 404]);
    }
  });
});
