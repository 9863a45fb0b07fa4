/** The table of pages: address → route module. Streams, health and files are answered before it (`http.ts`). */
import { type RouteConfig, route } from '@remix-run/route-config';
import { type Place, patterns, serviceWorker } from './urls';

const at = (place: Place, file: string) => route(patterns[place], `routes/${file}`, { id: place });

export default [
  at('home', 'home.tsx'),
  at('signUp', 'auth/sign-up.tsx'),
  at('signIn', 'auth/sign-in.tsx'),
  at('signOut', 'auth/sign-out.ts'),
  at('comfort', 'comfort.ts'),
  at('help', 'house/help.tsx'),
  at('houseRules', 'house/house-rules.tsx'),
  at('accessibility', 'house/accessibility.tsx'),
  at('privacy', 'house/privacy.tsx'),
  at('terms', 'house/terms.tsx'),
  at('legal', 'house/legal.tsx'),
  at('offline', 'house/offline.ts'),
  at('components', 'admin/components.tsx'),
  at('salons', 'salons/index.tsx'),
  at('newSalon', 'salons/new.tsx'),
  at('joinByCode', 'salons/join-by-code.tsx'),
  at('salon', 'chat/room.tsx'),
  at('salonMembers', 'salons/members.tsx'),
  at('salonMembership', 'salons/membership.ts'),
  at('leaveSalon', 'salons/leave.tsx'),
  at('readingMark', 'chat/reading-mark.ts'),
  at('typing', 'chat/typing.ts'),
  at('messages', 'chat/messages.tsx'),
  at('message', 'chat/message.tsx'),
  at('deleteMessage', 'chat/delete-message.tsx'),
  at('reactions', 'chat/reactions.ts'),
  at('shareLink', 'salons/share-link.tsx'),
  route(serviceWorker, 'routes/house/service-worker.ts', { id: 'serviceWorker' }),
  route('*', 'routes/not-found.tsx', { id: 'notFound' }),
] satisfies RouteConfig;
