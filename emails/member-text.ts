/**
 * What members have written, as it may stand in a letter of ours: on one line, of a length we choose, and nothing in it
 * that a mail reader would make a link of. A letter lends our name to whatever it carries, to people who have not asked.
 */

/** Controls and ends of lines: in a subject they would begin another header. */
const BREAKS = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
/** Invisible characters, of which some turn the reading direction; halves of pairs. The joiner of emojis stays. */
const UNSEEN = /(?!\u200d)\p{Cf}|\p{Cs}/gu;
/** More than three marks on one letter is no writing of any language. */
const PILED_MARKS = /(\p{M}{3})\p{M}+/gu;
const VISIBLE = /[\p{L}\p{N}\p{Extended_Pictographic}]/u;
const SCHEME = /\b[a-z][a-z0-9+.-]*:\/\//giu;
/** The full stop inside an address, in the three forms that browsers take for one. */
const INNER_STOP = /(?<=[\p{L}\p{N}])[.。．｡](?=\p{L})/gu;
const LOOKS_LIKE_ADDRESS = /:\/\/|@|\bwww\b|[\p{L}\p{N}]{2}[.。．｡]\p{L}{2}/iu;

const graphemes = new Intl.Segmenter('fr', { granularity: 'grapheme' });

/** One line, with single spaces. */
export function oneLine(text: string): string {
  return text
    .normalize('NFC')
    .replace(BREAKS, ' ')
    .replace(UNSEEN, '')
    .replace(PILED_MARKS, '$1')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** Not longer than `max` UTF-16 units, never cut inside what is read as one sign. */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  let kept = '';
  for (const { segment } of graphemes.segment(text)) {
    if (kept.length + segment.length >= max) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

/** « https://exemple.fr/x » becomes « exemple. fr/x »: still to be read, no longer to be pressed. */
export function unlinked(text: string): string {
  return text.replace(SCHEME, '').replace(INNER_STOP, '. ');
}

/** @param max in characters; longer words end in « … » */
export function words(text: string, max: number): string {
  return cut(unlinked(oneLine(text.slice(0, max * 20))), max);
}

/** The name of a salon or a course: a link needs words, whatever was typed. */
export function titleOf(name: string, max: number): string {
  const line = words(name, max);
  return VISIBLE.test(line) ? line : 'Sans nom';
}

/** An address that was accepted as one: shown whole, for it is to be recognised. */
export function emailAddress(email: string): string {
  return cut(oneLine(email.slice(0, 1_000)), 254);
}

/** A name, or null where there is nothing to be read or the name is an advertisement (C-23). */
export function personName(name: string, max = 40): string | null {
  const line = oneLine(name.slice(0, 1_000));
  return VISIBLE.test(line) && !LOOKS_LIKE_ADDRESS.test(line) ? cut(line, max) : null;
}

/** Somebody else's name in a sentence. D02: without a name, « un membre ». */
export function somebody(name: string, max = 40): string {
  return personName(name, max) ?? 'Un membre';
}
