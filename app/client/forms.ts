/**
 * Forms marked `data-aurora` are posted in place (contract 1). Whatever goes wrong on our side ends in the form being
 * sent as the browser would have sent it: the page without script is the floor, never a dead button.
 */
import * as composer from './composer';
import { forgetAllDrafts, keepDraft } from './drafts';
import { say } from './notice';
import { elementsOf, focusAlert, post, putInPlace } from './page';
import { anchors, dataOf, having, paths } from './protocol';
import { reactAtOnce } from './reactions';

/** A phone that lost its network often says nothing for minutes. */
const PATIENCE = 20_000;
const ENHANCED = `form${having('aurora')}[method=post i]:not([enctype^=multipart])`;
const underWay = new WeakSet<HTMLFormElement>();
let native: HTMLFormElement | undefined;

type Submitter = HTMLElement | null;

export function enhanceForms(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    const { submitter } = event;
    // By getAttribute: a field called `action` hides the form's property of that name.
    const url = submitter?.getAttribute('formaction') ?? form.getAttribute('action') ?? '';
    // The next person at a shared tablet must not find what the last one was writing.
    if (url.endsWith(paths.signOut)) forgetAllDrafts();
    // What the server has kept leaves from its own page: the room must not offer it a second time (C-08).
    keepDraft(dataOf(form).garde, ['', '', '']);
    // Without `submitter` (old Safari) the pressed button's value would be lost: leave the form alone.
    if (form === native || submitter === undefined || !form.matches(ENHANCED)) return;
    if (!underWay.has(form)) void send(form, submitter, url, bodyOf(form, submitter));
    event.preventDefault();
  });
}

function bodyOf(form: HTMLFormElement, submitter: Submitter): URLSearchParams {
  const fields = new FormData(form);
  const { name, value } = (submitter ?? {}) as Partial<HTMLButtonElement>;
  if (name) fields.append(name, value ?? '');
  // Only files are not strings, and forms with files are not ours.
  return new URLSearchParams(fields as unknown as Record<string, string>);
}

async function send(form: HTMLFormElement, submitter: Submitter, url: string, body: URLSearchParams): Promise<void> {
  underWay.add(form);
  form.setAttribute('aria-busy', 'true');
  const takeBack = reactAtOnce(form, submitter);
  try {
    const answer = await post(url, body, { signal: AbortSignal.timeout?.(PATIENCE) });
    const html = await answer.text();
    if (answer.ok || !takeBack) receive(answer, html, form, submitter, body);
    else {
      takeBack();
      say('form', `Votre réaction n’a pas été gardée.${composer.whenAgain('Réessayez', answer)}`);
    }
  } catch {
    takeBack?.();
    if (form.id === anchors.composer) composer.unreachable();
    // An act that may have been done is not repeated unasked: the reader presses again.
    else if (!say('form', 'Pas de réseau\u202f: réessayez dans un instant.')) sendNatively(form, submitter);
  } finally {
    underWay.delete(form);
    form.removeAttribute('aria-busy');
  }
}

function receive(answer: Response, html: string, form: HTMLFormElement, submitter: Submitter, body: URLSearchParams) {
  // A 303 means another page: signed out, or an act that leads elsewhere. It was followed; go where it led.
  if (answer.redirected) return location.assign(answer.url);
  const isComposer = form.id === anchors.composer;
  if (answer.ok) done(form);
  if (answer.ok && isComposer) composer.sent(body);
  if (answer.status === 204) return;
  const fragment = elementsOf(html);
  const isPlaced = (answer.ok || answer.status === 422) && fragment.filter(putInPlace).length > 0;
  if (isPlaced) return answer.ok || focusAlert();
  if (isComposer) return composer.refused(answer, fragment);
  // Done, but nowhere to show it: a fresh page does. Refused: the browser fetches the page that says why.
  return answer.ok ? location.reload() : sendNatively(form, submitter);
}

/** The menu a choice was made in folds up, and the keyboard stays where it was. */
function done(form: HTMLFormElement): void {
  say('form', '');
  const menu = form.closest('details');
  if (!menu) return;
  if (menu.contains(document.activeElement)) menu.querySelector('summary')?.focus();
  menu.open = false;
}

/** Pressing the same button again keeps its value and the browser's own checks. */
function sendNatively(form: HTMLFormElement, submitter: Submitter): void {
  native = form;
  if (submitter) submitter.click();
  else HTMLFormElement.prototype.submit.call(form);
}
