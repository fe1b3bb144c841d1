export interface ErrorNote {
  readonly name: string;
  /** Code of Node or SQLSTATE of the database. */
  readonly code?: string;
  readonly message?: string;
  /** Where it was thrown: file, line, column. */
  readonly stack: readonly string[];
  readonly cause?: ErrorNote;
}

/**
 * What a log may say of an error: its name, its code, where it happened. The message stays out
 * unless asked for: databases and parsers like to quote the value that displeased them.
 */
export function describeError(error: unknown, withMessage: boolean, depth = 0): ErrorNote {
  if (!(error instanceof Error)) return { name: typeof error, stack: [] };
  return {
    name: error.name,
    ...('code' in error && typeof error.code === 'string' ? { code: error.code } : {}),
    ...(withMessage ? { message: error.message } : {}),
    stack: framesOf(error.stack ?? ''),
    ...(error.cause === undefined || depth >= 3 ? {} : { cause: describeError(error.cause, withMessage, depth + 1) }),
  };
}

function framesOf(stack: string): string[] {
  return stack
    .split('\n')
    .filter((line) => /^\s+at .*:\d+:\d+\)?$/.test(line))
    .map((line) => line.trim().replace(/^at /, ''))
    .slice(0, 12);
}
