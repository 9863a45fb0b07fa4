/**
 * One request to somebody else's machine (Z03): the name is looked up once, every address it gives must be public, and the
 * connection goes to the address that was looked at. Redirects are not followed, and an answer has a limit in time and size.
 */
import { lookup } from 'node:dns/promises';
import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { Answered } from './queries/webhooks';
import { ANSWER_MAX, type DeliveryFault, isPublicAddress, RECEIVER_ANSWERS_WITHIN } from './rules/webhooks';

export type Sending = {
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};
export type Guard = {
  /** Which addresses may be connected to. */
  readonly isAllowed: (address: string) => boolean;
  /** ms */
  readonly within: number;
};
export const GUARD: Guard = { isAllowed: isPublicAddress, within: RECEIVER_ANSWERS_WITHIN };

class Refusal extends Error {
  constructor(readonly fault: DeliveryFault) {
    super(fault);
  }
}

/** Never throws: whatever happens is an answer. */
export async function send({ address, headers, body }: Sending, guard: Guard = GUARD): Promise<Answered> {
  const late = AbortSignal.timeout(guard.within);
  try {
    const url = new URL(address);
    const place = await placeOf(url.hostname.replace(/^\[|\]$/g, ''), guard, late);
    return { status: await answered(url, place, { headers, body, late }), fault: null };
  } catch (error) {
    const fault = error instanceof Refusal ? error.fault : late.aborted ? 'late' : 'refused';
    return { status: null, fault };
  }
}

type Place = { readonly address: string; readonly family: number };

async function placeOf(host: string, { isAllowed }: Guard, late: AbortSignal): Promise<Place> {
  const found = isIP(host)
    ? [{ address: host, family: isIP(host) }]
    : await Promise.race([lookup(host, { all: true }), aborted(late)]).catch(() => {
        throw new Refusal(late.aborted ? 'late' : 'unknown');
      });
  // One that leads inside is enough: whoever answers for the name chooses which one we would take.
  if (found.some(({ address }) => !isAllowed(address))) throw new Refusal('private');
  const [place] = found;
  if (!place) throw new Refusal('unknown');
  return place;
}

const aborted = (late: AbortSignal) =>
  new Promise<never>((_, reject) => late.addEventListener('abort', () => reject(late.reason), { once: true }));

type Asked = Omit<Sending, 'address'> & { readonly late: AbortSignal };

/** @returns the status, once the answer has been read */
function answered(url: URL, place: Place, { headers, body, late }: Asked): Promise<number> {
  const request = url.protocol === 'https:' ? httpsRequest : httpRequest;
  const lookedUp: LookupFunction = (_host, options, callback) => {
    if (options.all) callback(null, [place]);
    else callback(null, place.address, place.family);
  };
  return new Promise((resolve, reject) => {
    const asked = request(url, { method: 'POST', headers, signal: late, lookup: lookedUp, agent: false });
    asked.once('error', reject);
    asked.once('response', (answer) => read(answer, asked).then(resolve, reject));
    asked.end(body);
  });
}

async function read(answer: IncomingMessage, asked: ClientRequest): Promise<number> {
  let size = 0;
  for await (const piece of answer) {
    size += (piece as Buffer).length;
    if (size <= ANSWER_MAX) continue;
    asked.destroy();
    throw new Refusal('large');
  }
  return answer.statusCode ?? 0;
}
