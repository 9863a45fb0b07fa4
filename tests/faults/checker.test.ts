/** The small size of `npm run faults`; what breaks here is looked for there, with one fault alone and the printed seed. */
import { expect, onTestFinished, test } from 'vitest';
import { describeVerdict } from '../checker/history';
import { openStore } from '../checker/store';
import { judge } from '../checker/trial';

test('two processes that are killed, with readers cut and connections ended: nothing lost, missed, double or out of order (L06, C-07)', async () => {
  const store = await openStore(2, false);
  onTestFinished(store.close);
  const seed = Math.floor(Math.random() * 1_000_000);
  const judged = await judge(store, {
    faults: ['kill', 'cut', 'backends', 'listener', 'database'],
    hosts: 'two',
    readers: 20,
    perSecond: 20,
    seconds: 6,
    seed,
    from: 0,
  });
  expect(`${describeVerdict(judged.verdict)}${judged.remarks.join('\n')}`, `seed ${seed}`).toBe('');
  expect(judged).toMatchObject({ held: true });
  expect(judged.strokes).toBeGreaterThan(20);
});
