/**
 * What can go wrong in a way the reader should be told about.
 * One place, in `app/http`, turns a code into an answer.
 */
export type ErrorCode =
  | 'invalid' // 422: the form comes back, filled, with its faults
  | 'unauthenticated' // 303 to sign-in
  | 'payment_required' // 403: the plan's limit is reached; the message says which
  | 'forbidden' // 403: visible, but not allowed
  | 'not_found' // 404: not there, or not yours (the same answer)
  | 'conflict' // 409
  | 'too_large' // 413
  | 'too_many' // 429, with Retry-After
  | 'unavailable'; // 503, with Retry-After

const STATUS: Readonly<Record<ErrorCode, number>> = {
  invalid: 422,
  unauthenticated: 401,
  payment_required: 403,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  too_many: 429,
  unavailable: 503,
};

export class AppError extends Error {
  override readonly name = 'AppError';

  /**
   * @param detail which rule refused, for the view that explains it; never shown as it is
   * @param retryAfter seconds after which trying again makes sense (429, 503)
   */
  constructor(
    readonly code: ErrorCode,
    readonly detail: string = code,
    readonly retryAfter?: number,
    options?: ErrorOptions & { readonly limit?: number },
  ) {
    super(detail, options);
    this.limit = options?.limit ?? null;
  }

  /** The figure of the limit that refused (`payment_required`). */
  readonly limit: number | null;

  get status(): number {
    return STATUS[this.code];
  }
}

/** The same answer for what is not there and what is not yours. */
export function notFound(): AppError {
  return new AppError('not_found');
}

/** What the functions of the database raise (`AU…`), in our words. */
const RAISED: Readonly<Record<string, ErrorCode>> = {
  AU401: 'unauthenticated',
  AU402: 'payment_required',
  AU403: 'forbidden',
  AU429: 'too_many',
};

/** Seconds that a client is asked to wait while the database is away. */
const DATABASE_RETRY = 5;

/**
 * A failure of the database as the application sees it: lost, slow or refused.
 * What is none of these is a fault of ours and comes back as it was.
 */
export function fromDatabase(error: unknown): unknown {
  if (error instanceof AppError || !(error instanceof Error)) return error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const raised = RAISED[code];
  if (raised === 'too_many') return new AppError(raised, error.message, figureIn(error), { cause: error });
  if (raised) return new AppError(raised, error.message, undefined, { cause: error, limit: figureIn(error) });
  if (code === '42501') return new AppError('forbidden', 'row_security', undefined, { cause: error });
  if (isLost(code)) return new AppError('unavailable', code, DATABASE_RETRY, { cause: error });
  return error;
}

/** What is raised beside the name of a limit: its figure (AU402), or the seconds until it lets one through (AU429). */
function figureIn(error: Error): number | undefined {
  return 'detail' in error && /^\d+$/.test(String(error.detail)) ? Number(error.detail) : undefined;
}

/** Connection classes 08 and 57P, lock and statement time-outs, too many connections, and the driver's own words. */
function isLost(code: string): boolean {
  return (
    /^(08|57P|53|25P0[23]|57014|55P03|40P01|40001|CONNECT|CONNECTION_)/.test(code) ||
    /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH)/.test(code)
  );
}

/** The name of the constraint that refused a row, if one did. */
export function refusedBy(error: unknown): string | null {
  return error instanceof Error && 'constraint_name' in error ? String(error.constraint_name) : null;
}
