import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeEvent, HEARTBEAT, retryAfter, type ServerEvent } from '~/realtime/sse';

type Read = { id?: string; event: string; data: string };

/** What a browser makes of a stream: WHATWG HTML 9.2.6, with nothing left out. */
function read(stream: string): Read[] {
  const events: Read[] = [];
  let lastId: string | undefined;
  let event = '';
  let data: string[] = [];
  for (const line of stream.split(/\r\n|\r|\n/)) {
    if (line === '') {
      if (data.length > 0) events.push({ id: lastId, event, data: data.join('\n') });
      event = '';
      data = [];
      continue;
    }
    const colon = line.indexOf(':');
    if (colon === 0) continue;
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') event = value;
    if (field === 'data') data.push(value);
    if (field === 'id' && !value.includes('\0')) lastId = value;
  }
  return events;
}

const KINDS = ['message', 'presence', 'membres', 'ecrit', 'reset', 'fin'] as const;
const nasty = fc
  .array(
    fc.constantFrom(
      '\r',
      '\n',
      '\r\n',
      '\0',
      ':',
      ' ',
      'data',
      'id',
      'event',
      'retry',
      'fin',
      '<li>',
      '\u2028',
      '\u0085',
      '\ufeff',
      'é',
      '9',
    ),
  )
  .map((pieces) => pieces.join(''));
const event: fc.Arbitrary<ServerEvent> = fc.record(
  {
    id: fc.nat(),
    event: fc.constantFrom(...KINDS),
    data: fc.oneof(nasty, fc.string({ unit: 'binary' })),
  },
  { requiredKeys: ['event', 'data'] },
);

describe('one event as text', () => {
  test('whatever stands in the data, a reader sees exactly the events that were sent', () => {
    fc.assert(
      fc.property(fc.array(event, { minLength: 1, maxLength: 5 }), (sent) => {
        const seen = read(sent.map(encodeEvent).join(HEARTBEAT));
        expect(seen.map(({ event, data }) => ({ event, data }))).toEqual(
          sent.map(({ event, data }) => ({ event, data: data.replaceAll('\0', '').replace(/\r\n?/g, '\n') })),
        );
      }),
      { numRuns: 2_000 },
    );
  });

  test('only the number that was given is ever an id', () => {
    fc.assert(
      fc.property(nasty, fc.nat(), (data, id) => {
        expect(read(encodeEvent({ id, event: 'message', data }))[0]?.id).toBe(String(id));
        expect(read(encodeEvent({ event: 'ecrit', data }))[0]?.id).toBeUndefined();
      }),
    );
  });

  test('a forged end of right stays a word in a message', () => {
    const seen = read(encodeEvent({ id: 4, event: 'message', data: 'x\n\nevent: fin\ndata: fin\r\rid: 99\r\n' }));
    expect(seen).toEqual([{ id: '4', event: 'message', data: 'x\n\nevent: fin\ndata: fin\n\nid: 99\n' }]);
  });

  test('the heartbeat and the wait are no events', () => {
    expect(read(HEARTBEAT + retryAfter(2_000) + HEARTBEAT)).toEqual([]);
    expect(retryAfter(2_000)).toBe('retry: 2000\n\n');
  });
});
