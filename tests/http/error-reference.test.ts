/** Whoever asks for help dictates six signs, and the log says what happened. */
import { expect, test } from 'vitest';
import { journalOf, mainOf, openSite, words } from '../support/site';

const site = openSite();

test('an error page shows a reference of six signs, spelt out, and the log finds the request by it', async () => {
  const answer = await site.stranger().get('/rien-ici');
  const page = mainOf(await answer.text());
  const [, reference = ''] = /<strong class="reference">([^<]*)<\/strong>/.exec(page) ?? [];
  expect(reference).toMatch(/^[2-9A-HJKMNP-Z]{6}$/);
  const letter = [...reference].find((sign) => /[A-Z]/.test(sign));
  if (letter) expect(words(page)).toMatch(new RegExp(`${letter} comme ${letter.normalize('NFD')}`));
  const id = answer.headers.get('x-request-id') ?? '';
  expect(page).not.toContain(id);
  // Written in blocks: the line comes half a second later.
  const line = () => journalOf(site.server).find((each) => each.reference === reference);
  await expect.poll(line).toMatchObject({ id, status: 404 });
});

test('two error pages have two references', async () => {
  const pages = await Promise.all([1, 2].map(async () => (await site.stranger().get('/rien-ici')).text()));
  expect(new Set(pages.map((page) => /class="reference">([^<]*)/.exec(page)?.[1])).size).toBe(2);
});
