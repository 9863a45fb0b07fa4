/** X06: salons where everything that a message can be stands beside the rest. */
import { uuidNamed } from '../dice';
import type { DemoData, DemoMember, DemoMessage, DemoReaction, DemoSalon, ReactionEmoji } from '../types';
import { person } from './people';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Salons, each with how many messages it holds: none, a few, more than a page, and more than a stream repeats. */
const SALONS = [
  { name: 'Essai : salon sans message', messages: 0, visibility: 'public', color: '#8B5CF6' },
  { name: 'Essai : messages de toutes sortes', messages: 24, visibility: 'public', color: '#0F766E' },
  { name: 'Essai : salon privé', messages: 60, visibility: 'prive', color: '#B45309' },
  { name: 'Essai : long fil', messages: 620, visibility: 'public', color: '#9D174D' },
] as const;

const WORDS = [
  'Bonjour à toutes et à tous.',
  'Oui.',
  'Quelqu’un a-t-il déjà repiqué des poireaux en novembre ?\nIci la terre est encore tiède.',
  'Voici ce que j’ai lu : https://exemple.fr/une/adresse/tres/longue?avec=beaucoup&de=parametres#et-une-ancre',
  `${'Je vous raconte ma journée en entier, puisque vous le demandez. '.repeat(60)}Voilà.`.slice(0, 4000),
  'unmotquinefinitpas'.repeat(12),
  'مساء الخير، كيف حالكم؟',
  '<script>alert("rien")</script> & <b>pas en gras</b>',
  '🌻🌻🌻',
  'Ligne\n\n\n\net quatre lignes vides.',
] as const;
const EMOJIS: readonly ReactionEmoji[] = ['coeur', 'bravo', 'merci', 'sourire', 'pouce', 'triste'];

export function talk(now: Date): DemoData {
  const members = ['Adèle Causeuse', 'Basile Bavard', 'Cécile Discrète', 'Denis Lecteur'].map((name, index) =>
    person(`essai.salon.${index + 1}`, now, { name, city: 'Tours', subscriptionType: 'premium' }),
  );
  const salons = SALONS.map((plan, index) => salonOf(plan, index, members[index % 2] as DemoMember, now));
  const messages = SALONS.flatMap(({ messages }, index) =>
    Array.from({ length: messages }, (_, place) =>
      messageOf(salons[index] as DemoSalon, members, place + 1, messages, now),
    ),
  );
  return {
    members,
    salons,
    memberships: salons.flatMap((salon) =>
      members.map(({ id }) => ({
        salonId: salon.id,
        userId: id,
        role: id === salon.ownerId ? ('owner' as const) : ('member' as const),
        joinedAt: salon.createdAt,
      })),
    ),
    messages,
    reactions: messages
      .filter(({ seq, isDeleted }) => seq % 5 === 0 && !isDeleted)
      .flatMap((each) => reacted(each, members)),
  };
}

function salonOf(plan: (typeof SALONS)[number], index: number, owner: DemoMember, now: Date): DemoSalon {
  return {
    id: uuidNamed(`essai:salon:${plan.name}`),
    name: plan.name,
    description: 'Salon d’essai. Ce qui s’y trouve disparaît avec lui.',
    category: 'autres',
    city: index === 1 ? 'Tours' : null,
    colorTheme: plan.color,
    visibility: plan.visibility,
    ownerId: owner.id,
    shareCode: `ESSA2${['A', 'B', 'C', 'D'][index]}23`,
    createdAt: new Date(now.getTime() - 30 * 24 * HOUR),
  };
}

/** Every seventh quotes the one before the last, every eleventh was deleted, every sixth edited. */
function messageOf(
  salon: DemoSalon,
  members: readonly DemoMember[],
  seq: number,
  last: number,
  now: Date,
): DemoMessage {
  const createdAt = new Date(now.getTime() - HOUR - (last - seq) * 47 * MINUTE);
  const isDeleted = seq % 11 === 0;
  return {
    salonId: salon.id,
    // Two in a row by the same author, then the next one.
    userId: (members[Math.floor(seq / 2) % members.length] as DemoMember).id,
    seq,
    content: isDeleted ? '' : (WORDS[seq % WORDS.length] as string),
    replyToSeq: seq % 7 === 0 ? seq - 2 : null,
    createdAt,
    editedAt: seq % 6 === 0 && !isDeleted ? new Date(createdAt.getTime() + 2 * MINUTE) : null,
    isDeleted,
  };
}

function reacted({ salonId, seq, userId, createdAt }: DemoMessage, members: readonly DemoMember[]): DemoReaction[] {
  return members
    .filter(({ id }) => id !== userId)
    .map(({ id }, index) => ({
      salonId,
      messageSeq: seq,
      userId: id,
      emoji: EMOJIS[(seq + index) % EMOJIS.length] as ReactionEmoji,
      createdAt: new Date(createdAt.getTime() + (index + 1) * MINUTE),
    }));
}
