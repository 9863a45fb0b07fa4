/** U04: what is signed is accepted by a verifier that is not ours, off line, and nothing else is. */
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { bitsOf, credentialOf, issuerProfile, keyNamedBy } from '~/certificates/credential';
import { preferred } from '~/certificates/credential-answer';
import { setting, undrawable } from '~/certificates/drawing/typeface';
import { keyFaults, keyFile, signingKey } from '~/certificates/key';
import { pdfPaper, pngPaper, svgPaper, undrawnIn } from '~/certificates/papers';
import { signed, signerOf } from '~/certificates/proof';
import { LIST_SIZE, parseCertificateId, parseListNumber, studyTime } from '~/certificates/rules';
import { alter, config, FACTS, holderOf, issued, leavesOf, listWith, ORIGIN } from '../support/signed-certificate';
import { accepts, isRevoked, type Json, unbakedPng, unbakedSvg } from '../support/verifier';

let credential: Json;
let publicKey: string;
beforeAll(async () => {
  credential = await issued();
  publicKey = (await signingKey(config)).publicKeyMultibase;
});

describe('a signed certificate', () => {
  test('is accepted with the public key alone, by their verifier and by ours', async () => {
    expect(await accepts(credential, publicKey)).toBe(true);
    expect(await signerOf(credential)).toBe(publicKey);
  });

  test('is the same whenever it is signed', async () => {
    expect(JSON.stringify(await issued())).toBe(JSON.stringify(credential));
  });

  test('is read whatever the order of its keys', async () => {
    const turned = JSON.parse(JSON.stringify(credential), (_, value) =>
      value && typeof value === 'object' && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).reverse())
        : value,
    ) as Json;
    expect(await accepts(turned, publicKey)).toBe(true);
    expect(await signerOf(turned)).toBe(publicKey);
  });

  test('asks nobody: every document that its checking needs is at hand', async () => {
    const real = globalThis.fetch;
    globalThis.fetch = () => Promise.reject(new Error('off line'));
    try {
      expect(await signerOf(await issued())).toBe(publicKey);
    } finally {
      globalThis.fetch = real;
    }
  });

  test('is refused by both as soon as any of its values is another', async () => {
    const places = leavesOf(credential);
    expect(places.length).toBeGreaterThan(35);
    for (const place of places) {
      const altered = structuredClone(credential);
      alter(altered, place);
      expect(await accepts(altered, publicKey), place.join('.')).toBe(false);
      expect(await signerOf(altered), place.join('.')).not.toBe(publicKey);
    }
  });

  test('is refused when something was taken out of it', async () => {
    for (const place of leavesOf(credential)) {
      const shorter = structuredClone(credential);
      const [holder, last] = holderOf(shorter, place);
      if (Array.isArray(holder)) holder.splice(Number(last), 1);
      else delete holder[last];
      expect(await accepts(shorter, publicKey), place.join('.')).toBe(false);
    }
  });

  test('is refused by ours when something was put into it that no context knows', async () => {
    expect(await signerOf({ ...credential, mention: 'très bien' })).toBeNull();
  });

  test('of another key is nobody’s but that key’s', async () => {
    const other = await signingKey({ ...config, attestationSeed: new Uint8Array(32).fill(8) });
    const forged = (await signed(
      credentialOf(FACTS, ORIGIN, other.publicKeyMultibase),
      other,
      FACTS.issuedAt.toISOString(),
    )) as Json;
    expect(await accepts(forged, publicKey)).toBe(false);
    expect(await signerOf(forged)).toBe(other.publicKeyMultibase);
  });

  test('whatever a member is called', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), async (memberName) => {
        const one = await issued({ ...FACTS, memberName });
        return (await accepts(one, publicKey)) && (await signerOf(one)) === publicKey;
      }),
      { numRuns: 25 },
    );
  });

  test.each(['𑫕𐀢𑌣𐔋🞅ㅱቨᣊɋݯ🅽𑵲', 'Membre 33'])(
    'whose signature begins with a zero byte is accepted too: %s (found 4, 5)',
    async (memberName) => {
      const one = await issued({ ...FACTS, memberName });
      expect((one.proof as Json).proofValue).toMatch(/^z1/);
      expect(await accepts(one, publicKey)).toBe(true);
      expect(await signerOf(one)).toBe(publicKey);
    },
  );
});

