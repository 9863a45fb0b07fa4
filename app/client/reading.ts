/**
 * D41: tells the server how far she has read, once the end of the thread has been in view for a moment. N05: and now and
 * then that the page is still there, which an open line does not prove: a telephone that has lost its network closes none.
 */
import { byId, whisper } from './page';
import { anchors, dataOf, SIGN_EVERY, signOfLife } from './protocol';
import { isAtEnd } from './scroll';
import { isLastPage, messages, seqOf } from './thread';

/** Looking now and then costs one comparison, and spares four listeners with a timer each. */
const MOMENT = 1500;

export function enhanceReading(): void {
  const url = dataOf(byId(anchors.thread)).lecture;
  if (!url) return;
  let told = 0;
  let last = 0;
  setInterval(() => {
    const before = told;
    if (isLastPage() && !document.hidden && isAtEnd()) told = seqOf(messages().pop());
    const isRead = told !== before;
    if (!isRead && Date.now() - last < SIGN_EVERY) return;
    last = Date.now();
    whisper(isRead ? url : url + signOfLife, `jusqua=${told}`);
  }, MOMENT);
}
