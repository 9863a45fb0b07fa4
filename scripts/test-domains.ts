/** `npm test -- chat`: the test files that concern one part of the site, by their names. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../db/project-root';

/** Each file belongs to every part whose words are in its name; `tests/unit/test-domains.test.ts` leaves none without. */
export const DOMAINS: Readonly<Record<string, RegExp>> = {
  chat: /chat|message|thread|composer|room|evening|other-reader|reading|keyboard|pending-post|mentions|history|answers|typed-text|numbering|many-hands|talk|survive|rows|personal/,
  realtime:
    /realtime|redis|stream|sse|feed|hub|replay|evening|checker|offline|survive|flashes|sockets|protocol|late-parts|kept-pages|kept-lists/,
  salons: /salon|keeping|looking|invitation|addresses|counters|race|card|other-reader/,
  presence: /presence/,
  courses: /course|lesson|progress|authoring|authors|ranges|covers|learning/,
  certificates: /certificate/,
  play: /play/,
  'sign-in':
    /sign-|admission|audience|auth-rules|passwords|csrf|reset|session|identity|limits|unconfirmed|enumeration|origin|first-admin|client-address/,
  members: /settings|profile|members?\b|change-address|comfort|personal|team|initials|format|picture|presence-rules/,
  payment: /payment|stripe|plan/,
  letters: /letter|mail|settings-public/,
  database:
    /database\/|policies\/|migrate|embedded|frozen|rows|rights|matrix|catalog|closed-holes|database-address|sql-places|one-writer/,
  pages:
    /accessibility|narrow|themes|contrast|html|paper|frame|comfort|headers|packed|weights|site|every-page|broken-situations|bad-input|forms|typed|urls|error-reference|client-|text-browser|journeys|words|direction/,
  privacy: /erasure|personal|export|consent|import|idle|register/,
  operating:
    /operating|self-tests|readiness|env-example|seeds|backup|http\/state|restore|drill|watch|webhooks|upgrade|processes|proxy|environment|turns|together|run-folder|health|start-up|config|demo|folder-names|sizes|citations|test-domains|bench-tables|faults/,
};

/** The words after `npm test --`: a part of the site is its files, anything else goes on to the runner. */
export function filesFor(words: readonly string[], files = testFiles()): string[] {
  return words.flatMap((word) => {
    const part = DOMAINS[word];
    return part ? files.filter((file) => part.test(file)) : [word];
  });
}

export function testFiles(): string[] {
  return readdirSync(path.join(projectRoot(), 'tests'), { recursive: true, encoding: 'utf8' })
    .map((file) => `tests/${file.split(path.sep).join('/')}`)
    .filter((file) => /\.test\.tsx?$/.test(file))
    .sort();
}
