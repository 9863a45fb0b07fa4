/** Props are JSON: their times come as ISO 8601. A time that is none is a fault of ours, and stops the letter. */
import { fullDay, fullMoment } from '~/ui/format';

export const day = (iso: string) => fullDay(new Date(iso));
export const moment = (iso: string) => fullMoment(new Date(iso));