describe('the status list', () => {
  test('tells the revoked from the standing, and cannot be altered', async () => {
    expect(await isRevoked(credential, await listWith(), publicKey)).toBe(false);
    expect(await isRevoked(credential, await listWith(8, 10), publicKey)).toBe(false);
    const list = await listWith(9);
    expect(await isRevoked(credential, list, publicKey)).toBe(true);
    const cleared = { ...list, credentialSubject: (await listWith()).credentialSubject };
    await expect(isRevoked(credential, cleared, publicKey)).rejects.toThrow();
  });

  test('has a bit for each of its certificates, and none for those of the next one', () => {
    const bits = bitsOf(2, [LIST_SIZE - 1, LIST_SIZE, LIST_SIZE + 15, 3 * LIST_SIZE]);
    expect(bits).toHaveLength(LIST_SIZE / 8);
    expect([bits[0], bits[1], bits.reduce((sum, byte) => sum + byte)]).toEqual([0x80, 0x01, 0x81]);
  });
});

describe('papers', () => {
  const asked = () => ({ facts: FACTS, credential, origin: ORIGIN });

  test('a drawing carries the credential out and back', async () => {
    const { body } = await svgPaper(asked());
    const back = unbakedSvg(String(body));
    expect(back).toEqual(credential);
    expect(await accepts(back, publicKey)).toBe(true);
    expect(String(body)).not.toMatch(/<text|<image|href=|font-family/);
  });

  test('a picture carries it too, and is a picture still', async () => {
    const png = (await pngPaper(asked())).body as Buffer;
    expect(unbakedPng(png)).toEqual(credential);
    expect(await accepts(unbakedPng(png), publicKey)).toBe(true);
    const { width, height, format } = await sharp(png).metadata();
    expect([format, width, height]).toEqual(['png', 1684, 1191]);
    // Every chunk's checksum is right, or decoding stops.
    await sharp(png, { failOn: 'warning' }).stats();
  });

  test('a sheet is one page whose words can be read out and searched for', async () => {
    const pdf = (await pdfPaper(asked())).body as Buffer;
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    const text = pdf.toString('latin1');
    expect(text).toContain('/Lang (fr-FR)');
    expect(text).toContain('/Marked true');
    expect(text.match(/\/Type \/Page\b/g)).toHaveLength(1);
    expect((await pdfPaper(asked())).body).toEqual(pdf);
  });

  test.each([
    ['Nguyễn Thị Hồng', 'Serif-Bold'],
    ['Ελένη Παπαδοπούλου', 'Serif-Bold'],
    ['Наталья Иванова', 'Serif-Bold'],
    ['محمد علي', 'Sans-Bold'],
    ['דוד לוי', 'Sans-Bold'],
    ['Dvořák', 'Serif-Bold'],
    ['Anne-Noëlle d’Œuvre', 'fraunces'],
  ])('draw every letter of %s, in one design', (name, design) => {
    const { runs } = setting(name, 'title', 36);
    expect(undrawable(name, 'title')).toEqual([]);
    expect(runs.map(({ text }) => text).join('').length).toBe(name.normalize('NFC').length);
    for (const { cut } of runs) expect(cut.file).toContain(design);
  });

  test('set words that run from right to left in that order, and Latin ones among them in theirs', () => {
    const name = 'رقية Martin (قرطبة)';
    const { runs } = setting(name, 'title', 36);
    expect(runs.map(({ text, isRightToLeft }) => [text.trim(), isRightToLeft])).toEqual([
      [')قرطبة(', true],
      ['Martin', false],
      ['رقية', true],
    ]);
    // Joined letters are other glyphs than lone ones: shaped, not strung together.
    const [word] = setting('محمد', 'title', 36).runs;
    const alone = [...'محمد'].reduce((sum, letter) => sum + setting(letter, 'title', 36).width, 0);
    expect(word?.isRightToLeft).toBe(true);
    expect(word?.width).toBeLessThan(alone - 2);
  });

  test('show a box for a letter that no design has, and name it to the member before (found 3, 3)', async () => {
    expect(
      setting('Li 李', 'title', 36)
        .runs.map(({ text }) => text)
        .join(''),
    ).toBe('Li □');
    expect(await undrawnIn('Li 李 🌻')).toEqual(['李', '🌻']);
    expect(await undrawnIn('Zoë Œuvrard')).toEqual([]);
    expect(await undrawnIn('Наталья')).toEqual([]);
  });

  test('of the same certificate are drawn once, however many ask', async () => {
    const [one, other] = await Promise.all([pngPaper(asked()), pngPaper(asked())]);
    expect(one).toBe(other);
    expect(await pngPaper({ ...asked(), facts: { ...FACTS, memberName: 'Une Autre' } })).not.toBe(one);
  });

  test('are drawn for names that no letter of ours can write, and for none at all', async () => {
    for (const memberName of ['Наталья', '李', '🌻', ' ', 'x'.repeat(80)]) {
      const facts = { ...FACTS, memberName, courseTitle: 'M'.repeat(120) };
      expect(String((await svgPaper({ ...asked(), facts })).body)).toContain('</svg>');
      expect(((await pdfPaper({ ...asked(), facts })).body as Buffer).length).toBeGreaterThan(10_000);
    }
  });
});

