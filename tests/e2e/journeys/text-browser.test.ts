/** The room as a browser of letters shows it: who, when and what, in order, and then where one writes. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { href } from '~/urls';
import { talk } from '../../support/journey';
import { openSite } from '../../support/site';

const site = openSite();

/** Of the page as it was fetched: what stands on the screen of somebody who has no other browser. */
const BROWSERS = [
  {
    name: 'w3m',
    dump: (file: string) => ['-T', 'text/html', '-I', 'UTF-8', '-O', 'UTF-8', '-cols', '80', '-dump', file],
  },
  { name: 'links', dump: (file: string) => ['-codepage', 'UTF-8', '-width', '80', '-dump', file] },
] as const;

const isInstalled = (name: string) => !spawnSync(name, ['-version']).error;

async function room() {
  const [monique, gerard] = [await site.cast.member('Monique'), await site.cast.member('Gérard')];
  const { id: salon } = await site.cast.salon(monique, { name: 'Jardin au balcon' });
  await site.cast.join(gerard, salon);
  const [first] = await talk(site, salon, [
    [monique, 'Mes tomates sont sorties'],
    [gerard, 'Rentrez-les la nuit'],
  ]);
  await site.cast.sql`insert into chat_messages (salon_id, user_id, content, reply_to_id)
    values (${salon}, ${gerard.id}, 'Et un voile', ${first ?? 0})`;
  await site.cast.sql`insert into message_reactions (message_id, user_id, emoji)
    values (${first ?? 0}, ${gerard.id}, 'bravo')`;
  return (await (await site.as(monique)).get(href('salon', { salon }))).text();
}

function asText(browser: (typeof BROWSERS)[number], html: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'aurora50-text-'));
  try {
    const file = path.join(folder, 'page.html');
    writeFileSync(file, html);
    const { stdout, status, stderr } = spawnSync(browser.name, browser.dump(file), {
      encoding: 'utf8',
      // Whoever runs this has settings of his own; they are not asked.
      env: { PATH: process.env.PATH, HOME: folder, LANG: 'C.UTF-8' } as unknown as NodeJS.ProcessEnv,
    });
    if (status !== 0) throw new Error(`${browser.name}: ${status} ${stderr}`);
    return stdout.replace(/\s+/g, ' ');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe.each(BROWSERS)('$name', (browser) => {
  test('shows the conversation in order, and the composer under it', async ({ skip }) => {
    skip(!isInstalled(browser.name), `${browser.name} is not on this machine`);
    const text = asText(browser, await room());
    const inOrder = [
      /Jardin au balcon/,
      /Monique +\d{1,2} ?h ?\d\d/,
      /Mes tomates sont sorties/,
      /Bravo ?: ?Gérard/,
      /Gérard +\d{1,2} ?h ?\d\d/,
      /Rentrez-les la nuit/,
      /En réponse à Monique ?: ?« ?Mes tomates sont sorties ?»/,
      /Et un voile/,
      /Votre message/,
      /Envoyer/,
    ];
    let at = 0;
    for (const words of inOrder) {
      const found = text.slice(at).search(words);
      expect(found, `${words} in: ${text.slice(at)}`).toBeGreaterThanOrEqual(0);
      at += found;
    }
    // What is for the script, or for an eye that sees colours, is not told to everybody.
    expect(text).not.toMatch(/\(vous\)|undefined|Reconnexion/);
    expect(text.match(/Mes tomates sont sorties/g)).toHaveLength(2);
  });
});
