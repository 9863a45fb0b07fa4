import { createContext, useContext } from 'react';
import type { Publisher } from '~/config';

/** What every letter knows beside its own props. */
export type LetterFrame = {
  /** The public address without a trailing slash: links are built from it alone (reliability 10). */
  readonly origin: string;
  /** Its `email` is where answers are read: whoever sends the letter sets `Reply-To` to it. */
  readonly publisher: Publisher;
  /** A path of ours that stops this sort of letter without a sign-in (RFC 8058); null for a service letter. */
  readonly unsubscribePath: string | null;
  /** The address the letter goes to. */
  readonly email: string;
};

const Frame = createContext<LetterFrame | null>(null);

export const FrameProvider = Frame.Provider;

export function useFrame(): LetterFrame {
  const frame = useContext(Frame);
  if (!frame) throw new Error('a part of a letter outside of its layout');
  return frame;
}
