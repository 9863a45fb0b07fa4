/**
 * Redis or Valkey, in one module (Z01, docs/decisions/054): the only importer of its client. It carries what may be lost,
 * wake-ups and rate limits; while it is away, limits are counted in PostgreSQL and wake-ups come late.
 */
import { createClient } from '@redis/client';
import type { CountedRow, LimitRow, LimitRows } from '~/limits';

type Log = (message: string, error?: unknown) => void;

export type Redis = {
  readonly limits: LimitRows;
  /** Calls back for every message on the channel; `onOpen` after each (re)connection. */
  readonly listen: (
    channel: string,
    heard: (message: string) => void,
    onOpen: () => void,
  ) => Promise<() => Promise<void>>;
  readonly notify: (channel: string, origin: string, topics: readonly string[]) => Promise<void>;
  /** Whether it answers now; for the self-tests. */
  readonly answers: () => Promise<boolean>;
  readonly close: () => Promise<void>;
};

/** ms until a question counts as unanswered: whoever asks for a limit waits for it. */
const ANSWERS_WITHIN = 1_000;
/** ms between two tries to connect, at most. */
const AGAIN_WITHIN = 2_000;

/** One more on each key; the first one begins the window. All or nothing, and nobody in between. */
const ADD = `
  local counted = {}
  for at, key in ipairs(KEYS) do
    local points = redis.call('incr', key)
    if points == 1 then redis.call('expire', key, ARGV[at]) end
    counted[#counted + 1] = points
    counted[#counted + 1] = math.max(redis.call('ttl', key), 0)
  end
  return counted`;
/** A key that counts nothing more goes. */
const SUBTRACT = `
  for _, key in ipairs(KEYS) do
    local points = tonumber(redis.call('get', key) or '0')
    if points > 1 then redis.call('decr', key) elseif points == 1 then redis.call('del', key) end
  end`;

/** Connects beside the start: nothing waits for it. @param rows where limits are counted while it is away */
export function openRedis(url: string, rows: LimitRows, log: Log): Redis {
  const client = opened(url, log);
  return {
    limits: limitsIn(client, rows, log),
    async listen(channel, heard, onOpen) {
      const ear = opened(url, log);
      ear.on('ready', onOpen);
      await ear.subscribe(channel, heard);
      return async () => ear.destroy();
    },
    async notify(channel, origin, topics) {
      if (!client.isReady) throw new Error('redis is away');
      await Promise.all(topics.map((topic) => client.publish(channel, `${origin} ${topic}`)));
    },
    answers: async () => client.isReady && (await client.ping()) === 'PONG',
    close: async () => client.destroy(),
  };
}

type Client = ReturnType<typeof opened>;

const name = (key: string) => `aurora50:${key}`;

/** Counted in PostgreSQL while Redis does not answer. */
function limitsIn(client: Client, rows: LimitRows, log: Log): LimitRows {
  const orRows = async <T>(ask: () => Promise<T>, otherwise: () => Promise<T>): Promise<T> => {
    if (!client.isReady) return otherwise();
    return ask().catch((error) => {
      log('redis does not answer, limits are counted in the database', error);
      return otherwise();
    });
  };
  return {
    add: (asked) =>
      orRows(
        () => add(client, asked),
        () => rows.add(asked),
      ),
    subtract: (keys) =>
      orRows(
        () => client.eval(SUBTRACT, { keys: keys.map(name), arguments: [] }).then(() => {}),
        () => rows.subtract(keys),
      ),
    remove: (keys) =>
      orRows(
        () => client.del(keys.map(name)).then(() => {}),
        () => rows.remove(keys),
      ),
    read: (keys) =>
      orRows(
        async () => {
          const points = await client.mGet(keys.map(name));
          return keys.map((key, at) => ({ key, points: Number(points[at] ?? 0) }));
        },
        () => rows.read(keys),
      ),
  };
}

function opened(url: string, log: Log) {
  const client = createClient({
    url,
    name: 'aurora50',
    disableOfflineQueue: false,
    commandOptions: { timeout: ANSWERS_WITHIN },
    socket: { connectTimeout: ANSWERS_WITHIN, reconnectStrategy: (tries) => Math.min(50 * 2 ** tries, AGAIN_WITHIN) },
  });
  let told = false;
  client.on('error', (error) => {
    if (!told) log('redis is away', error);
    told = true;
  });
  client.on('ready', () => {
    told = false;
  });
  client.connect().catch(() => {});
  return client;
}

async function add(client: Client, asked: readonly LimitRow[]): Promise<CountedRow[]> {
  const keys = asked.map(({ key }) => name(key));
  const counted = (await client.eval(ADD, {
    keys,
    arguments: asked.map(({ seconds }) => String(seconds)),
  })) as unknown as number[];
  return asked.map(({ key }, at) => ({ key, points: counted[at * 2] ?? 0, left: counted[at * 2 + 1] ?? 0 }));
}
