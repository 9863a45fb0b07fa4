/** U04: the public page of a certificate, what programs get there, and its papers. */
import { beforeAll, describe, expect, test } from 'vitest';
import { href } from '~/urls';
import type { Member } from '../support/cast';
import { certificateFor } from '../support/certificates';
import type { Visitor } from '../support/server';
import { faultsShown, mainOf, openSite, withoutTokens, words } from '../support/site';
import { accepts, isRevoked, type Json, unbakedPng, unbakedSvg } from '../support/verifier';

const site = openSite();
let anne: Member;
let asAnne: Visitor;
let asAdmin: Visitor;
let id: string;
let publicKey: string;

beforeAll(async () => {
  anne = await site.cast.member('Anne Petit');
  asAnne = await site.as(anne);
  asAdmin = await site.as(await site.cast.member('Odile', { role: 'admin' }));
  id = await certificateFor(site.cast, anne);
  const issuer = (await (await site.stranger().get('/attestations/emetteur')).json()) as Json;
  publicKey = String((issuer.verificationMethod as Json[])[0]?.publicKeyMultibase);
});

const page = (attestation = id) => href('certificate', { attestation });
const asked = async (accept: string, attestation = id) => site.stranger().get(page(attestation), { Accept: accept });
const textOf = async (visitor: Visitor, path: string) => words(mainOf(await (await visitor.get(path)).text()));

describe('the page', () => {
  test('tells a stranger whose it is, for what and when, and that it was checked', async () => {
    const answer = await site.stranger().get(page());
    expect(answer.status).toBe(200);
    expect(answer.headers.get('vary')).toMatch(/\bAccept\b/);
    const html = await answer.text();
    expect(html).toContain('<meta name="robots" content="noindex');
    const text = words(mainOf(html));
    for (const part of [
      'Anne Petit',
      'Cultiver sa mémoire',
      '7 leçons',
      'Attestation vérifiée',
      site.origin + page(),
    ]) {
      expect(text).toContain(part);
    }
    expect(text).not.toContain('Votre nom a changé');
    expect(text).not.toContain('Retirer');
  });

  test('is the same for everybody who may nothing more', async () => {
    const [one, other] = await Promise.all(
      [site.stranger(), await site.as(await site.cast.member('Paul'))].map((who) => textOf(who, page())),
    );
    expect(one).toBe(other);
  });

  test('says so when what it shows is not what was signed', async () => {
    const forged = await certificateFor(site.cast, anne);
    const genuine = await (await asked('application/vc', forged)).json();
    await site.cast.sql`
      insert into certificates (user_id, course_id, member_name, course_title, course_summary, course_slug, pillar_number,
        lesson_count, minutes, started_at, completed_at, credential)
      select (select id from auth.users where id <> ${anne.id} limit 1), course_id, 'Somebody Else', course_title,
        course_summary, course_slug, pillar_number, lesson_count, minutes, started_at, completed_at,
        ${JSON.stringify(genuine)}::text::json
      from certificates where id = ${forged}`;
    const [row] = await site.cast.sql<
      { id: string }[]
    >`select id from certificates where member_name = 'Somebody Else'`;
    const text = await textOf(site.stranger(), page(row?.id));
    expect(text).toContain('ne peut pas être vérifiée');
    expect(text).not.toContain('Attestation vérifiée');
  });

  test('of nobody, of rubbish and of an erased member is one and the same 404', async () => {
    const gone = await site.cast.member('Partie');
    const hers = await certificateFor(site.cast, gone);
    expect((await asked('text/html', hers)).status).toBe(200);
    await site.cast.sql`delete from auth.users where id = ${gone.id}`;
    const pages: string[] = [];
    for (const odd of [hers, crypto.randomUUID(), 'rien', "x'--", `${id}0`]) {
      for (const accept of ['text/html', 'application/vc+ld+json']) {
        const answer = await asked(accept, odd);
        expect([odd, answer.status]).toEqual([odd, 404]);
        if (accept === 'text/html') pages.push(withoutTokens(await answer.text()));
      }
      for (const place of ['json', 'svg', 'png', 'pdf']) {
        expect((await site.stranger().get(`/attestations/${encodeURIComponent(odd)}/${place}`)).status).toBe(404);
      }
    }
    expect(new Set(pages).size).toBe(1);
  });
});

describe('a program', () => {
  test.each(['application/vc+ld+json', 'application/vc', 'application/ld+json', 'application/json'])(
    'that asks for %s gets the credential, as it is',
    async (type) => {
      const answer = await asked(type);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type]);
      expect(answer.headers.get('vary')).toMatch(/\bAccept\b/);
      expect(answer.headers.get('access-control-allow-origin')).toBe('*');
      const credential = (await answer.json()) as Json;
      expect(credential.id).toBe(site.origin + page());
      expect(await accepts(credential, publicKey)).toBe(true);
    },
  );

  test('that asks for anything else gets the page, as a browser does', async () => {
    for (const accept of ['*/*', 'text/html,*/*;q=0.8', 'image/png', 'application/json;q=0.1, text/html', ';;;']) {
      expect((await asked(accept)).headers.get('content-type')).toBe('text/html; charset=utf-8');
    }
  });

  test('gets the same bytes ever after', async () => {
    const [one, other] = [await (await asked('application/vc')).text(), await (await asked('application/vc')).text()];
    expect(one).toBe(other);
    await expect
      .poll(
        async () => (await site.cast.sql`select from certificates where id = ${id} and credential is not null`).length,
      )
      .toBe(1);
    expect(await (await asked('application/vc')).text()).toBe(one);
  });

  test('finds the issuer’s keys, and a list in which nothing stands', async () => {
    const list = (await (await site.stranger().get('/attestations/listes/7')).json()) as Json;
    expect(await accepts(list, publicKey)).toBe(true);
    for (const odd of ['0', 'x', '-1', '99999999']) {
      expect((await site.stranger().get(`/attestations/listes/${odd}`)).status).toBe(404);
    }
  });
});

