/** Names that would let a member pass for the team: they are how strangers are talked into trusting one. */

/** Letters of other alphabets, and digits, that look like one of ours in the type of a page. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '@': 'a',
  $: 's',
  '|': 'l',
  '!': 'i',
  а: 'a',
  в: 'b',
  е: 'e',
  ё: 'e',
  і: 'i',
  ї: 'i',
  к: 'k',
  м: 'm',
  н: 'h',
  о: 'o',
  р: 'p',
  с: 'c',
  т: 't',
  у: 'y',
  х: 'x',
  ѕ: 's',
  ј: 'j',
  ԁ: 'd',
  ո: 'n',
  ս: 'u',
  զ: 'q',
  α: 'a',
  β: 'b',
  ε: 'e',
  ι: 'i',
  κ: 'k',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  υ: 'u',
  χ: 'x',
  ω: 'w',
  ı: 'i',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  æ: 'ae',
  œ: 'oe',
};

/** What a reader takes a name for: no accents, no signs, one letter for all that look like it. */
function asSeen(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return [...plain]
    .map((sign) => LOOK_ALIKES[sign] ?? sign)
    .join('')
    .replace(/[^a-z]/g, '');
}

const TEAM =
  /aurora(so|5o|l|s)?|^(l?equipe|support|assistance|moderat(eur|rice|ion)|administrat(eur|rice|ion)|admin|serviceclient)(du|de|des|le|la)?(site|membres|aurora)?$/;

/** « Aurora50 », « Аurоra 5О », « Équipe du site », « Support ». A woman called Aurora is no team. */
export function looksLikeTeam(name: string): boolean {
  const seen = asSeen(name);
  if (/aurora/.test(seen))
    return /aurora(so|five|cinquante)/.test(seen) || /(equipe|support|admin|moderat|assistance)/.test(seen);
  return TEAM.test(seen);
}
