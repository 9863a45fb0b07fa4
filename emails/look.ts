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

/** Pixels: mail readers know no rem, and 18 is the smallest size of the house. */
const text: CSSProperties = { fontFamily: SANS, fontSize: '18px', lineHeight: '28px', color: INK };
const small: CSSProperties = { fontFamily: SANS, fontSize: '16px', lineHeight: '25px', color: SOFT };
const title: CSSProperties = { fontFamily: SERIF, fontWeight: 700, color: INK };

export const look = {
  body: { margin: 0, padding: 0, backgroundColor: PAPER },
  sheet: { width: '100%', maxWidth: '600px' },
  dawn: {
    height: '6px',
    lineHeight: '6px',
    fontSize: '6px',
    backgroundColor: '#6d28d9',
    backgroundImage: 'linear-gradient(90deg, #6d28d9, #d6336c, #f0a020)',
  },
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
  code: {
    fontFamily: "'SF Mono', Menlo, Consolas, 'Liberation Mono', monospace",
    fontSize: '40px',
    lineHeight: '52px',
    fontWeight: 700,
    letterSpacing: '2px',
    color: INK,
    margin: 0,
  },
  panel: { ...text, backgroundColor: HOLLOW, borderRadius: '12px', padding: '18px 20px' },
  panelTable: { margin: '0 0 24px' },
  quote: { ...text, padding: '2px 0 2px 16px', borderLeft: `4px solid ${LINK}` },
  rest: { ...small, margin: 0 },
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
