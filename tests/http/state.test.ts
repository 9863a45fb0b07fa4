/** What the site says of itself to the team, to everybody and to Prometheus (O01, O02, O06, O07, O18, Z04). */
import { beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '~/db';
import { keepFigures } from '~/operating/commands/figures';
import { createRecorder } from '~/operating/recorder';
import { href } from '~/urls';
import type { Visitor } from '../support/server';
import { mainOf, openSite, words } from '../support/site';

const TOKEN = 'un-jeton-pour-prometheus';
const site = openSite({ METRICS_TOKEN: TOKEN });
let asAdmin: Visitor;
beforeAll(async () => {
  asAdmin = await site.as(await site.cast.member('Irène', { role: 'admin' }));
});
const shown = async (visitor: Visitor, path: string) =>
  words(mainOf(await (await visitor.get(path)).text()).replaceAll('<', ' <'));

describe('/metrics', () => {
  const asked = (authorization?: string) =>
    site.stranger().get('/metrics', authorization ? { Authorization: authorization } : {});

  test('is Prometheus text for whoever has the token, and not there for anybody else', async () => {
    await site.stranger().get('/aide');
    const answer = await asked(`Bearer ${TOKEN}`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/plain')]);
    const text = await answer.text();
    expect(text).toMatch(/aurora50_http_duration_seconds_count\{method="GET",route="\/aide"\} [1-9]/);
    expect(text).toMatch(/aurora50_listener_age_seconds \d/);
    expect(text).toMatch(/aurora50_connections\{role="viewer",state="idle"\} \d/);
    for (const wrong of [undefined, 'Bearer ', `Bearer ${TOKEN}x`, TOKEN])
      expect((await asked(wrong)).status).toBe(404);
  });
});

describe('/admin/etat', () => {
  test('shows the parts, this server, backups, and times by route, to admins alone', async () => {
    const anne = await site.as(await site.cast.member('Anne'));
    expect((await anne.get(href('siteState'))).status).toBe(404);
    const page = await shown(asAdmin, href('siteState'));
    for (const part of ['La base de données en ordre', 'La sauvegarde pas réglé', 'Les paiements pas réglé'])
      expect(page).toContain(part);
    expect(page).toContain('Rien n’est sauvegardé : il manque BACKUP_KEY.');
    expect(page).toContain('Une chaque nuit, chiffrée.');
    expect(page).toMatch(/Dernière annonce entendue il y a \d secondes?/);
  });

  test('finds the lines of a request by its id and by the reference that its page shows', async () => {
    const answer = await site.stranger().get('/rien-ici');
    const id = answer.headers.get('x-request-id') ?? '';
    const reference = /class="reference">([^<]+)</.exec(await answer.text())?.[1] ?? '';
    for (const asked of [id, reference, reference.toLowerCase()])
      await expect
        .poll(() => shown(asAdmin, href('siteState', {}, { demande: asked })))
        .toMatch(new RegExp(`"id":"${id}".*"status":404`));
    expect(await shown(asAdmin, href('siteState', {}, { demande: 'n’importe quoi' }))).toContain('Aucune ligne');
  });

  test('shows kept times and errors, without what anybody typed', async () => {
    const recorder = createRecorder();
    for (const ms of [4, 8, 12, 40, 90, 90, 90, 90, 90, 4_000])
      recorder.note({ method: 'GET', route: '/essai/:chose', status: ms > 1_000 ? 503 : 200, ms });
    const typed = new TypeError('cannot read monique@exemple.fr');
    recorder.fault('unexpected', typed, '11111111-1111-4111-8111-111111111111');
    recorder.fault('unexpected', typed);
    const database = openDatabase(site.url, { viewers: 1, systems: 1 });
    await keepFigures(database, recorder);
    // A second process adds to the same hour.
    const other = createRecorder();
    other.note({ method: 'GET', route: '/essai/:chose', status: 200, ms: 4 });
    await keepFigures(database, other);
    await keepFigures(database, other);
    await database.close();
    const page = await shown(asAdmin, href('siteState'));
    expect(page).toMatch(/GET \/essai\/:chose 11 1 100 ms 5\s000 ms/u);
    expect(page).toMatch(/unexpected \(TypeError\).*2/);
    expect(page).not.toContain('monique@exemple.fr');
  });

  test('begins a backup when it is asked to', async () => {
    const answer = await asAdmin.post(href('siteState'), {});
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/admin/etat?dit=sauvegarde-demandee']);
  });
});

describe('/etat', () => {
  test('says to everybody what is out of order, what was, and whether the last backup could be restored', async () => {
    expect(await shown(site.stranger(), href('status'))).toContain('Tout fonctionne.');
    await site.cast.sql`insert into alerts (part, began_at, over_at) values
      ('mail', now() - interval '2 hours', now() - interval '1 hour'), ('backups', now() - interval '1 hour', null)`;
    await site.cast.sql`insert into restore_drills (name, seconds, row_count) values ('x', 2, 10)`;
    await site.cast.sql`
      insert into site_minutes
      select date_trunc('minute', now()) - make_interval(mins => n) from generate_series(1, 1000) n where n % 10 <> 0
      on conflict do nothing`;
    const page = await shown(site.stranger(), href('status'));
    expect(page).toMatch(/La sauvegarde : en panne depuis/);
    expect(page).toMatch(/Le courrier : .* réparé en 1 heure/);
    expect(page).toContain('restaurée à part et vérifiée');
    expect(page).toMatch(/Le site a répondu (89|90)(,\d+)? % du temps/);
  });
});
