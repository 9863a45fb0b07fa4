/** D41: tells the server how far she has read, once the end of the thread has been in view for a moment. */
import { byId, whisper } from './page';
import { anchors, dataOf } from './protocol';
import { isAtEnd } from './scroll';
import { isLastPage, messages, seqOf } from './thread';

/** Looking now and then costs one comparison, and spares four listeners with a timer each. */
const MOMENT = 1500;

export function enhanceReading(): void {
  const url = dataOf(byId(anchors.thread)).lecture;
  if (!url || !isLastPage()) return;
  let told = 0;
  setInterval(() => {
    const seq = seqOf(messages().pop());
    if (seq === told || document.hidden || !isAtEnd()) return;
    told = seq;
    whisper(url, `jusqua=${seq}`);
  }, MOMENT);
}
