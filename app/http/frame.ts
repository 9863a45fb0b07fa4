/** What the frame around a page shows of its reader and her request. */
import type { AppLoadContext } from '@remix-run/node';
import { createContext, useContext } from 'react';
import { type Flashes, flashOf } from './flash';
import { NONCE } from './late-parts';

export type Frame = ReturnType<typeof frameOf>;

/** @param faulty a form came back with its errors: the title says so first (GOV.UK does, for those who hear titles) */
export function frameOf(request: Request, context: AppLoadContext, faulty: boolean, flashes: Flashes) {
  const { viewer, hasDesk, comfort, assets, config } = context;
  const url = new URL(request.url);
  return {
    viewer: viewer && {
      id: viewer.id,
      name: viewer.name,
      avatarUrl: viewer.avatarUrl,
      hasDesk,
      unread: viewer.unreadNotices,
    },
    comfort,
    flash: flashOf(url, flashes),
    unconfirmed: viewer?.confirmed === false,
    lateUntil: viewer?.lateUntil ?? null,
    path: url.pathname + url.search,
    nonce: NONCE,
    assets,
    origin: config.origin,
    environment: config.environment,
    faulty,
  };
}

const FrameContext = createContext<Frame | null>(null);
export const FrameProvider = FrameContext.Provider;

export function useFrame(): Frame {
  const frame = useContext(FrameContext);
  if (!frame) throw new Error('every page is rendered inside its frame');
  return frame;
}
