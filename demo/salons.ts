import type { Actor } from './cast';
import { type Dice, diceNamed, uuidNamed } from './dice';
import { parisMoment, parisTime } from './paris';
import { type Room, rooms } from './rooms';
import type { DemoMember, DemoMembership, DemoSalon } from './types';

const DAY = 86_400_000;

/** A salon with the people in it: what the conversations are played with. */
export type Stage = {
  salon: DemoSalon;
  room: Room;
  members: { actor: Actor; joinedAt: Date; role: DemoMembership['role'] }[];
};

type Tally = Map<Actor, { owned: number; joined: number }>;

/** G17: a free member owns one salon and belongs to three at most. */
export function stages(actors: readonly Actor[], now: Date): Stage[] {
  const dice = diceNamed('stages');
  const codes = new Set<string>();
  const tally: Tally = new Map(actors.map((actor) => [actor, { owned: 0, joined: 0 }]));
  const owners = rooms.map((room) => ownerOf(room, actors, tally, dice));
  // Places that are promised are taken before anybody else is seated.
  const seated = rooms.map((room, index) => [
    owners[index] as Actor,
    ...room.guests.map((email) => named(actors, email)),
  ]);
  for (const guests of seated) for (const guest of guests.slice(1)) count(tally, guest).joined += 1;
  return rooms.map((room, index) => {
    const people = fillSeats(room, seated[index] ?? [], actors, tally, dice);
    const salon = salonOf(room, people[0] as Actor, codes, now, dice);
    return { room, salon, members: joinTimes(room, salon, people, now, dice) };
  });
}

function ownerOf(room: Room, actors: readonly Actor[], tally: Tally, dice: Dice): Actor {
  const owner = room.owner
    ? named(actors, room.owner)
    : dice.pick(
        actors.filter(
          (actor) => !isKnown(actor) && count(tally, actor).owned === 0 && (!room.city || actor.city === room.city),
        ),
      );
  count(tally, owner).owned += 1;
  return owner;
}

function fillSeats(room: Room, seated: Actor[], actors: readonly Actor[], tally: Tally, dice: Dice): Actor[] {
  const people = [...seated];
  while (people.length < room.members) {
    const free = actors.filter((actor) => !isKnown(actor) && !people.includes(actor) && mayJoin(actor, tally));
    const next = dice.weighted(free, (actor) => {
      const near = room.city ? (actor.city === room.city ? 12 : 0.2) : 1;
      return near / (1 + 2 * count(tally, actor).joined);
    });
    count(tally, next).joined += 1;
    people.push(next);
  }
  return people;
}

function mayJoin(actor: Actor, tally: Tally): boolean {
  const { owned, joined } = count(tally, actor);
  return owned + joined < (actor.subscriptionType === 'freemium' ? 3 : 5);
}

function salonOf(room: Room, owner: Actor, codes: Set<string>, now: Date, dice: Dice): DemoSalon {
  return {
    id: uuidNamed(`salon:${room.name}`),
    name: room.name,
    description: room.description.replace(/ ([;:!?])/g, '\u202f$1'),
    category: room.category,
    city: room.city,
    colorTheme: room.color,
    visibility: room.private ? 'prive' : 'public',
    ownerId: owner.id,
    shareCode: freshCode(codes, dice),
    createdAt: new Date(now.getTime() - room.age * DAY - dice.between(0, 5) * 3_600_000),
  };
}

/** The owner opens the door; most come in the first tenth of the time, the others one by one. */
function joinTimes(room: Room, salon: DemoSalon, people: Actor[], now: Date, dice: Dice): Stage['members'] {
  const opened = salon.createdAt.getTime();
  const age = now.getTime() - opened;
  return people.map((actor, index) => {
    const early = index <= 3 || isKnown(actor) || dice.chance(0.55);
    const share = index === 0 ? 0 : early ? 0.002 + dice.roll() * (index <= 3 ? 0.01 : 0.08) : 0.1 + dice.roll() * 0.85;
    const role =
      index === 0 ? 'owner' : index === room.guests.length + 1 && room.members >= 10 ? 'moderator' : 'member';
    return {
      actor,
      role,
      joinedAt:
        share === 0 ? salon.createdAt : daytime(new Date(Math.floor(opened + share * age)), salon.createdAt, dice),
    };
  });
}

/** The same day, at an hour when people are up; never before the salon was opened. */
function daytime(at: Date, opened: Date, dice: Dice): Date {
  const { hour } = parisTime(at);
  if (hour >= 8 && hour < 21) return at;
  const moved = parisMoment(at, hour < 8 ? 1 : 0, dice.between(9, 20), dice.between(0, 59), dice.between(0, 59));
  return moved > opened && moved <= at ? moved : at;
}

/** A member of the site since shortly before the first salon; the others came some day of the last 14 months. */
export function signedUp(actors: readonly Actor[], all: readonly Stage[], now: Date): DemoMember[] {
  const dice = diceNamed('signed-up');
  const first = new Map<Actor, number>();
  for (const { members } of all)
    for (const { actor, joinedAt } of members)
      first.set(actor, Math.min(joinedAt.getTime(), first.get(actor) ?? Number.POSITIVE_INFINITY));
  return actors.map((actor) => {
    const { firstName: _, gender: __, ...member } = actor;
    const start = first.get(actor) ?? now.getTime() - dice.roll() * 430 * DAY;
    return { ...member, joinedAt: new Date(Math.floor(start - (0.01 + dice.roll() * 12) * DAY)) };
  });
}

function freshCode(codes: Set<string>, dice: Dice): string {
  const code = Array.from({ length: 9 }, () => dice.pick([...'23456789ABCDEFGHJKMNPQRSTUVWXYZ'])).join('');
  if (codes.has(code)) return freshCode(codes, dice);
  codes.add(code);
  return code;
}

function count(tally: Tally, actor: Actor) {
  const counts = tally.get(actor);
  if (!counts) throw new Error(`not in the cast: ${actor.name}`);
  return counts;
}

function named(actors: readonly Actor[], email: string): Actor {
  const found = actors.find((actor) => actor.email === email);
  if (!found) throw new Error(`nobody called ${email}`);
  return found;
}

/** The four demonstration accounts: their salons are chosen, not drawn. */
function isKnown(actor: Actor): boolean {
  return /^(monique|gerard|fatima|admin)@/.test(actor.email);
}
