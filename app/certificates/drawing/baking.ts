/** A credential inside a picture (Open Badges 3.0, 5.3): what is shown and what is proven travel together. */
import { crc32 } from 'node:zlib';
import type { Credential } from '~/certificates/rules';

/** The attribute that names the element's language, and the element: the first thing inside `<svg>`. */
export const SVG_NAMESPACE = ' xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0"';

export function svgElement(credential: Credential): string {
  return `<openbadges:credential><![CDATA[${asText(credential)}]]></openbadges:credential>`;
}

/** No `>` stands bare in it, so nothing in a name closes the section. */
function asText(credential: Credential): string {
  return JSON.stringify(credential, null, 1).replace(/>/g, '\\u003e');
}

const SIGNATURE_AND_HEADER = 8 + 25;
const KEYWORD = 'openbadgecredential';

/** @param png as an encoder makes it: signature, IHDR, the rest */
export function bakedPng(png: Buffer, credential: Credential): Buffer {
  const text = Buffer.concat([
    Buffer.from(KEYWORD, 'latin1'),
    // End of the keyword; not compressed, method 0; no language, no translated keyword.
    Buffer.from([0, 0, 0, 0, 0]),
    Buffer.from(JSON.stringify(credential), 'utf8'),
  ]);
  return Buffer.concat([
    png.subarray(0, SIGNATURE_AND_HEADER),
    chunk('iTXt', text),
    png.subarray(SIGNATURE_AND_HEADER),
  ]);
}

/** PNG 3, 5.3: length, type, data, and a checksum of the last two. */
function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
