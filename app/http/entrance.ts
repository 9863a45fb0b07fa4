/** The door that open streams come through, a few at a time. */
import type { MiddlewareHandler } from 'hono';
import { createTurns, inTurn } from '~/turns';

/** Of ten connections to the database (`DEFAULT_POOLS`): pages find a free one. */
const AT_ONCE = 5;
/** ms: then she is told to come back. */
const PATIENCE = 15_000;

/**
 * After a restart thousands of readers come back within seconds. Before anything else is done for them they wait for each
 * other, so that a page meanwhile has neither their connections nor their work before it.
 */
export function entrance(): MiddlewareHandler {
  const turns = createTurns({
    name: 'streams',
    atOnce: AT_ONCE,
    queue: Number.POSITIVE_INFINITY,
    patience: PATIENCE,
  });
  return (_c, next) => inTurn(turns, next);
}
