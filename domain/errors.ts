/** Everything this package throws has one of these codes. */
export type ParcelErrorCode =
  | 'INVALID_INPUT'
  | 'INVALID_EVENT'
  | 'INVALID_SNAPSHOT'
  | 'INVALID_SCENARIO'
  | 'INVALID_LOG'
  | 'INVALID_LINK'
  | 'TIME_GOES_BACKWARDS'
  | 'PARAMETER_NOT_IN_FORCE'
  | 'UNKNOWN_RULE_SET'
  | 'UNKNOWN_MACHINE'
  | 'UNREADABLE_FILE'
  | 'INVALID_FEED';

/** One thing wrong at one place. */
export interface Problem {
  /** Where in the data, such as `events[2].amount`. */
  readonly path: string;
  /** What is wrong and what to do. */
  readonly message: string;
}

/** An error a user can act on: what is wrong, where, and what to do. */
export class ParcelError extends Error {
  readonly code: ParcelErrorCode;
  readonly problems: readonly Problem[];

  constructor(code: ParcelErrorCode, message: string, problems: readonly Problem[] = []) {
    super(
      [message, ...problems.map(({ path, message: what }) => `  ${path || '(whole value)'}: ${what}`)].join(
        '\n',
      ),
    );
    this.name = 'ParcelError';
    this.code = code;
    this.problems = problems;
  }
}

/** Turns the issues of a zod error into problems with readable paths. */
export function problemsOf(issues: readonly { path: readonly PropertyKey[]; message: string }[]): Problem[] {
  return issues.map(({ path, message }) => ({ path: pathText(path), message }));
}

/** `['events', 2, 'amount']` as `events[2].amount`. */
export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, key) =>
      typeof key === 'number' ? `${text}[${key}]` : text === '' ? String(key) : `${text}.${String(key)}`,
    '',
  );
}