describe('the key', () => {
  const folder = () => mkdtempSync(path.join(tmpdir(), 'aurora50-key-'));

  test('is made once, for its owner’s eyes, however many ask at once and whatever the process', async () => {
    const dataDir = folder();
    const own = { attestationSeed: null, dataDir };
    const asked = await Promise.all(
      Array.from({ length: 20 }, (_, n) => signingKey({ ...own, dataDir: dataDir + '/.'.repeat(n) })),
    );
    expect(new Set(asked.map((key) => key.publicKeyMultibase)).size).toBe(1);
    expect(statSync(keyFile(own)).mode & 0o777).toBe(0o600);
    expect(readdirSync(path.dirname(keyFile(own)))).toEqual(['cle']);
    expect(await keyFaults(own)).toEqual([]);
  });

  test('stops the start when it is there and is none', async () => {
    const own = { attestationSeed: null, dataDir: folder() };
    expect(await keyFaults(own)).toEqual([]);
    mkdirSync(path.dirname(keyFile(own)));
    writeFileSync(keyFile(own), 'pas une clé');
    expect((await keyFaults(own))[0]).toContain('sauvegarde');
    await expect(signingKey(own)).rejects.toThrow();
    expect(readFileSync(keyFile(own), 'utf8')).toBe('pas une clé');
    chmodSync(keyFile(own), 0o600);
    writeFileSync(keyFile(own), `${'ab'.repeat(32)}\n`);
    expect((await signingKey(own)).publicKeyMultibase).toMatch(/^z6Mk/);
  });

  test('is published under the name that it signs with', () => {
    const profile = issuerProfile([{ publicKey }], ORIGIN) as Json;
    expect(profile.assertionMethod).toEqual([(credential.proof as Json).verificationMethod]);
    expect((profile.verificationMethod as Json[])[0]?.publicKeyMultibase).toBe(publicKey);
    expect(keyNamedBy((credential.proof as Json).verificationMethod)).toBe(publicKey);
    for (const odd of [null, 7, '', 'did:key:z6Mka#z6Mkb', 'did:web:a#b']) expect(keyNamedBy(odd)).toBeNull();
  });
});

test('rubbish is no certificate and no list', () => {
  for (const odd of [undefined, '', 'x', '7f0c2a52', `${FACTS.id}0`, '../..', "1' or 1=1"]) {
    expect(parseCertificateId(odd)).toBeNull();
    expect(parseListNumber(odd)).toBeNull();
  }
  expect(parseCertificateId(FACTS.id.toUpperCase())).toBe(FACTS.id);
  for (const odd of ['0', '-1', '1.5', '9999999', '01']) expect(parseListNumber(odd)).toBeNull();
});

test('study time is told in halves of an hour', () => {
  expect([5, 59, 60, 74, 75, 135, 600].map(studyTime)).toEqual([
    '5\u00a0min',
    '59\u00a0min',
    'environ 1\u202fh',
    'environ 1\u202fh',
    'environ 1\u202fh\u202f30',
    'environ 2\u202fh\u202f30',
    'environ 10\u202fh',
  ]);
});

test('a caller gets what it likes best of what there is', () => {
  const offered = ['text/html', 'application/vc+ld+json', 'application/json'];
  const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
  const answers: readonly (readonly [string | null, string | null])[] = [
    [null, 'text/html'],
    ['*/*', 'text/html'],
    [browser, 'text/html'],
    ['application/vc+ld+json', 'application/vc+ld+json'],
    ['application/json;q=0.5, application/vc+ld+json;q=0.4', 'application/json'],
    ['text/html;q=0.1, application/*', 'application/vc+ld+json'],
    ['image/png', null],
    ['text/html;q=0', null],
    ['application/json;q=pi', null],
    [';;,,q=', null],
  ];
  for (const [accept, answer] of answers) expect([accept, preferred(accept, offered)]).toEqual([accept, answer]);
});
