/** A room as the manuals of Express, EJS and socket.io build one. Production mode: Express keeps compiled views. */
import { createServer } from 'node:http';
import path from 'node:path';
import express from 'express';
import { Server } from 'socket.io';
import { markRead, messagesOf, otherRooms, postMessage, roomFor, roomsOf, userOf } from '../data.mjs';
import { initialsOf, partsOf, REACTIONS, reactionLines, timeOf } from '../words.mjs';

const app = express();
app.set('view engine', 'ejs');
app.set('views', path.join(import.meta.dirname, 'views'));
Object.assign(app.locals, { REACTIONS, initialsOf, partsOf, reactionLines, timeOf });
app.use(express.urlencoded({ extended: false }));

async function signedIn(request, response, next) {
  request.user = await userOf(request.headers.cookie);
  if (!request.user) return response.redirect(303, '/connexion');
  next();
}

async function inRoom(request, response, next) {
  request.room = await roomFor(request.user.id, request.params.salon);
  if (!request.room) return response.status(404).send('Introuvable');
  next();
}

app.get('/salons', signedIn, async ({ user }, response) => {
  const [mine, others] = await Promise.all([roomsOf(user.id), otherRooms(user.id)]);
  response.render('salons', { user, mine, others });
});

app.get('/salons/:salon', signedIn, inRoom, async ({ user, room }, response) => {
  const messages = await messagesOf(room.id);
  response.render('room', { user, room, messages });
  const last = messages.at(-1)?.id;
  if (last && Number(last) > Number(room.last_read_id)) await markRead(user.id, room.id, last);
});

app.post('/salons/:salon/messages', signedIn, async ({ user, params, body }, response) => {
  const text = (body.texte ?? '').trim();
  if (!text || text.length > 4000) return response.status(422).send('Écrivez votre message.');
  const message = await postMessage(user.id, params.salon, text);
  if (!message) return response.status(404).send('Introuvable');
  io.to(params.salon).emit('message', { id: Number(message.id), author: user.name, text, at: message.created_at });
  response.status(204).end();
});

const server = createServer(app);
const io = new Server(server);
io.use(async (socket, next) => {
  const user = await userOf(socket.handshake.headers.cookie);
  const room = user && (await roomFor(user.id, socket.handshake.query.salon));
  if (!room) return next(new Error('forbidden'));
  socket.join(room.id);
  next();
});
server.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('est prêt'));
process.on('SIGTERM', () => process.exit(0));
