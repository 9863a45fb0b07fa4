/**
 * Codes that are read from paper or from another screen and typed: Crockford's 32 signs, without I, L, O and U. Whoever
 * reads an O for a zero or an I for a one is understood; the last sign tells a slip of the pen from a wrong code.
 */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** @param signs random signs, without the last one; @param group signs between two spaces */
export type CodeShape = { readonly signs: number; readonly group: number };

/** On the access card: 100 random bits in seven groups of three, U12. */
export const RECOVERY_CODE: CodeShape = { signs: 20, group: 3 };
/** For another device: 35 random bits that live five minutes. */
export const SESSION_TRANSFER_CODE: CodeShape = { signs: 7, group: 4 };

/** @param bytes one random byte a sign @returns signs and check sign without spaces, as it is hashed */
export function codeFrom(bytes: Uint8Array, { signs }: CodeShape): string {
  const code = [...bytes.subarray(0, signs)].map((byte) => SIGNS[byte % 32]).join('');
  return code + checkSign(code);
}

/** « 7KM 2PX … », as it is shown. */
export function inGroups(code: string, { group }: CodeShape): string {
  return code.match(new RegExp(`.{1,${group}}`, 'g'))?.join(' ') ?? '';
}

/** What was typed, as it is hashed; null when it cannot be such a code: too short, or a sign was misread. */
export function parseCode(typed: unknown, { signs }: CodeShape): string | null {
  if (typeof typed !== 'string' || typed.length > 200) return null;
  const code = typed
    .toUpperCase()
    .replace(/[\s.\-–—_]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  if (code.length !== signs + 1 || [...code].some((sign) => !SIGNS.includes(sign))) return null;
  return checkSign(code.slice(0, -1)) === code.at(-1) ? code : null;
}

/** Weights below a prime find every wrong sign but one in 31 and every exchange of neighbours but few. */
function checkSign(code: string): string {
  const sum = [...code].reduce((total, sign, at) => total + (at + 1) * SIGNS.indexOf(sign), 0);
  return SIGNS[sum % 31] ?? '';
}
