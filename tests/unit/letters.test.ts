/** Letters as they leave: M01 to M07, G29, C-14 to C-16, reliability 10 and 15. */
import { readFileSync } from 'node:fs';
import { HtmlValidate } from 'html-validate';
import { beforeAll, describe, expect, test } from 'vitest';
import { CONFIRM_DAYS, UNDO_DAYS } from '~/auth/rules/address';
import { GOOD_FOR, UNCONFIRMED_DAYS } from '~/auth/rules/letter';
import { PROOF_MINUTES } from '~/auth/rules/session';
import type { LetterName } from '../../emails/props';
import { exampleOf, LETTERS, type WrittenLetter, writeLetter } from '../../emails/write';
import { frameOf, LETTER_NAMES, linksIn, written, writtenWith } from '../support/letters';
import { unescaped } from '../support/site';

const ORIGIN = 'https://aurora50.exemple';
const letters = new Map<LetterName, WrittenLetter>();

beforeAll(async () => {
  for (const name of LETTER_NAMES) letters.set(name, await written(name));
});

/** What is wrong, by letter; {} is what every test hopes for. */
function wrong(
  find: (letter: WrittenLetter, name: LetterName) => readonly string[],
): Partial<Record<LetterName, readonly string[]>> {
  const found = [...letters].map(([name, letter]) => [name, find(letter, name)] as const);
  return Object.fromEntries(found.filter(([, faults]) => faults.length > 0));
}

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // Mail readers of 2007 are still in use: tables for layout and styles on elements.
    'doctype-style': ['error', { style: 'uppercase' }],
    'no-inline-style': 'off',
    'no-deprecated-attr': 'off',
    deprecated: 'off',
    'attr-case': 'off',
    'void-style': 'off',
    'no-conditional-comment': 'off',
    'no-trailing-whitespace': 'off',
    // A title is as long as the subject.
    'long-title': 'off',
  },
});

