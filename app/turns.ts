/** A bounded number of pieces of work at once; the others wait in their order, for a bounded time. */
import { AppError } from '~/errors';

export type TurnLimits = {
  /** What the refusal says was missing. */
  readonly name: string;
  readonly atOnce: number;
  /** How many may wait. */
  readonly queue: number;
  /** ms that one waits at most. */
  readonly patience: number;
};

export type Turns = {
  /**
   * Waits for a turn. The returned function ends it and must be called once.
   * @throws AppError unavailable; when one is told to come back, those who wait now have had their turn
   */
  readonly take: () => Promise<() => void>;
  readonly counts: () => { lent: number; waiting: number };
  /** Nobody gets a turn any more. */
  readonly close: () => void;
};

type Waiting = { readonly called: () => void; readonly refused: (error: AppError) => void };

export function createTurns({ name, atOnce, queue, patience }: TurnLimits): Turns {
  const waiting: Waiting[] = [];
  const pace = smoothed(50);
  let lent = 0;
  let closed = false;

  function refusal(): AppError {
    if (closed) return new AppError('unavailable', 'closing', 5);
    const seconds = Math.max(patience, (waiting.length * pace.ms()) / atOnce) / 1_000;
    return new AppError('unavailable', name, Math.min(60, Math.ceil(seconds)));
  }

  /** Ends a turn; the next in line takes it over. */
  function passOn(): void {
    const next = waiting.shift();
    if (next) next.called();
    else lent -= 1;
  }

  return {
    async take() {
      if (closed) throw refusal();
      if (lent < atOnce) lent += 1;
      else if (waiting.length < queue) await inLine(waiting, patience, refusal);
      else throw refusal();
      const began = performance.now();
      return () => {
        pace.add(performance.now() - began);
        passOn();
      };
    },
    counts: () => ({ lent, waiting: waiting.length }),
    close() {
      closed = true;
      for (const { refused } of waiting.splice(0)) refused(refusal());
    },
  };
}

/** Runs `work` when it has its turn. @throws AppError unavailable */
export async function inTurn<T>(turns: Turns, work: () => Promise<T>): Promise<T> {
  const leave = await turns.take();
  try {
    return await work();
  } finally {
    leave();
  }
}

function inLine(waiting: Waiting[], patience: number, refusal: () => AppError): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => {
      waiting.splice(waiting.indexOf(place), 1);
      reject(refusal());
    }, patience);
    const place = {
      called: () => {
        clearTimeout(late);
        resolve();
      },
      refused: (error: AppError) => {
        clearTimeout(late);
        reject(error);
      },
    };
    waiting.push(place);
  });
}

/** A mean of about the last ten, in ms. */
function smoothed(first: number) {
  let mean = first;
  return {
    ms: () => mean,
    add(ms: number) {
      mean += (ms - mean) / 10;
    },
  };
}
