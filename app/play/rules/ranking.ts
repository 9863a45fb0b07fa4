/** G28: what the page of the ranking is asked. Pure and synchronous. */
import { type Form, parseUuid } from '~/forms';

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
