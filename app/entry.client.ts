/**
 * The only browser script. Every page is whole without it (U01); each part adds one comfort and may fail alone.
 * It is loaded as a module, so the page has been read when it runs.
 */
import { enhanceComposer } from './client/composer';
import { enhanceFilm } from './client/film';
import { enhanceForms } from './client/forms';
import { enhanceKeyboard } from './client/keyboard';
import { enhanceLive } from './client/live';
import { enhanceMenus } from './client/menus';
import { focusAlert, showWhatNeedsScript } from './client/page';
import { paths } from './client/protocol';
import { enhanceReading } from './client/reading';
import { enhanceReplies } from './client/reply';
import { enhanceThread } from './client/thread';
import { enhanceAnnouncements, enhanceCopies, enhancePasswords } from './client/toggles';
import { enhanceTyping } from './client/typing';

const parts = [
  showWhatNeedsScript,
  enhancePasswords,
  enhanceAnnouncements,
  enhanceCopies,
  enhanceReplies,
  enhanceComposer,
  enhanceForms,
  enhanceThread,
  enhanceMenus,
  enhanceTyping,
  enhanceFilm,
  enhanceLive,
  enhanceReading,
  enhanceKeyboard,
  focusAlert,
];

// The page for days without network; where it may not run, the browser's own page appears.
navigator.serviceWorker?.register(paths.serviceWorker).catch(() => {});

for (const part of parts) {
  try {
    part();
  } catch (error) {
    console.error(error);
  }
}
