import { diceNamed } from './dice';
import type { Stage } from './salons';
import type { DemoMessage, DemoReaction, ReactionEmoji } from './types';

export const REACTIONS = 1200;
const DAY = 86_400_000;
const sorrow =
  /triste|quittés|difficile|une vraie peine|mauvaise nuit|coup de blues|cassé|dispute|souffrant|le moral est bas|perdre son travail/i;
const success =
  /réussi|fini|terminé|récolte|gagné|fier|premier pas|félicitations|victoire|j'ai dansé|diplôme|grand-(père|mère) depuis/i;

/** D51, D52: members of the salon, on messages that still stand, after they were written, each sign once. */
export function reactionsTo(messages: readonly DemoMessage[], all: readonly Stage[], now: Date): DemoReaction[] {
  const dice = diceNamed('reactions');
  const members = new Map(all.map(({ salon, members }) => [salon.id, members]));
  const appealing = messages
    .filter((message) => !message.isDeleted)
    .map((message) => ({ message, place: dice.roll() / appeal(message) }))
    .sort((a, b) => a.place - b.place);
  const reactions: DemoReaction[] = [];
  for (const { message } of appealing) {
    const people = dice.shuffled(members.get(message.salonId) ?? []).slice(
      0,
      dice.weighted([1, 2, 3, 4, 5], (count) => 1 / count),
    );
    for (const { actor, joinedAt } of people) {
      if (actor.id === message.userId || actor.appRole === 'admin' || joinedAt > message.createdAt) continue;
      const delay = Math.min(dice.roll() ** 3 * DAY, (now.getTime() - message.createdAt.getTime()) * 0.9);
      const createdAt = new Date(Math.floor(message.createdAt.getTime() + delay));
      reactions.push({
        salonId: message.salonId,
        messageSeq: message.seq,
        userId: actor.id,
        emoji: sign(message.content, dice.roll()),
        createdAt,
      });
      if (reactions.length === REACTIONS) return reactions;
    }
  }
  return reactions;
}

/** Long stories, successes and sorrows are answered with a sign more often than the rest. */
function appeal({ content }: DemoMessage): number {
  const length = content.length > 400 ? 6 : content.length > 120 ? 2 : 1;
  return length * (sorrow.test(content) || success.test(content) ? 4 : 1);
}

function sign(content: string, roll: number): ReactionEmoji {
  const signs: ReactionEmoji[] = sorrow.test(content)
    ? ['coeur', 'coeur', 'triste']
    : success.test(content)
      ? ['bravo', 'bravo', 'coeur', 'pouce']
      : /(recette|voici|plan|fiche|https|essayez|prenez|conseil)/i.test(content)
        ? ['merci', 'merci', 'pouce', 'coeur']
        : /(ri |rire|chat|chien|mari|gâteau|!)/i.test(content)
          ? ['sourire', 'sourire', 'coeur', 'pouce']
          : ['pouce', 'coeur', 'merci', 'sourire'];
  return signs[Math.floor(roll * signs.length)] ?? 'pouce';
}
