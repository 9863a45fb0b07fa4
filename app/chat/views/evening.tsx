import type { Message, Person } from '~/chat/rules';
import { MessageBody } from '~/chat/views/message';
import { Avatar } from '~/ui/avatar';

const monique: Person = { id: 'exemple-monique', name: 'Monique', avatarUrl: null };
const gerard: Person = { id: 'exemple-gerard', name: 'Gérard', avatarUrl: null };
const you: Person = { id: 'exemple-vous', name: 'Votre nom', avatarUrl: null };

/** An evening for the landing page: our own rendering of messages, with words written for the example. */
export function EveningExample() {
  return (
    <ol className="fil apercu">
      <li className="jour">
        <span>Ce soir</span>
      </li>
      {EVENING.map((message) => (
        <li key={message.id} className={message.author === you ? 'message mien' : 'message'}>
          <Avatar person={message.author} />
          <div className="bulle">
            <MessageBody message={message} />
          </div>
        </li>
      ))}
    </ol>
  );
}

const EVENING: readonly Message[] = [
  line(
    1,
    monique,
    '18:02',
    'Bonsoir à tous ! Mes tomates cerises ont passé la nuit sur le balcon, sans voile. Trop tôt ?',
  ),
  {
    ...line(
      2,
      gerard,
      '18:05',
      'Encore un peu. Chez moi, j’attends la mi-mai et les saints de glace.\nRentrez-les trois ou quatre nuits, elles vous diront merci.',
    ),
    reactions: [{ emoji: 'merci', people: [monique] }],
  },
  line(3, you, '18:11', 'Je note. Et pour le basilic, c’est pareil ?'),
  {
    ...line(
      4,
      monique,
      '18:12',
      'Le basilic, gardez-le derrière la vitre jusqu’en juin. Le mien boude au moindre courant d’air.',
    ),
    reactions: [{ emoji: 'sourire', people: [gerard, you] }],
  },
];

function line(id: number, author: Person, time: string, content: string): Message {
  return {
    id,
    salonId: 'exemple',
    seq: id,
    changedSeq: id,
    author,
    content,
    createdAt: new Date(`2026-05-04T${time}:00+02:00`),
    editedAt: null,
    isDeleted: false,
    isArrival: false,
    quoted: null,
    mentions: [],
    reactions: [],
  };
}
