/** The room as the manual of React Router writes a page: a loader, a component, the same component in the browser. */
import { Form, Link, redirect } from 'react-router';
import { markRead, messagesOf, roomFor, userOf } from '../../data.mjs';
import { initialsOf, partsOf, REACTIONS, reactionLines, timeOf } from '../../words.mjs';

export async function loader({ request, params }) {
  const user = await userOf(request.headers.get('cookie') ?? '');
  if (!user) throw redirect('/connexion');
  const room = await roomFor(user.id, params.salon);
  if (!room) throw new Response('Introuvable', { status: 404 });
  const messages = await messagesOf(room.id);
  const last = messages.at(-1)?.id;
  if (last && Number(last) > Number(room.last_read_id)) await markRead(user.id, room.id, last);
  return { user, room, messages };
}

export const meta = ({ loaderData }) => [{ title: `${loaderData.room.name} · Salons` }];

export default function RoomPage({ loaderData: { user, room, messages } }) {
  return (
    <>
      <Header user={user} />
      <main>
        <h1>{room.name}</h1>
        <p>
          {room.category} {room.city} {room.member_count} membres
        </p>
        <p>{room.description}</p>
        <ol id="fil" data-salon={room.id}>
          {messages.map((message) => (
            <Message key={message.id} message={message} roomId={room.id} mine={message.user_id === user.id} />
          ))}
        </ol>
        <Form id="ecrire" method="post" action={`/salons/${room.id}/messages`}>
          <label>
            Votre message <textarea name="texte" maxLength={4000} />
          </label>
          <button type="submit">Envoyer</button>
        </Form>
      </main>
      <footer>
        <p>Des salons de conversation pour les 50 ans et plus.</p>
      </footer>
    </>
  );
}

function Header({ user }) {
  return (
    <header>
      <Link to="/">Salons</Link>
      <nav>
        <ul>
          <li>
            <Link to="/">Accueil</Link>
          </li>
          <li>
            <Link to="/salons">Salons</Link>
          </li>
          <li>
            <Link to="/cours">Cours</Link>
          </li>
        </ul>
      </nav>
      <details>
        <summary>{user.name}</summary>
        <ul>
          <li>
            <Link to="/parcours">Mon parcours</Link>
          </li>
          <li>
            <Link to="/reglages">Mes réglages</Link>
          </li>
          <li>
            <Link to="/aide">Aide</Link>
          </li>
        </ul>
        <Form method="post" action="/deconnexion">
          <button type="submit">Me déconnecter</button>
        </Form>
      </details>
    </header>
  );
}

function Message({ message, roomId, mine }) {
  return (
    <li id={`message-${message.id}`} className={mine ? 'message mien' : 'message'}>
      <span className="rond">{initialsOf(message.author)}</span>
      <div>
        <p>
          <b>{message.author}</b> <time dateTime={message.created_at.toISOString()}>{timeOf(message.created_at)}</time>
        </p>
        {message.quoted_id && (
          <p className="cite">
            <a href={`#message-${message.quoted_id}`}>En réponse à {message.quoted_author}</a> : « {message.quoted_text}{' '}
            »
          </p>
        )}
        <p className="texte">
          {partsOf(message.content).map((part, n) =>
            n % 2 ? (
              <a key={n} href={part} rel="noopener nofollow">
                {part}
              </a>
            ) : (
              part
            ),
          )}
        </p>
        {reactionLines(message.reactions).map((line) => (
          <p key={line} className="reaction">
            {line}
          </p>
        ))}
        <details>
          <summary>Répondre ou réagir</summary>
          <a href={`/salons/${roomId}?repondre=${message.id}#ecrire`}>Répondre</a>
          <form method="post" action={`/salons/${roomId}/messages/${message.id}/reactions`}>
            {Object.entries(REACTIONS).map(([emoji, word]) => (
              <button type="submit" key={emoji} name="emoji" value={emoji}>
                {word}
              </button>
            ))}
          </form>
        </details>
      </div>
    </li>
  );
}
