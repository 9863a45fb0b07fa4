/** N01, N03, D13. */
import { describe, expect, test } from 'vitest';
import { lastSeenInWords, ownStatus, parseChoice, STATUS_WORDS } from '~/presence/rules';

test('the four states have one word each', () => {
  expect(STATUS_WORDS).toEqual({ online: 'en ligne', away: 'absent', busy: 'occupé', offline: 'hors ligne' });
});

describe('what a member chooses', () => {
  test('is one of the four, or leaves it to what she does', () => {
    expect(parseChoice({ statut: 'busy' })).toEqual({ ok: true, value: { status: 'busy', until: null } });
    expect(parseChoice({ statut: 'auto' })).toEqual({ ok: true, value: { status: null, until: null } });
  });

  test.each([
    ['18:00', '18:00'],
    ['18 h', '18:00'],
    ['9h05', '9:05'],
    ['', null],
  ])('may end at an hour: %s (F21)', (jusqu_a, until) => {
    expect(parseChoice({ statut: 'busy', jusqu_a })).toEqual({ ok: true, value: { status: 'busy', until } });
    expect(parseChoice({ statut: 'auto', jusqu_a })).toEqual({ ok: true, value: { status: null, until: null } });
  });

  test.each(['25:00', '18:60', 'ce soir', '18'])('does not end at %s', (jusqu_a) => {
    expect(parseChoice({ statut: 'busy', jusqu_a })).toMatchObject({ ok: false });
  });

  test.each([{}, { statut: '' }, { statut: 'Busy' }, { statut: ['busy', 'away'] }, { statut: '__proto__' }])(
    'is nothing else: %j',
    (form) => {
      const parsed = parseChoice(form);
      expect(parsed.ok || Object.keys(parsed.errors)).toEqual(['statut']);
    },
  );

  test('is what she reads of herself; without a choice she is there, since she asks', () => {
    expect([ownStatus('offline'), ownStatus(null)]).toEqual(['offline', 'online']);
  });
});

describe('when somebody was last here', () => {
  const now = new Date('2026-11-23T20:00:00+01:00');
  test.each([
    ['2026-11-23T19:59:30+01:00', 'dernière visite il y a quelques minutes'],
    ['2026-11-23T20:01:00+01:00', 'dernière visite il y a quelques minutes'],
    ['2026-11-23T19:20:00+01:00', 'dernière visite il y a moins d’une heure'],
    ['2026-11-23T19:00:00+01:00', 'dernière visite il y a 1\u202fh'],
    ['2026-11-23T17:30:00+01:00', 'dernière visite il y a 2\u202fh'],
    ['2026-11-23T07:00:00+01:00', 'dernière visite aujourd’hui'],
    ['2026-11-22T07:00:00+01:00', 'dernière visite hier'],
    ['2026-11-15T07:00:00+01:00', 'dernière visite le dimanche 15\u00a0novembre'],
    ['2025-11-15T07:00:00+01:00', 'dernière visite le samedi 15\u00a0novembre 2025'],
  ])('%s is « %s »', (at, words) => {
    expect(lastSeenInWords(new Date(at), now)).toBe(words);
  });
});
