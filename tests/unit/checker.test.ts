/** The checker of `npm run faults` must see every breach, or its « held » says nothing. */
import { expect, test } from 'vitest';
import { type Breach, describeVerdict, held, type Post, type StoredPost, verdictOn } from '../checker/history';
import { eventScanner, type Numbers, receiptsOf } from '../checker/receipts';

const post = (n: number, outcome: Post['outcome'] = 'acknowledged', invoked = n * 10, answered = n * 10 + 5): Post => ({
  n,
  salon: 'jardin',
  invoked,
  answered,
  outcome,
});
const row = (n: number, seq = n): StoredPost => ({ n, salon: 'jardin', seq });
const posts = [post(1), post(2), post(3), post(4, 'refused'), post(5, 'unknown')];

/** @param heard change number and post of each event, in the order of arrival */
function reader(heard: readonly (readonly [seq: number, n: number])[], numbers: Numbers = new Map()) {
  const receipts = receiptsOf('Monique', 'jardin', 0, numbers);
  for (const [seq, n] of heard) receipts.take(seq, n);
  return receipts;
}

const THREE = [1, 2, 3].map((n) => row(n));
const ALL = THREE.map(({ seq, n }) => [seq, n] as const);
const breaches = (...[done, stored, readers]: Parameters<typeof verdictOn>) =>
  Object.entries(verdictOn(done, stored, readers)).flatMap(([breach, found]) => (found.length > 0 ? [breach] : []));

test('a history in which all holds is said to hold', () => {
  expect(breaches(posts, THREE, [reader(ALL)])).toEqual([]);
  // What has no answer may be stored or not.
  expect(breaches(posts, [...THREE, row(5, 4)], [reader([...ALL, [4, 5]])])).toEqual([]);
});

test.each<[Breach, readonly StoredPost[], ReturnType<typeof reader>]>([
  [
    'lost',
    [row(1), row(3)],
    reader([
      [1, 1],
      [3, 3],
    ]),
  ],
  ['doubled', [...THREE, row(3, 4)], reader([...ALL, [4, 3]])],
  ['granted', [...THREE, row(4)], reader([...ALL, [4, 4]])],
  [
    'overtaken',
    [row(2, 1), row(1, 2), row(3)],
    reader([
      [1, 2],
      [2, 1],
      [3, 3],
    ]),
  ],
  [
    'missed',
    THREE,
    reader([
      [1, 1],
      [3, 3],
    ]),
  ],
  ['missed', THREE, reader([])],
  ['repeated', THREE, reader([...ALL, [2, 2]])],
  [
    'inverted',
    THREE,
    reader([
      [1, 1],
      [3, 3],
      [2, 2],
    ]),
  ],
  [
    'altered',
    THREE,
    reader([
      [1, 1],
      [2, 7],
      [3, 3],
    ]),
  ],
])('%s is seen, and nothing else', (breach, stored, heard) => {
  expect(breaches(posts, stored, [heard])).toEqual([breach]);
});

test('words that differ between two readers are seen', () => {
  const numbers: Numbers = new Map();
  expect(
    breaches(posts, THREE, [
      reader(ALL, numbers),
      reader(
        [
          [1, 1],
          [2, 3],
          [3, 3],
        ],
        numbers,
      ),
    ]),
  ).toEqual(['altered']);
});

test('two that were under way together may be numbered either way', () => {
  expect(breaches([post(1, 'acknowledged', 10, 40), post(2)], [row(2, 1), row(1, 2)], [])).toEqual([]);
});

test('a reader who was told to read the page is owed what came after it', () => {
  const told = reader([[1, 1]]);
  told.restart(2);
  told.take(3, 3);
  expect(breaches(posts, THREE, [told])).toEqual([]);
});

test('a breach is told with its examples', () => {
  const verdict = verdictOn(posts, [row(1), row(3)], []);
  expect(held(verdict)).toBe(false);
  expect(describeVerdict(verdict)).toBe('1 acknowledged, and not stored: post 2');
});

test('a stream is understood in any pieces', () => {
  const stream = Buffer.from(
    'retry: 1000\n\n:\n\nid: 41\nevent: message\ndata: <p>mot-7 à tous</p>\n\nevent: presence\ndata: id: 9 mot-\n\nid: 42\nevent: message\ndata: mot-12 à\n\nevent: reset\ndata: reset\n\n',
  );
  for (let size = 1; size < stream.length; size += 7) {
    const heard: unknown[] = [];
    const scan = eventScanner({ message: (seq, n) => heard.push([seq, n]), end: (event) => heard.push(event) });
    for (let at = 0; at < stream.length; at += size) scan(stream.subarray(at, at + size));
    expect(heard).toEqual([[41, 7], [42, 12], 'reset']);
  }
});
