/**
 * A limit or a price is worded from its number: a sentence that repeats the figure would stay as it is when the rule moves.
 * Letters know no rule and get no figure among their props; `letters.test.ts` compares their figures with the rules.
 */
import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { GOOD_FOR } from '~/auth/rules/letter';
import { STAYING_SESSION_HOURS } from '~/auth/rules/session';
import { KEPT_DAYS, SOFT_BOUNCES } from '~/mailer/rules';

const FIGURE =
  /(\d+|\b(?:deux|trois|quatre|cinq|six|sept|huit|dix|douze|quinze|vingt|trente|quarante|soixante|cent))[\s\u00a0\u202f]+(messages|salons|minutes|heures|jours|semaines|mois|caractères|lettres|courriels|essais|€|euros)/giu;

const sources = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => `app/${file.replaceAll('\\', '/')}`);

/** What a file shows: its strings and the text of its JSX, without the comments. */
function shownBy(file: string): string {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node) || ts.isJsxText(node)) texts.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return texts.join('\0');
}

const places = sources.flatMap((file) =>
  [...shownBy(file).matchAll(FIGURE)].map(([found]) => `${file}: ${found.replace(/\s+/gu, ' ').toLowerCase()}`),
);

/** What stays written out, with the rule that gives the figure; null: it is no limit, or stands beside its rule. */
const WRITTEN_OUT: Readonly<Record<string, readonly [given: number, written: number] | null>> = {
  'app/config.ts: 300 caractères': null,
  'app/config/mail.ts: 10 caractères': null,
  'app/config/mail.ts: 24 lettres': null,
  'app/salons/rules.ts: 3 lettres': null,
  // The name of a badge.
  'app/play/rules/badges.ts: trois jours': null,
  'app/courses/authoring/rules.ts: 3 lettres': null,
  'app/courses/views/authoring/course-form.tsx: 300 caractères': null,
  'app/courses/views/authoring/lesson-form.tsx: 6 heures': null,
  'app/members/rules/settings.ts: 5 minutes': null,
  'app/auth/views/sign-up.tsx: deux minutes': null,
  'app/routes/auth/sign-up.tsx: deux minutes': null,
  // What people do by hand, and nothing of ours counts.
  'app/ui/site/lost-keys.tsx: 7 jours': null,
  'app/ui/gallery/forms.tsx: 8 caractères': null,
  'app/ui/gallery/words.tsx: 12 €': null,
  'app/ui/gallery/words.tsx: 50 €': null,
  // Stands in SQL: migration of auth.tokens, and the statement of mailFailures.
  'app/routes/auth/landing.ts: cinq essais': null,
  'app/admin/views/offers.tsx: sept jours': null,
  'app/admin/views/mail.tsx: sept jours': null,
  'app/admin/views/figures.tsx: trente jours': [KEPT_DAYS, 30],
  'app/admin/views/member.tsx: trente jours': [KEPT_DAYS, 30],
  // How many suggestions there are, beside the query that gives them.
  'app/members/views/welcome/found.tsx: trois salons': null,
  'app/admin/views/history.tsx: trente jours': [KEPT_DAYS, 30],
  'app/admin/views/history.tsx: trois courriels': [SOFT_BOUNCES, 3],
  'app/admin/views/letters.tsx: trois courriels': [SOFT_BOUNCES, 3],
  'app/auth/views/link.tsx: trois jours': [GOOD_FOR.confirmation, 3 * 24 * 60],
  'app/ui/site/privacy.tsx: trois mois': [STAYING_SESSION_HOURS, 90 * 24],
  'app/ui/site/privacy.tsx: trois jours': [GOOD_FOR.confirmation, 3 * 24 * 60],
  'app/privacy/rules/register.ts: deux heures': null,
};

test('a sentence repeats no figure of a limit or of a price', () => {
  expect(places.filter((place) => !(place in WRITTEN_OUT))).toEqual([]);
  expect(Object.keys(WRITTEN_OUT).filter((place) => !places.includes(place))).toEqual([]);
});

test('what is written out agrees with its rule', () => {
  const wrong = Object.entries(WRITTEN_OUT).filter(([, pair]) => pair && pair[0] !== pair[1]);
  expect(wrong).toEqual([]);
});
