/** When to look next: one timer for the earliest of all that was asked for. */

/** A state changes at the instant after its deadline, and the timers of two machines differ by a little (ms). */
const PAST_DEADLINE = 100;
/** Looks are this far apart (ms), however many become absent one after the other; N04 leaves two seconds. */
const LOOK_PAUSE = 1_000;

export type NextLook = {
  /** @param seconds from now */
  readonly within: (seconds: number) => void;
  /** No look begins any more. */
  readonly close: () => void;
};

export function nextLook(look: () => void): NextLook {
  let planned: { readonly at: number; readonly timer: NodeJS.Timeout } | null = null;
  let closed = false;
  return {
    within(seconds) {
      const wait = Math.max(LOOK_PAUSE, seconds * 1_000 + PAST_DEADLINE);
      const at = Date.now() + wait;
      if (closed || (planned && planned.at <= at)) return;
      if (planned) clearTimeout(planned.timer);
      const timer = setTimeout(() => {
        planned = null;
        look();
      }, wait);
      planned = { at, timer };
    },
    close() {
      closed = true;
      if (planned) clearTimeout(planned.timer);
    },
  };
}
