/** A bucket on this machine: the five requests that the store sends, signed by a known key; it can go away and come back. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Bucket } from '~/config/storage';

export type S3StandIn = {
  readonly bucket: Bucket;
  readonly objects: Map<string, { readonly bytes: Buffer; readonly at: Date }>;
  /** `away`: every answer is 503. */
  mood: 'well' | 'away';
  readonly close: () => Promise<void>;
};

const KEY = 'CLEDESSAI';
const NAME = 'aurora50-essai';

export async function s3StandIn(): Promise<S3StandIn> {
  const objects: S3StandIn['objects'] = new Map();
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const isSigned = request.headers.authorization?.startsWith(`AWS4-HMAC-SHA256 Credential=${KEY}/`);
    if (it.mood === 'away') return void response.writeHead(503).end();
    if (!isSigned) return void response.writeHead(403).end();
    const key = decodeURIComponent(pathname.slice(NAME.length + 2));
    const { status = 200, body = Buffer.alloc(0) } = answered(
      objects,
      request.method ?? '',
      key,
      searchParams,
      Buffer.concat(pieces),
    );
    response
      .writeHead(status, { 'Content-Length': body.length, ETag: '"1"' })
      .end(request.method === 'HEAD' ? undefined : body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const it: S3StandIn = {
    bucket: {
      endpoint: `http://127.0.0.1:${port}`,
      name: NAME,
      region: 'auto',
      accessKeyId: KEY,
      secretAccessKey: 'secret-d-essai',
    },
    objects,
    mood: 'well',
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return it;
}

type Answer = { readonly status?: number; readonly body?: Buffer };

function answered(
  objects: S3StandIn['objects'],
  method: string,
  key: string,
  query: URLSearchParams,
  body: Buffer,
): Answer {
  if (method === 'PUT') {
    objects.set(key, { bytes: body, at: new Date() });
    return {};
  }
  if (method === 'POST') {
    const keys = [...body.toString().matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, each = '']) => each);
    for (const each of keys) objects.delete(each);
    const deleted = keys.map((each) => `<Deleted><Key>${each}</Key></Deleted>`).join('');
    return { body: Buffer.from(`<DeleteResult>${deleted}</DeleteResult>`) };
  }
  if (key === '') return { body: Buffer.from(listed(objects, query)) };
  const found = objects.get(key);
  return found ? { body: found.bytes } : { status: 404, body: Buffer.from('<Error><Code>NoSuchKey</Code></Error>') };
}

/** Two at a time: what is longer than a page is asked for page by page. */
function listed(objects: S3StandIn['objects'], query: URLSearchParams): string {
  const after = query.get('continuation-token') ?? '';
  const keys = [...objects.keys()].filter((key) => key.startsWith(query.get('prefix') ?? '') && key > after).sort();
  const page = keys.slice(0, 2);
  const contents = page.map(
    (key) =>
      `<Contents><Key>${key}</Key><LastModified>${objects.get(key)?.at.toISOString()}</LastModified><ETag>"1"</ETag><Size>1</Size></Contents>`,
  );
  const more = keys.length > 2;
  const next = more ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : '';
  return `<ListBucketResult><Name>${NAME}</Name><IsTruncated>${more}</IsTruncated>${next}${contents.join('')}</ListBucketResult>`;
}
