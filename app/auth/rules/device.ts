/** What a browser says of itself, in the words its owner would use. The order matters: most of them claim to be others. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\b(OPR|Opera)\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Internet de Samsung'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/\bVersion\/[\d.]+.*\bSafari\//, 'Safari'],
];
const MACHINES: readonly (readonly [RegExp, string])[] = [
  [/\biPad\b/, 'iPad'],
  [/\biPhone\b/, 'iPhone'],
  [/\bAndroid\b.*\bMobile\b/, 'téléphone Android'],
  [/\bAndroid\b/, 'tablette Android'],
  [/\bCrOS\b/, 'Chromebook'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac(intosh| OS X)\b/, 'Mac'],
  [/\bLinux\b/, 'Linux'],
];

/** « Firefox sur Windows », « Safari sur iPhone ». What nobody knows is « Un navigateur ». Nothing of the text itself is kept. */
export function deviceInWords(userAgent: string): string {
  const text = userAgent.slice(0, 512);
  const named = (list: typeof BROWSERS) => list.find(([pattern]) => pattern.test(text))?.[1];
  const browser = named(BROWSERS) ?? 'Un navigateur';
  const machine = named(MACHINES);
  return machine ? `${browser} sur ${machine}` : browser;
}