async function invalid(html: string): Promise<string[]> {
  const report = await validator.validateString(html);
  return report.results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector})`),
  );
}

const actionsIn = (html: string) => [...html.matchAll(/<a [^>]*data-action="true"[^>]*href="([^"]*)"/g)];

describe('every letter', () => {
  test('is valid HTML, in French', async () => {
    const faults: Record<string, string[]> = {};
    for (const [name, { html }] of letters) {
      const found = await invalid(html);
      if (found.length > 0) faults[name] = found;
    }
    expect(faults).toEqual({});
    expect(wrong(({ html }) => (/<html [^>]*lang="fr"/.test(html) ? [] : ['no lang="fr"']))).toEqual({});
  });

  test('has a subject of one line and at most 70 characters, which is its heading too', () => {
    expect(
      wrong(({ subject, html }) => {
        const heading = unescaped(/<h1[^>]*>([^<]*)<\/h1>/.exec(html)?.[1] ?? '');
        return subject.length <= 70 && !/[\p{C}]/u.test(subject) && heading === subject ? [] : [subject];
      }),
    ).toEqual({});
    const subjects = [...letters.values()].map(({ subject }) => subject);
    expect(new Set(subjects).size).toBe(subjects.length);
  });

  test('has one main action', () => {
    expect(
      wrong(({ html }) => {
        const actions = actionsIn(html);
        return actions.length === 1 ? [] : [`${actions.length}`];
      }),
    ).toEqual({});
  });

  test('spells the address of its action out, once to be pressed and once to be copied', async () => {
    expect(
      wrong(({ html, text }) =>
        actionsIn(html).flatMap(([, address = '']) => {
          const plain = unescaped(address);
          const shown = html.includes(`>${address}</a>`);
          const lines = text.split('\n').filter((line) => line === plain);
          return shown && lines.length === 1 ? [] : [`${plain}: ${lines.length} in the text`];
        }),
      ),
    ).toEqual({});
  });

  test('leads only to this site, and is not told by being opened who has opened it (G29)', () => {
    expect(wrong(({ html }) => linksIn(html).filter((address) => !address.startsWith(`${ORIGIN}/`)))).toEqual({});
    // The one picture there may be has the same address for everybody, keeps its place, and is told in words.
    const pictures = wrong(({ html }) => html.match(/<img [^>]*>/g) ?? []);
    expect(Object.keys(pictures)).toEqual(['courseFinished']);
    expect(pictures.courseFinished).toEqual([
      expect.stringMatching(
        /^(?=.* alt="Le dessin du cours [^"]+")(?=.* width="400")(?=.* height="267").* src="https:\/\/aurora50\.exemple\/couvertures\/7\.png"/,
      ),
    ]);
    expect(wrong(({ html }) => html.match(/<link|<script|url\(|@import|http:/g) ?? [])).toEqual({});
    expect(wrong(({ text }) => text.match(/http:/g) ?? [])).toEqual({});
  });

  test('says to which address it went and why, how to answer, and who signs', () => {
    const owed = ['Pourquoi ce courriel à monique@exemple.fr', 'bonjour@voisins.exemple', 'L’équipe d’Aurora50'];
    expect(wrong(({ text }) => owed.filter((words) => !text.replace(/\s+/g, ' ').includes(words)))).toEqual({});
  });

  test('can be stopped with one click when it is not a service letter, and only then (C-16)', () => {
    expect(
      wrong(({ html, text }, name) => {
        const stops = `${ORIGIN}/desabonnement/jeton`;
        const expected = LETTERS[name].kind === 'optional';
        return linksIn(html).includes(stops) === expected && text.includes(stops) === expected ? [] : ['unsubscribing'];
      }),
    ).toEqual({});
    expect(LETTER_NAMES.filter((name) => LETTERS[name].kind === 'optional')).toEqual([
      'invitation',
      'dailyLetter',
      'mention',
    ]);
  });

  test('shows no text under 16 pixels', () => {
    expect(
      wrong(({ html }) => {
        const sizes = [...html.matchAll(/font-size:(\d+)px/g)].map(([, size]) => Number(size));
        // One pixel: the drawing at the top, which holds no text.
        return sizes.filter((size) => size > 1 && size < 16).map(String);
      }),
    ).toEqual({});
  });

  test('weighs less than 60 KB, of which the dearest mail reader shows 102', () => {
    expect(wrong(({ html }) => (Buffer.byteLength(html) < 60 * 1024 ? [] : [`${html.length}`]))).toEqual({});
  });

  test('reads well without its HTML: short lines, no markup, nothing twice', () => {
    const isAddress = (line: string) => /^<?https:\S+$/.test(line);
    expect(wrong(({ text }) => text.split('\n').filter((line) => line.length > 78 && !isAddress(line)))).toEqual({});
    expect(wrong(({ text }) => text.match(/<\/?[a-z]+[^>:]*>|&[a-z]+;|\[object|undefined|NaN|Invalid/g) ?? [])).toEqual(
      {},
    );
    expect(wrong(({ text }) => (/\n{4}|^\s|[ \t]\n/.test(text) ? ['loose white space'] : []))).toEqual({});
  });

  test('writes French as the site does: narrow spaces before two-part signs, « vous », no English', () => {
    expect(
      wrong(({ text }) => text.match(/.{0,20}[^\s\u202f][:;?!»](?=\s)|.{0,20} [:;?!»]|«[^\u202f].{0,20}|'/g) ?? []),
    ).toEqual({});
    expect(
      wrong(
        ({ text }) =>
          text.match(/(?<!\p{L})(e-?mail|newsletter|password|login|click|team|tu|te|ton|ta|tes|toi)(?!\p{L})/giu) ?? [],
      ),
    ).toEqual({});
  });
});

describe('codes', () => {
  test.each(['confirmation', 'signIn', 'proof'] as const)('of %s stand in two groups, in both parts', async (name) => {
    const { html, text, subject } = letters.get(name) as WrittenLetter;
    const { code } = await exampleOf(name);
    const grouped = `${code.slice(0, 3)}\u00a0${code.slice(3)}`;
    expect(html).toContain(`>${grouped}<`);
    expect(text.split('\n')).toContain(grouped);
    // What a locked telephone shows to whoever passes by.
    const preheader = /data-skip-in-text="true">([^<]*)/.exec(html)?.[1] ?? '';
    expect(preheader.length).toBeGreaterThan(20);
    expect(`${subject} ${preheader}`).not.toMatch(/\d{3}/);
  });
});

describe('times and prices', () => {
  test('are those of Paris, in words', async () => {
    expect(letters.get('newDevice')?.text).toContain('lundi 23\u00a0novembre 2026 à 9\u202fh\u202f12');
    expect(letters.get('paymentReceived')?.text).toContain('Montant\u202f: 47\u202f€');
    expect(letters.get('renewalReminder')?.text).toContain('470\u202f€');
    expect(letters.get('dailyLetter')?.subject).toBe('Votre lettre du lundi 23\u00a0novembre');
  });

  test('a time that is none stops the letter rather than saying « Invalid Date »', async () => {
    const props = { ...(await exampleOf('newDevice')), at: 'hier' };
    await expect(writeLetter('newDevice', props, frameOf('newDevice'))).rejects.toThrow(RangeError);
  });

  test('the renewal says its last day in a frame of its own (L215-1)', () => {
    const { html = '' } = letters.get('renewalReminder') ?? {};
    expect(html).toMatch(/<td class="creux encre"[^>]*><strong>Date limite pour ne pas renouveler/);
  });
});

test('what letters promise of time is what signing in keeps', async () => {
  const said = (name: LetterName) => letters.get(name)?.text.replace(/\s+/g, ' ') ?? '';
  expect(GOOD_FOR).toEqual({ confirmation: 3 * 24 * 60, sign_in: 15, reset: 60 });
  expect(said('confirmation')).toContain('une seule fois, pendant 3 jours');
  expect(said('confirmation')).toContain(`au bout de ${UNCONFIRMED_DAYS} jours`);
  expect(said('signIn')).toContain('une seule fois, pendant 15 minutes');
  expect(said('proof')).toContain(`une seule fois, pendant ${PROOF_MINUTES} minutes`);
  expect(said('reset')).toContain('une seule fois, pendant une heure');
  expect(said('reset')).toMatch(/\b\d{3}\s\d{3}\b/);
  expect(said('addressConfirmation')).toContain(`une seule fois, pendant ${CONFIRM_DAYS} jours`);
  const done = { ...(await exampleOf('addressChanged')), done: true };
  const { text } = await writeLetter('addressChanged', done, frameOf('addressChanged'));
  expect(text).toContain(`Vous avez ${UNDO_DAYS} jours pour reprendre votre adresse`);
});

test.each([
  ['none', 'Aucun automate n’a pris part à cette décision'],
  ['detected', 'Un automate avait signalé ce contenu'],
  ['decided', 'Cette décision a été prise par un automate'],
] as const)('a decision says what a machine had to do with it: %s (DSA, 17(3)(c))', async (automation, sentence) => {
  const props = { ...(await exampleOf('moderationDecision')), automation };
  const { text, html } = await writeLetter('moderationDecision', props, frameOf('moderationDecision'));
  for (const form of [text, html]) {
    expect(form.match(/automate/g)).toHaveLength(1);
    expect(form.replace(/\s+/g, ' ')).toContain(sentence);
  }
});

describe('whatever members have typed', () => {
  const HOSTILE: Readonly<Record<string, string>> = {
    markup:
      '<script>alert(1)</script><img src=x onerror=alert(1)></td></table>"\'><a href="https://evil.example">ici</a>',
    'a second header': 'Anne\r\nBcc: tout-le-monde@evil.example\r\n\r\nBonjour',
    'separators of lines': 'Anne\u2028Bcc: x\u2029\u0085\u000b\u0000fin',
    'a turned direction': 'Anne \u202egpj.exe\u202c \u2066abc\u2069 \u200f',
    'an address': 'Gagnez 500 € sur https://evil.example/gain?x=1 ou www.evil.example ou a@evil.example',
    'eighty emojis': '👨‍👩‍👧‍👦'.repeat(80),
    'five thousand characters': 'a'.repeat(5_000),
    'marks piled up': `a${'\u0301'.repeat(3_000)}`,
    'half a pair': 'Anne \ud83d et \udc00',
    'nothing to see': '\u200b\u2060\u00ad ',
    nothing: '',
  };

  test.each(Object.entries(HOSTILE))('%s does no harm in any letter', async (_, words) => {
    for (const name of LETTER_NAMES) {
      const usual = letters.get(name) as WrittenLetter;
      const letter = await writtenWith(name, words);
      expect([name, letter.subject.length <= 70]).toEqual([name, true]);
      expect([name, letter.subject.match(/(?!\u200d)\p{C}|[\p{Zl}\p{Zp}]/gu)]).toEqual([name, null]);
      expect([name, linksIn(letter.html)]).toEqual([name, linksIn(usual.html)]);
      expect([
        name,
        letter.html.match(/<script|<img(?![^>]* alt="Le dessin du cours «)| onerror="|\u202e|\u2066/),
      ]).toEqual([name, null]);
      expect([name, tagsIn(letter.html)]).toEqual([name, tagsIn(usual.html)]);
      expect(Buffer.byteLength(letter.html), name).toBeLessThan(60 * 1024);
      expect(await invalid(letter.html), name).toEqual([]);
    }
  });

  /** Addresses that were accepted as such, and are to be recognised by their owner. */
  const NAMES_AN_ADDRESS: readonly LetterName[] = ['addressConfirmation', 'addressChanged', 'doorAdded'];

  test('no mail reader finds an address in it that is not ours', async () => {
    const inside = /(?:https?:\/\/|www\.)\S+|[\w-]+@[\w-]+\.\w+|\b[\w-]+\.(?:example|exemple)\b/g;
    for (const name of LETTER_NAMES) {
      if (NAMES_AN_ADDRESS.includes(name)) continue;
      const { text, subject } = await writtenWith(name, HOSTILE['an address'] ?? '');
      const found = [...`${subject}\n${text}`.matchAll(inside)].map(([address]) => address);
      const ours = /aurora50\.exemple|monique@exemple\.fr|voisins\.exemple/;
      expect([name, found.filter((address) => !ours.test(address))]).toEqual([name, []]);
    }
  });

  test('a busy day still makes a letter that is read whole', async () => {
    const example = await exampleOf('dailyLetter');
    const [salon] = example.salons;
    const excerpts = Array.from({ length: 40 }, () => ({ author: 'A'.repeat(80), text: 'é'.repeat(5_000) }));
    const salons = Array.from({ length: 60 }, (_, at) => ({
      name: 'S'.repeat(100),
      path: `/salons/${at}`,
      excerpts,
      more: 9,
    }));
    expect(salon).toBeDefined();
    const { html, text } = await writeLetter('dailyLetter', { ...example, salons }, frameOf('dailyLetter'));
    expect(Buffer.byteLength(html)).toBeLessThan(60 * 1024);
    expect(text).toContain('Et 46\u00a0autres messages.');
    expect(text).toContain('48\u00a0autres salons');
  });
});

/** The skeleton, as a sorted list: words may change, elements may not. Quotes of several lines fold into one. */
function tagsIn(html: string): string {
  const tags = [...html.matchAll(/<([a-z0-9]+)[\s>]/g)].map(([, tag]) => tag);
  return [...new Set(tags)].sort().join(' ');
}

test('what writes letters is not loaded before the first letter', () => {
  const source = readFileSync('emails/write.ts', 'utf8');
  expect(source.match(/^import (?!type ).*$/gm)).toBeNull();
  expect(source).toContain("import('./rendering')");
});

test('every letter has its own name in addresses', () => {
  const slugs = LETTER_NAMES.map((name) => LETTERS[name].slug);
  expect(new Set(slugs).size).toBe(slugs.length);
  expect(slugs.filter((slug) => !/^[a-z]+(-[a-z]+)*$/.test(slug))).toEqual([]);
});
