/**
 * What several processes at one port know together (O01): whichever is asked asks the others, through the process that started
 * them all. That one passes words on and reads none.
 */
import cluster, { type Worker } from 'node:cluster';

/** Whoever has not answered by then is left out (ms). */
const WITHIN = 1_000;
type Said =
  | { readonly kind: 'figures wanted'; readonly question: number }
  | { readonly kind: 'others asked'; readonly question: number; readonly count: number }
  | { readonly kind: 'give figures'; readonly question: number; readonly asker: number }
  | { readonly kind: 'figures'; readonly question: number; readonly asker: number; readonly figures: unknown };

/** @returns the figures of every process that serves at this port, this one's first */
export function figuresOfAll<Figures>(own: () => Promise<Figures>): () => Promise<readonly Figures[]> {
  if (!cluster.isWorker) return async () => [await own()];
  const waiting = new Map<number, (said: Said) => void>();
  let questions = 0;
  process.on('message', async (said: Said) => {
    if (said.kind === 'give figures') process.send?.({ ...said, kind: 'figures', figures: await own() });
    else waiting.get(said.question)?.(said);
  });
  const others = (question: number) =>
    new Promise<readonly Figures[]>((resolve) => {
      const given: Figures[] = [];
      let count = Number.POSITIVE_INFINITY;
      const late = setTimeout(() => resolve(given), WITHIN);
      waiting.set(question, (said) => {
        if (said.kind === 'others asked') count = said.count;
        if (said.kind === 'figures') given.push(said.figures as Figures);
        if (given.length < count) return;
        clearTimeout(late);
        resolve(given);
      });
      process.send?.({ kind: 'figures wanted', question } satisfies Said);
    });
  return async () => {
    questions += 1;
    const question = questions;
    const given = await others(question);
    waiting.delete(question);
    return [await own(), ...given];
  };
}

/** In the process that started them: questions go to whoever serves, answers to whoever asked. */
export function passFiguresOn(worker: Worker, serving: ReadonlySet<Worker>): void {
  const tell = (to: Worker, said: Said) => to.isConnected() && to.send(said);
  worker.on('message', (said: Said) => {
    if (said.kind === 'figures wanted') {
      const others = [...serving].filter((other) => other !== worker && other.isConnected());
      tell(worker, { kind: 'others asked', question: said.question, count: others.length });
      for (const other of others) tell(other, { kind: 'give figures', question: said.question, asker: worker.id });
    } else if (said.kind === 'figures') {
      const asker = [...serving].find(({ id }) => id === said.asker);
      if (asker) tell(asker, said);
    }
  });
}
