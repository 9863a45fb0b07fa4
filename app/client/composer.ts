/** The form one writes in: it keeps the text until the server has it (C-07, C-08). */
import { draftName, findDraft, keepDraft } from './drafts';
import { enhanceField, fit } from './field';
import { say } from './notice';
import { byId } from './page';
import { anchors, classes, dataOf } from './protocol';
import { answerTo, stopAnswering } from './reply';

/** Seconds between two tries when the server names none. */
const PAUSE = 10;

let form: HTMLFormElement;
let area: HTMLTextAreaElement;
let key: HTMLInputElement;
let draft = '';
/** The present key has already travelled with the present text; the server may know it. */
let tried = false;
/** The text will be sent again without being asked. */
let waiting = false;
let unsaved = false;

export function enhanceComposer(): void {
  form = byId(anchors.composer) as HTMLFormElement;
  if (!form) return;
  area = form.texte;
  key = form.cle;
  draft = draftName(dataOf(byId(anchors.thread)).moi, dataOf(form).brouillon);
  restore();
  area.addEventListener('input', written);
  enhanceField(area, press);
  addEventListener('pagehide', () => unsaved && save());
  addEventListener('online', sendAgain);
}

function restore(): void {
  // A duplicated tab carries the first one's key: two different messages under one key would be one lost message.
  renewKey();
  const [text, oldKey, replyTo] = (!area.value && findDraft(draft)) || [area.value];
  area.value = text;
  if (replyTo) answerTo(replyTo);
  if (oldKey) key.value = oldKey;
  tried = !!oldKey;
  fit(area);
}

function written(): void {
  // Another text is another message: under the old key the server would answer with the first one and drop this.
  if (tried) renewKey();
  if (waiting) say('form', '');
  waiting = false;
  fit(area);
  if (!unsaved) requestAnimationFrame(save);
  unsaved = true;
}

export function save(): void {
  unsaved = false;
  // An archived salon has nothing to write in.
  if (form) keepDraft(draft, [area.value, tried ? key.value : '', form.reponse_a.value]);
}

/** `crypto.randomUUID` is missing outside https and on older engines, but every Blob's address ends in a UUID. */
function renewKey(): void {
  tried = false;
  const address = URL.createObjectURL(new Blob());
  key.value = address.slice(-36);
  URL.revokeObjectURL(address);
}

/** Pressing the button, rather than submitting, keeps the browser's own checks and the button's value. */
const press = (): void => form.querySelector<HTMLElement>('button:not([type=button])')?.click();

/** The server has it. What was typed meanwhile stays. Older engines write the line ends of a form as CRLF. */
export function sent(body: URLSearchParams): void {
  const text = (body.get('texte') ?? '').replace(/\r/g, '');
  if (area.value.startsWith(text)) area.value = area.value.slice(text.length);
  waiting = false;
  renewKey();
  stopAnswering();
  // What was said of the act before is no word about this one either.
  for (const word of document.querySelectorAll(`.${classes.faults},.${classes.fault},.${classes.flash}`)) word.remove();
  area.removeAttribute('aria-invalid');
  save();
  fit(area);
}

/** No answer: the message may have arrived or not, so it leaves again under the same key (C-07). */
export function unreachable(pause = 0): void {
  tried = waiting = true;
  save();
  say(
    'form',
    pause
      ? 'Votre message est gardé, il partira dans un instant.'
      : 'Pas de réseau\u202f: votre message est gardé, il partira dès le retour de la connexion.',
  );
  // `online` and the stream's return are quicker, but not every lost request is a lost network.
  setTimeout(sendAgain, (pause || PAUSE) * 1000);
}

export function sendAgain(): void {
  if (!waiting) return;
  waiting = false;
  press();
}

/** Neither yes nor « corrigez »: the text stays, and a line says what happened, in the server's words if it has any. */
export function refused(answer: Response, fragment: readonly Element[]): void {
  // Restarting, or its database is: nothing the reader could do better than wait.
  if (answer.status > 500) return unreachable(pauseOf(answer) || PAUSE);
  save();
  say('form', fragment.find((element) => element.matches('[role=alert]'))?.textContent || reason(answer));
}

function reason(answer: Response): string {
  const again = whenAgain('Renvoyez-le', answer);
  if (again) return `Votre message est gardé.${again}`;
  return `${answer.status > 404 ? 'Votre message n’est pas parti.' : 'Vous ne pouvez pas écrire dans ce salon.'} Il est gardé.`;
}

const pauseOf = ({ headers }: Response): number => Number(headers.get('Retry-After'));

/** « Réessayez dans 30 secondes. », or nothing when the server did not say when. */
export function whenAgain(what: string, answer: Response): string {
  const seconds = pauseOf(answer);
  if (!seconds) return '';
  return ` ${what} dans ${seconds < 90 ? `${seconds}\u00a0secondes` : `${Math.ceil(seconds / 60)}\u00a0minutes`}.`;
}
