/**
 * Every address that shows a page, once, as whoever its row lets in. A new row is crawled, weighed, photographed and
 * looked at by axe from here; `known-*` add the states of a page that look different.
 */
import { type Place, places, rowOf } from '~/urls';
import type { Audience } from '~/urls/row';
import type { KnownPage, Params, Who } from './known-page';

/** What no visitor of the furnished site can open, and where it is tested instead. */
export const NOT_OPENED: Readonly<Partial<Record<Place, string>>> = {
  paymentReturn: 'needs a payment: tests/http/payment-pages.test.ts',
  changePlan: 'asks Stripe: tests/http/payment-pages.test.ts',
  withdrawPlan: 'leads away from whoever has not just subscribed; a state of tests/support/known-plans.ts',
  providerSignUp: 'leads away from whoever does not come back from a provider: tests/http/other-sign-in.test.ts',
};

const AS: Readonly<Record<Audience, Who>> = {
  anyone: 'stranger',
  machine: 'stranger',
  member: 'member',
  proven: 'admin',
  author: 'admin',
  team: 'admin',
  admin: 'admin',
  'proven admin': 'admin',
  workshop: 'admin',
};

/** A letter's link without its letter, and the way back from a provider to whom nobody has gone. */
const STATUS: Readonly<Partial<Record<Place, number>>> = {
  confirmAddress: 404,
  confirmNewAddress: 404,
  takeBackAddress: 404,
  sessionTransferLink: 404,
  providerReturn: 400,
};

/** A form whose module has a view shows its page again when it is refused; one without a view leads elsewhere. */
export const showsPage = (place: Place): boolean =>
  rowOf(place).kind === 'page' || rowOf(place).module?.endsWith('.tsx') === true;

/** The pages that a GET opens. */
export function everyPage(params: Params): KnownPage[] {
  return places.flatMap((place) => {
    const { get, kind } = rowOf(place);
    if (kind !== 'page' || !get || NOT_OPENED[place]) return [];
    return { name: place, who: AS[get], path: pathOf(place, params), status: STATUS[place] ?? 200 };
  });
}

/** The address with the values of the furnished site. */
export function pathOf(place: Place, params: Params): string {
  const { pattern } = rowOf(place);
  const beginnings = Object.keys(params).filter((beginning) => pattern.startsWith(beginning));
  const longestLast = beginnings.toSorted((a, b) => a.length - b.length);
  const values = Object.assign({}, ...longestLast.map((beginning) => params[beginning]));
  return pattern.replace(/:(\w+)/g, (parameter, name: string) => {
    if (values[name] === undefined) throw new Error(`${place}: the furnished site has no value for ${parameter}`);
    return String(values[name]);
  });
}
