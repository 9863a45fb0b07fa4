const NARROW = '\u202f';

/**
 * Sets plain typing in French type: ’ for ', « » with narrow no-break spaces, the same space before
 * ; : ! ? and between a number and its unit, … for ..., œ where the keyboard has none. Links stay as they are.
 */
export function typo(plain: string): string {
  return plain
    .split(/(https?:\/\/\S+)/)
    .map((part) => (part.startsWith('http') ? part : typeset(part)))
    .join('');
}

function typeset(text: string): string {
  return text
    .replace(/'/g, '’')
    .replace(/\.\.\./g, '…')
    .replace(/«[ \u202f]?/g, `«${NARROW}`)
    .replace(/[ \u202f]?»/g, `${NARROW}»`)
    .replace(/ ([;:!?])/g, `${NARROW}$1`)
    .replace(/(\d) (?=(?:h|€|%|km|kg|g|cm|mm|m|cl|l|ans|min|°C)(?![\p{L}\d]))/gu, `$1${NARROW}`)
    .replace(/(\d) h (?=\d)/g, `$1${NARROW}h${NARROW}`)
    .replace(new RegExp(`${NARROW}h (?=\\d{2}(?!\\d))`, 'g'), `${NARROW}h${NARROW}`)
    .replace(/\b([CcSsBb]|[Vv]|[Nn]|[Mm])oe(?=ur|ux|ud|uf)/g, '$1œ')
    .replace(/\boe(?=uf|il|uvre)/g, 'œ');
}
