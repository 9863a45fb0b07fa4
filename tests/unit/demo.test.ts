import { describe, expect, it } from 'vitest';
import { demoData } from '../../demo/demo';
import { SHORT } from '../../demo/lines';
import { parisMoment, parisTime } from '../../demo/paris';
import { typo } from '../../demo/typo';

const NOW = new Date('2026-11-23T19:10:00Z');
const demo = demoData(NOW);
const members = new Map(demo.members.map((member) => [member.id, member]));
const salons = new Map(demo.salons.map((salon) => [salon.id, salon]));
const joined = new Map(demo.memberships.map((one) => [`${one.salonId} ${one.userId}`, one.joinedAt]));
const messageAt = new Map(demo.messages.map((one) => [`${one.salonId} ${one.seq}`, one]));
const messagesOf = (name: string) => demo.messages.filter((one) => salons.get(one.salonId)?.name === name);
const salonsOf = (email: string) =>
  demo.memberships
    .filter((one) => members.get(one.userId)?.email === email)
    .map((one) => salons.get(one.salonId)?.name);
const share = (count: number) => count / demo.messages.length;

describe('the cast', () => {
  it('has the size of the earlier system', () => {
    expect(demo.members).toHaveLength(150);
    expect(demo.salons).toHaveLength(25);
    expect(demo.memberships).toHaveLength(200);
    expect(demo.messages).toHaveLength(5000);
    expect(demo.reactions).toHaveLength(1200);
  });

  it('is the same for the same moment, and the same people at any moment', () => {
    expect(demoData(NOW)).toEqual(demo);
    expect(demoData(new Date('2026-03-29T02:30:00Z')).members.map(({ id }) => id)).toEqual(
      demo.members.map(({ id }) => id),
    );
  });

  it('has unique ids, addresses and codes of the promised form', () => {
    const addresses = demo.members.map(({ email }) => email);
    expect(new Set(addresses).size).toBe(150);
    for (const address of addresses) expect(address).toMatch(/^[a-z]+([.-][a-z]+)*@exemple\.fr$/);
    expect(new Set([...members.keys(), ...salons.keys()]).size).toBe(175);
    for (const id of [...members.keys(), ...salons.keys()])
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(new Set(demo.salons.map(({ shareCode }) => shareCode)).size).toBe(25);
    for (const { shareCode, colorTheme } of demo.salons) {
      expect(shareCode).toMatch(/^[2-9A-HJKMNP-Z]{9}$/);
      expect(colorTheme).toMatch(/^#[0-9A-F]{6}$/i);
    }
  });

  it('knows the four demonstration accounts', () => {
    const named = (email: string) => demo.members.find((member) => member.email === email);
    expect(named('monique@exemple.fr')?.name).toBe('Monique Delaunay');
    expect(named('gerard@exemple.fr')).toMatchObject({ name: 'Gérard Lemoine', subscriptionType: 'freemium' });
    expect(named('fatima@exemple.fr')).toMatchObject({ name: 'Fatima Benali', subscriptionType: 'premium' });
    expect(named('admin@exemple.fr')).toMatchObject({ name: 'Équipe Aurora50', appRole: 'admin' });
    const together = salonsOf('monique@exemple.fr').filter(
      (name) => salonsOf('gerard@exemple.fr').includes(name) && salonsOf('fatima@exemple.fr').includes(name),
    );
    expect(together).toContain('Jardin au balcon');
    expect(together.length).toBeGreaterThanOrEqual(2);
    expect(
      demo.salons.filter(({ ownerId }) => members.get(ownerId)?.email === 'monique@exemple.fr').length,
    ).toBeGreaterThan(1);
  });

  it('keeps within the plans (G17)', () => {
    for (const { id, subscriptionType, appRole } of demo.members) {
      if (subscriptionType !== 'freemium' || appRole === 'admin') continue;
      const own = demo.memberships.filter(({ userId }) => userId === id);
      expect(own.length).toBeLessThanOrEqual(3);
      expect(own.filter(({ role }) => role === 'owner').length).toBeLessThanOrEqual(1);
      const days = new Map<string, number>();
      for (const { userId, createdAt } of demo.messages) {
        if (userId !== id) continue;
        const { year, month, day } = parisTime(createdAt);
        days.set(`${year}-${month}-${day}`, (days.get(`${year}-${month}-${day}`) ?? 0) + 1);
      }
      expect(Math.max(0, ...days.values())).toBeLessThanOrEqual(20);
    }
  });
});

describe('salons', () => {
  it('each have one owner, and nobody twice', () => {
    expect(joined.size).toBe(200);
    for (const { id, ownerId } of demo.salons)
      expect(
        demo.memberships.filter((one) => one.salonId === id && one.role === 'owner').map((one) => one.userId),
      ).toEqual([ownerId]);
  });

  it('are entered after they were opened, by members of the site', () => {
    for (const { salonId, userId, joinedAt } of demo.memberships) {
      expect(joinedAt >= (salons.get(salonId)?.createdAt ?? NOW)).toBe(true);
      expect(joinedAt >= (members.get(userId)?.joinedAt ?? NOW)).toBe(true);
    }
  });

  it('are lively, quiet, new and private', () => {
    const sizes = demo.salons.map(({ name }) => messagesOf(name).length);
    expect(Math.max(...sizes)).toBeGreaterThanOrEqual(600);
    expect(sizes).toContain(3);
    expect(demo.salons.filter(({ visibility }) => visibility === 'prive')).toHaveLength(1);
    const last = messagesOf('Jardin au balcon').at(-1)?.createdAt.getTime() ?? 0;
    expect(NOW.getTime() - last).toBeLessThan(3 * 3_600_000);
  });
});

describe('messages', () => {
  it('are numbered from 1 in the order of time', () => {
    for (const { id } of demo.salons) {
      const own = demo.messages.filter((one) => one.salonId === id);
      expect(own.map(({ seq }) => seq)).toEqual(own.map((_, index) => index + 1));
      expect(own.every((one, index) => index === 0 || one.createdAt >= (own[index - 1]?.createdAt ?? NOW))).toBe(true);
    }
  });

  it('are written by people who are there', () => {
    for (const { salonId, userId, createdAt } of demo.messages)
      expect((joined.get(`${salonId} ${userId}`) ?? NOW) <= createdAt).toBe(true);
  });

  it('answer something said before in the same salon', () => {
    const answers = demo.messages.filter(({ replyToSeq }) => replyToSeq !== null);
    for (const { salonId, seq, replyToSeq } of answers) {
      expect(replyToSeq).toBeLessThan(seq);
      expect(messageAt.has(`${salonId} ${replyToSeq}`)).toBe(true);
    }
    expect(share(answers.length)).toBeGreaterThan(0.06);
    expect(share(answers.length)).toBeLessThan(0.1);
  });

  it('are now and then corrected or taken back', () => {
    const edited = demo.messages.filter(({ editedAt }) => editedAt);
    for (const { editedAt, createdAt } of edited) {
      const after = (editedAt?.getTime() ?? 0) - createdAt.getTime();
      expect(after).toBeGreaterThan(0);
      expect(after).toBeLessThanOrEqual(15 * 60_000);
    }
    expect(share(edited.length)).toBeGreaterThan(0.02);
    expect(share(edited.length)).toBeLessThan(0.04);
    const deleted = demo.messages.filter(({ isDeleted }) => isDeleted);
    expect(deleted.every(({ content }) => content === '')).toBe(true);
    expect(share(deleted.length)).toBeCloseTo(0.015, 2);
  });

  it('are set in French type and of every length', () => {
    const said = demo.messages.filter(({ isDeleted }) => !isDeleted).map(({ content }) => content);
    for (const content of said) {
      expect(content.length).toBeGreaterThan(0);
      expect(content.length).toBeLessThanOrEqual(4000);
      expect(content).not.toMatch(/['"{}<>|¶]|\.\.\.|[^\u202f/s][;!?](?!\S)|« | »/u);
      expect(content.trim()).toBe(content);
      expect(content).not.toContain('Https');
    }
    expect(said.filter((content) => content.length >= 500).length).toBeGreaterThan(15);
    expect(said.filter((content) => content.includes('\n')).length).toBeGreaterThan(200);
    expect(said.filter((content) => content.includes('https://exemple.fr/')).length).toBeGreaterThan(10);
  });

  it('are not said twice in a salon, but for a word of thanks', () => {
    for (const { name } of demo.salons) {
      const long = messagesOf(name)
        .map(({ content }) => content)
        .filter((content) => content.length > SHORT);
      expect(new Set(long).size).toBe(long.length);
    }
  });
});

describe('reactions', () => {
  it('come from members of the salon, later, each sign once, on words that stand', () => {
    const seen = new Set<string>();
    for (const { salonId, messageSeq, userId, emoji, createdAt } of demo.reactions) {
      const message = messageAt.get(`${salonId} ${messageSeq}`);
      expect(message?.isDeleted).toBe(false);
      expect(createdAt >= (message?.createdAt ?? NOW)).toBe(true);
      expect((joined.get(`${salonId} ${userId}`) ?? NOW) <= createdAt).toBe(true);
      expect(['coeur', 'bravo', 'merci', 'sourire', 'triste', 'pouce']).toContain(emoji);
      seen.add(`${salonId} ${messageSeq} ${userId} ${emoji}`);
    }
    expect(seen.size).toBe(1200);
  });
});

describe('any moment', () => {
  it.each([
    '2026-01-01T00:30:00Z',
    '2026-03-29T02:30:00Z',
    '2026-06-15T12:00:00Z',
    '2026-08-20T05:10:00Z',
    '2026-10-25T00:59:00Z',
    '2027-12-24T22:00:00Z',
  ])('fills at %s, with nothing after it', (moment) => {
    const now = new Date(moment);
    const other = demoData(now);
    expect(other.messages).toHaveLength(5000);
    expect(other.reactions).toHaveLength(1200);
    const dates = [other.members, other.memberships].flatMap((rows) => rows.map((row) => row.joinedAt));
    for (const { createdAt, editedAt } of other.messages) dates.push(createdAt, editedAt ?? createdAt);
    for (const { createdAt } of [...other.reactions, ...other.salons]) dates.push(createdAt);
    expect(dates.every((date) => date <= now)).toBe(true);
  });
});

describe('typo', () => {
  it('sets spaces, quotes and apostrophes', () => {
    expect(typo("C'est l'été : « oui » ! Voyez https://exemple.fr/a?b ; 47 €, 10 h 30...")).toBe(
      'C’est l’été\u202f: «\u202foui\u202f»\u202f! Voyez https://exemple.fr/a?b\u202f; 47\u202f€, 10\u202fh\u202f30…',
    );
    expect(typo(typo('« Déjà fait » ?'))).toBe(typo('« Déjà fait » ?'));
  });
});

describe('Paris time', () => {
  it('follows summer time', () => {
    expect(parisTime(new Date('2026-07-14T10:00:00Z')).hour).toBe(12);
    expect(parisTime(new Date('2026-12-25T23:30:00Z'))).toMatchObject({ day: 26, hour: 0 });
    expect(parisMoment(new Date('2026-07-14T10:00:00Z'), 1, 8, 30, 0).toISOString()).toBe('2026-07-13T06:30:00.000Z');
  });
});
