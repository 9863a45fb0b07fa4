/** Chance that always falls the same way: the same name rolls the same numbers, on every machine. */
export type Dice = {
  /** 0 ≤ x < 1 */
  roll(): number;
  /** a whole number, both ends included */
  between(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(things: readonly T[]): T;
  /** picks by weight; weights are positive */
  weighted<T>(things: readonly T[], weight: (thing: T) => number): T;
  shuffled<T>(things: readonly T[]): T[];
};

export function diceNamed(name: string): Dice {
  const roll = mulberry32(fnv1a(name));
  const between = (low: number, high: number) => low + Math.floor(roll() * (high - low + 1));
  const pick = <T>(things: readonly T[]): T => {
    const thing = things[Math.floor(roll() * things.length)];
    if (thing === undefined) throw new Error(`nothing to pick from (${name})`);
    return thing;
  };
  return {
    roll,
    between,
    pick,
    chance: (probability) => roll() < probability,
    weighted: (things, weight) => {
      let left = roll() * things.reduce((sum, thing) => sum + weight(thing), 0);
      for (const thing of things) {
        left -= weight(thing);
        if (left < 0) return thing;
      }
      return pick(things);
    },
    shuffled: (things) =>
      things
        .map((thing) => ({ thing, place: roll() }))
        .sort((a, b) => a.place - b.place)
        .map(({ thing }) => thing),
  };
}

/** The same uuid (version 4 in form) for the same name: a bookmark survives a new filling. */
export function uuidNamed(name: string): string {
  const dice = diceNamed(`uuid:${name}`);
  const hex = (count: number) => Array.from({ length: count }, () => dice.between(0, 15).toString(16)).join('');
  return `${hex(8)}-${hex(4)}-4${hex(3)}-${dice.pick(['8', '9', 'a', 'b'])}${hex(3)}-${hex(12)}`;
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
