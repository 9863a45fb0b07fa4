import type { Given } from './form';
import type { World } from './world';

/** A question to `/v1`, and what answers it. */
export type Asked = { readonly world: World; readonly given: Given; readonly id: string };
export type Answering = (asked: Asked) => unknown;
