/** G28: what the page of the ranking is asked. Pure and synchronous. */
import { type Form, parseUuid } from '~/forms';
import { clock } from '~/ui/format';

/** In Paris: before anybody looks. */
const COUNTED_AT = '06:00';

/** @param due when its job was to begin; the queue knows hours of UTC only, of which that is one in summer, another in winter */
export const isRankingDue = (due: Date): boolean => clock(due) === COUNTED_AT;

/** Lines of the page: one reads them, and nobody is the last of ten thousand. */
export const RANKING_PAGE = 50;

export type RankingView = { readonly isOfWeek: boolean; readonly salonId: string | null };

export function parseRankingView(query: URLSearchParams): RankingView {
  return { isOfWeek: query.get('vue') === 'semaine', salonId: parseUuid(query.get('salon')) };
}

/** Null: neither. */
export function parseTakingPart(form: Form): boolean | null {
  return form.participer === 'on' ? true : form.participer === 'off' ? false : null;
}
