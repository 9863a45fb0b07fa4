/**
 * A salon without a site: static pages in the shape the real views have, a stream the test holds in its hand, and a
 * record of what the browser asked. It proves the script alone.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { bundleClientScript } from './client-script';

export const ME = '11111111-1111-4111-8111-111111111111';
export const OTHER = '22222222-2222-4222-8222-222222222222';
export const SALON = '33333333-3333-4333-8333-333333333333';
const PATH = `/salons/${SALON}`;

export type Post = { readonly url: string; readonly fields: URLSearchParams; readonly isFragment: boolean };
export type Answer = { status: number; html?: string; headers?: Record<string, string>; hold?: Promise<unknown> };
type Opening = { readonly url: string; readonly lastEventId: string | undefined };

export type StandIn = Awaited<ReturnType<typeof startSalon>>;

export type PageOptions = {
  readonly count?: number;
  readonly layout?: 'page' | 'frame';
  readonly afterSeq?: { readonly seq: number; readonly html: string };
  readonly more?: string;
  readonly text?: string;
};

export function message(seq: number, { by = OTHER, text = `Message ${seq}`, day = 'lundi 23 novembre' } = {}): string {
  return `<li id="message-${seq}" class="message" data-seq="${seq}" data-auteur="${by}" data-jour="${day}"><div class="bulle"><p class="qui"><b>${by === ME ? 'Moi' : 'Gérard'}</b></p><p class="texte">${text}</p><a class="actions" href="${PATH}/messages/${seq}">Répondre ou réagir</a></div></li>`;
}

const ACTIONS = `<template id="actions"><div><a href="?repondre=MESSAGE#ecrire" data-repondre="MESSAGE">Répondre</a><form method="post" action="${PATH}/messages/MESSAGE/reactions" data-aurora=""><button name="emoji" value="merci">Merci</button></form></div></template>`;

export const event = (id: number, html: string): string => `id: ${id}\nevent: message\ndata: ${html}\n\n`;

export function composer({ text = '', alert = '' } = {}): string {
  return `<form id="ecrire" method="post" action="${PATH}/messages" data-aurora="" data-brouillon="${SALON}">${alert}<input type="hidden" name="cle" value="du-serveur"><input type="hidden" name="reponse_a" value=""><div id="reponse" hidden><p>Vous répondez à <b></b><span class="extrait"></span></p><a href="${PATH}#ecrire" data-ne-plus-repondre="">Ne plus répondre</a></div><label for="texte">Votre message</label><textarea id="texte" name="texte" rows="2" maxlength="4000" required>${text}</textarea><button type="submit">Envoyer</button><p id="aide-texte" data-clavier="Entrée envoie." data-tactile="Entrée va à la ligne.">Entrée va à la ligne.</p><p id="reste" role="status" data-limite="4000" hidden></p></form>`;
}

const STYLES = `
[hidden]{display:none!important} .message{min-height:60px} body{margin:0}
.cadre .fil-cadre{height:400px;overflow-y:auto;display:flex;flex-direction:column-reverse}
`;

export function salonPage({ count = 3, layout = 'page', afterSeq, more = '', text = '' }: PageOptions = {}): string {
  const items = Array.from(
    { length: count },
    (_, i) => message(i + 1) + (afterSeq?.seq === i + 1 ? afterSeq.html : ''),
  );
  const day = count > 0 ? '<li class="jour" data-jour="lundi 23 novembre"><span>lundi 23 novembre</span></li>' : '';
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Salon</title><link rel="stylesheet" href="/styles.css"><script type="module" src="/script.js"></script></head>
<body class="${layout === 'frame' ? 'cadre' : ''}"><p data-sans-script>sans script</p><p data-avec-script hidden>avec script</p>
<p id="connexion" role="status" hidden></p><div id="presents">personne</div><p id="membres">1 membre</p>
<button type="button" id="pause-annonces" aria-pressed="false" hidden><svg></svg> Suspendre les annonces</button>
<div class="fil-cadre" tabindex="0"><div><a rel="prev" href="${PATH}?avant=1">Messages plus anciens</a>
<div id="journal" role="log" aria-live="polite"><ol id="fil" class="fil" data-salon="${SALON}" data-moi="${ME}" data-depuis="${count}" data-flux="${PATH}/flux" data-lecture="${PATH}/lecture" data-ecrit="${PATH}/ecrit">${day}${items.join('')}</ol></div></div></div>${ACTIONS}
<button type="button" id="nouveaux-en-bas" hidden><svg></svg> <span>Nouveaux messages</span></button><p id="ecrit" aria-live="polite"></p>
${composer({ text })}
<form method="post" action="/deconnexion"><button>Me déconnecter</button></form>${more}</body></html>`;
}

/** Starts the stand-in on a free loopback port. `page` is what every address shows; `answer` what every post gets. */
export async function startSalon() {
  const script = await bundleClientScript();
  const readers = new Set<ServerResponse>();
  const state = {
    page: salonPage(),
    answer: (_post: Post): Answer => ({ status: 204 }),
    stream: { status: 200, headers: {} as Record<string, string> },
    posts: [] as Post[],
    openings: [] as Opening[],
    pageLoads: 0,
  };

  const server = createServer((request, response) => {
    response.setHeader(
      'Content-Security-Policy',
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'",
    );
    if (request.method === 'POST') void take(request, response);
    else if (request.url === '/script.js') file(response, 'text/javascript', script);
    else if (request.url === '/styles.css') file(response, 'text/css', STYLES);
    else if (request.url === '/sw.js') file(response, 'text/javascript', '');
    else if (request.url?.includes('/flux')) open(request, response);
    else if (request.url === '/connexion') file(response, 'text/html', '<title>Connexion</title><h1>Connexion</h1>');
    else if (request.url === '/favicon.ico') response.writeHead(404).end();
    else {
      state.pageLoads++;
      file(response, 'text/html', state.page);
    }
  });

  function file(response: ServerResponse, type: string, body: string): void {
    response.writeHead(200, { 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': 'no-store' }).end(body);
  }

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    for await (const chunk of request) body += chunk;
    const post = {
      url: request.url ?? '',
      fields: new URLSearchParams(body),
      isFragment: request.headers['x-aurora'] === 'fragment',
    };
    state.posts.push(post);
    const { status, html, headers, hold } = state.answer(post);
    await hold;
    if (status === 0) request.socket.destroy();
    else response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8', ...headers }).end(html);
  }

  function open(request: IncomingMessage, response: ServerResponse): void {
    state.openings.push({
      url: request.url ?? '',
      lastEventId: request.headers['last-event-id'] as string | undefined,
    });
    const { status, headers } = state.stream;
    response.writeHead(status, {
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'no-cache, no-transform',
      ...headers,
    });
    if (status !== 200) return void response.end();
    response.write('retry: 1000\n\n');
    readers.add(response);
    response.on('close', () => readers.delete(response));
  }

  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return Object.assign(state, {
    origin,
    url: `${origin}${PATH}`,
    readers: () => readers.size,
    say: (text: string) => readers.forEach((reader) => reader.write(text)),
    cut: () => readers.forEach((reader) => reader.destroy()),
    end: (text: string) => readers.forEach((reader) => reader.end(text)),
    postsTo: (part: string) => state.posts.filter((post) => post.url.includes(part)),
    stop: async () => {
      for (const reader of readers) reader.destroy();
      // Shut first: a connection that came between would be waited for.
      const shut = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await shut;
    },
  });
}