describe('papers', () => {
  test('carry the credential, and their kind', async () => {
    const [svg, png, pdf, json] = await Promise.all(
      (['certificateSvg', 'certificatePng', 'certificatePdf', 'certificateJson'] as const).map((place) =>
        site.stranger().get(href(place, { attestation: id })),
      ),
    );
    expect([svg, png, pdf, json].map((answer) => answer?.headers.get('content-type'))).toEqual([
      'image/svg+xml',
      'image/png',
      'application/pdf',
      'application/json',
    ]);
    const credential = (await json?.json()) as Json;
    expect(unbakedSvg((await svg?.text()) ?? '')).toEqual(credential);
    expect(unbakedPng(Buffer.from((await png?.arrayBuffer()) ?? new ArrayBuffer(0)))).toEqual(credential);
    expect(Buffer.from((await pdf?.arrayBuffer()) ?? new ArrayBuffer(0)).toString('latin1', 0, 5)).toBe('%PDF-');
    expect(await accepts(credential, publicKey)).toBe(true);
  });

  test('shown as a document of their own run nothing', async () => {
    const answer = await site.stranger().get(href('certificateSvg', { attestation: id }));
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });
});

describe('another name', () => {
  test('is offered to the owner alone, and makes it again', async () => {
    const odette = await site.cast.member('Odette Legrand');
    const old = await certificateFor(site.cast, odette, { name: 'Odette Petit' });
    const asOdette = await site.as(odette);
    expect(await textOf(asOdette, page(old))).toContain('Votre nom a changé');
    expect(await textOf(asAnne, page(old))).not.toContain('Votre nom a changé');
    const before = (await (await asked('application/vc', old)).json()) as Json;
    expect((await asAnne.post(`${page(old)}/reedition`, {})).status).toBe(404);
    const answers = await Promise.all([1, 2, 3].map(() => asOdette.post(`${page(old)}/reedition`, {})));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 404, 404]);
    const to = answers.find(({ status }) => status === 303)?.headers.get('location') ?? '';
    expect(await textOf(site.stranger(), to)).toContain('Odette Legrand');
    // The old address tells nobody the old name, nor where the new one is.
    const html = await (await site.stranger().get(page(old))).text();
    expect(html).toContain('n’est plus valable');
    expect(html).not.toContain('Odette');
    expect(html).not.toContain(to);
    expect(await (await asOdette.get(page(old))).text()).toContain(to);
    const list = (await (
      await site
        .stranger()
        .get(String((before.credentialStatus as Json).statusListCredential).slice(site.origin.length))
    ).json()) as Json;
    expect(await isRevoked(before, list, publicKey)).toBe(true);
    const after = (await (await asked('application/vc', to.slice('/attestations/'.length))).json()) as Json;
    expect(await isRevoked(after, list, publicKey)).toBe(false);
  });
});

describe('taking one back', () => {
  test('is an admin’s, asks why, and is seen everywhere at once', async () => {
    const doomed = await certificateFor(site.cast, anne);
    const credential = (await (await asked('application/vc', doomed)).json()) as Json;
    const path = href('revokeCertificate', { attestation: doomed });
    for (const visitor of [asAnne, await site.as(await site.cast.member('Aude', { role: 'author' }))]) {
      expect([(await visitor.get(path)).status, (await visitor.post(path, { motif: 'fraude' })).status]).toEqual([
        404, 404,
      ]);
    }
    expect((await site.stranger().post(path, { motif: 'fraude' })).status).toBe(303);
    expect(await textOf(site.stranger(), page(doomed))).toContain('Attestation vérifiée');
    for (const form of [{}, { motif: '' }, { motif: 'constructor' }, { motif: 'replaced' }]) {
      const refused = await asAdmin.post(path, form as Record<string, string>);
      expect(refused.status).toBe(422);
      expect(Object.keys(faultsShown(await refused.text()).fields)).toEqual(['motif']);
    }
    const answers = await Promise.all([1, 2, 3].map(() => asAdmin.post(path, { motif: 'erreur' })));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    const text = await textOf(site.stranger(), page(doomed));
    expect(text).toContain('délivrée par erreur');
    expect(text).not.toContain('Anne');
    for (const place of ['json', 'svg', 'png', 'pdf'])
      expect((await asAnne.get(`${page(doomed)}/${place}`)).status).toBe(404);
    expect((await asked('application/vc', doomed)).status).toBe(404);
    const list = (await (await site.stranger().get('/attestations/listes/1')).json()) as Json;
    expect(await isRevoked(credential, list, publicKey)).toBe(true);
    expect(await textOf(asAnne, page(doomed))).toContain('C’était la vôtre');
  });
});
