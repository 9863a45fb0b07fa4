/**
 * The look of letters, written on every element: Gmail, Outlook and webmails drop or rewrite style sheets. The colours are
 * those of `tokens.css`; every text has 7:1 and more on every ground it stands on.
 */
import type { CSSProperties } from 'react';

const PAPER = '#fcfaf5';
const HOLLOW = '#f3ede2';
const INK = '#261d2e';
const SOFT = '#4e4457';
const LINK = '#5b2191';

const SANS = "'Atkinson Hyperlegible Next', 'Segoe UI', 'Helvetica Neue', Helvetica, Arial, sans-serif";
const SERIF = "Fraunces, Georgia, 'Times New Roman', serif";

/** Pixels: mail readers know no rem, and 18 is the smallest size of the site. */
const text: CSSProperties = { fontFamily: SANS, fontSize: '18px', lineHeight: '28px', color: INK };
const small: CSSProperties = { fontFamily: SANS, fontSize: '16px', lineHeight: '25px', color: SOFT };
const title: CSSProperties = { fontFamily: SERIF, fontWeight: 700, color: INK };

/** Word draws no rounded corner: half a sun would be a box. React's types know no rule of Word's. */
const WITHOUT_WORD = { msoHide: 'all' } as CSSProperties;

export const look = {
  body: { margin: 0, padding: 0, backgroundColor: PAPER },
  sheet: { width: '100%', maxWidth: '600px' },
  sky: {
    height: '56px',
    padding: '0 20px 0 0',
    verticalAlign: 'bottom',
    fontSize: '1px',
    lineHeight: '1px',
    backgroundColor: '#8d6fc4',
    backgroundImage: 'linear-gradient(180deg, #8d6fc4, #d98bb3 45%, #f6b896 75%, #fde3b0)',
  },
  sun: { ...WITHOUT_WORD, width: '72px', height: '36px', borderRadius: '72px 72px 0 0', backgroundColor: '#fffaf0' },
  hill: { height: '5px', fontSize: '1px', lineHeight: '5px', backgroundColor: '#694583' },
  inside: { padding: '22px 20px 32px', wordBreak: 'break-word', ...text },
  wordmark: { ...title, fontSize: '24px', lineHeight: '32px', margin: '0 0 28px' },
  fifty: { color: LINK },
  title: { ...title, fontSize: '28px', lineHeight: '36px', margin: '0 0 20px' },
  subtitle: { ...title, fontSize: '21px', lineHeight: '28px', margin: '32px 0 8px' },
  text: { ...text, margin: '0 0 20px' },
  tight: { ...text, margin: '0 0 10px' },
  last: { ...text, margin: 0 },
  small: { ...small, margin: '0 0 14px' },
  link: { color: LINK, textDecoration: 'underline' },
  address: { color: LINK, textDecoration: 'underline', wordBreak: 'break-all' },
  action: {
    ...text,
    color: '#ffffff',
    backgroundColor: LINK,
    fontWeight: 700,
    lineHeight: '24px',
    padding: '15px 28px',
    borderRadius: '12px',
    textDecoration: 'none',
    textAlign: 'center',
  },
  cover: { width: '100%', maxWidth: '400px', height: 'auto', borderRadius: '12px', margin: '0 0 24px', ...small },
  code: {
    ...text,
    fontSize: '40px',
    lineHeight: '48px',
    fontWeight: 700,
    letterSpacing: '4px',
    textAlign: 'center',
    margin: 0,
  },
  panel: { ...text, backgroundColor: HOLLOW, borderRadius: '12px', padding: '16px 20px' },
  fact: { ...text, padding: '3px 0' },
  panelTable: { margin: '0 0 24px' },
  quote: { ...text, padding: '2px 0 2px 16px', borderLeft: `4px solid ${LINK}` },
  rest: { ...small, margin: 0 },
  hint: { ...small, margin: '0 0 26px' },
  line: { margin: '32px 0 20px', border: 'none', borderTop: '1px solid #ddd3c6', width: '100%' },
} satisfies Record<string, CSSProperties>;

/**
 * The evening colours, for readers that read style sheets (Apple Mail, Thunderbird, Outlook on telephones). Others turn
 * colours by themselves. Ours only: nothing of a member's ever stands here.
 */
export const EVENING = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .papier { background-color: #1c1722 !important; }
  .creux { background-color: #302839 !important; }
  .encre { color: #f5f0e8 !important; }
  .doux { color: #d3cadb !important; }
  .lien { color: #dcc3ff !important; }
  .citation { border-color: #dcc3ff !important; }
  .filet { border-color: #4a4056 !important; }
  .bouton { background-color: #dcc3ff !important; color: #1c1722 !important; }
}
`;
