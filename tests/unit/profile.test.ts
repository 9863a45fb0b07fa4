/** D02, D05, D08, D28: what a profile's form may say. */
import { describe, expect, test } from 'vitest';
import { INTERESTS } from '~/members/rules/interests';
import { changedSince, markOf } from '~/members/rules/other-window';
import { type Profile, parseProfile } from '~/members/rules/profile';
import { kindOfDay } from '~/members/rules/suggestions';
import { looksLikeTeam } from '~/members/rules/team-names';

const BEFORE: Profile = {
  name: 'Monique D.',
  bio: 'Bonjour',
  city: 'Nantes',
  postalCode: '',
  departement: '44',
  interests: ['jardinage', 'ruches'],
  bioShownTo: 'tous',
  cityShownTo: 'salons',
  interestsShownTo: 'moi',
  isListed: true,
};
const parsed = (form: unknown) => {
  const result = parseProfile(form, BEFORE);
  return result.ok ? result.value : result.errors;
};

test('what is not sent stays as it is', () => {
  expect(parsed({})).toEqual(BEFORE);
  expect(parsed({ bio: 'Bonsoir' })).toEqual({ ...BEFORE, bio: 'Bonsoir' });
});

test('in the whole form a box that did not come was not ticked', () => {
  expect(parsed({ complet: 'on', nom: 'Monique D.' })).toMatchObject({ interests: [], isListed: false });
});

test('fields of other pages change nothing', () => {
  expect(parsed({ subscription_type: 'annuel', app_role: 'admin', email: 'a@b.fr', id: 'x' })).toEqual(BEFORE);
});

test.each([
  [['cuisine', 'cuisine', 'cuisine'], '', ['cuisine']],
  ['cuisine', 'Généalogie; opéra , opéra', ['cuisine', 'genealogie', 'opéra']],
  [[], 'PHOTO', ['photo']],
  [['Ruches', 'ruches'], 'RUCHES', ['Ruches']],
])('interests %j and own words « %s »', (interets, autres, interests) => {
  expect(parsed({ interets, autres })).toMatchObject({ interests });
});

test.each([
  { interets: Array.from({ length: 500 }, (_, n) => `mot ${n}`) },
  { autres: Array.from({ length: 11 }, (_, n) => `mot ${n}`).join(',') },
  { autres: 'a'.repeat(41) },
  { interets: ['\u3164'] },
  { interets: Object.keys(INTERESTS), autres: 'ruches, opéra, tarot' },
])('too many own words, or too long, or unseen: %j', (form) => {
  expect(parsed(form)).toHaveProperty('autres');
});

test.each(['', '   ', '\u200b', 'a'.repeat(81), 'voir exemple.com/promo'])('the name « %s » is refused', (nom) => {
  expect(parsed({ nom })).toHaveProperty('nom');
});

describe('the team’s name', () => {
  test.each([
    'Aurora50',
    'aurora 50',
    'Аurоrа50',
    'Équipe Aurora',
    'AURORA-5O',
    'Support',
    'L’équipe du site',
    'M0dérateur',
  ])('looks like « %s »', (name) => expect(looksLikeTeam(name)).toBe(true));
  test.each(['Aurora Martin', 'Aurore', 'Monique Supporta', 'Admin Petit', 'Équipage', 'Οδυσσέας'])(
    'does not look like « %s »',
    (name) => expect(looksLikeTeam(name)).toBe(false),
  );
});

test.each(['25000', ' 25 000', ''])('the postal code « %s » is taken', (code_postal) => {
  expect(parsed({ code_postal })).toHaveProperty('postalCode', code_postal.replaceAll(' ', ''));
});

test.each(['2500', '250000', '2A004', '25000; drop'])('the postal code « %s » comes back', (code_postal) => {
  expect(parsed({ code_postal })).toHaveProperty('code_postal');
});

test('the mark tells which fields another window has changed', () => {
  const mark = markOf(BEFORE);
  expect(changedSince(mark, BEFORE)).toEqual([]);
  expect(changedSince(mark, { ...BEFORE, interests: ['ruches', 'jardinage'] })).toEqual([]);
  expect(changedSince(mark, { ...BEFORE, city: 'Rennes', bioShownTo: 'moi' })).toEqual([
    { name: 'présentation', now: 'Bonjour (vu par\u202f: moi)' },
    { name: 'ville', now: 'Rennes (vu par\u202f: les membres de mes salons)' },
  ]);
  expect(changedSince(undefined, BEFORE)).toEqual([]);
  expect(changedSince('rubbish', BEFORE)).toHaveLength(6);
});

test('each kind of idea has its day (Z11)', () => {
  const days = [0, 1, 2, 3].map((day) => kindOfDay(new Date(Date.UTC(2026, 10, 27 + day))));
  expect(new Set(days.slice(0, 3))).toEqual(new Set(['salon', 'person', 'course']));
  expect(days[3]).toBe(days[0]);
});
