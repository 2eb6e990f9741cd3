import type { Text } from '../../domain/text.ts';

/** An answer to a request. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string | Buffer;
  /** Whether the browser may keep it for good: its name changes with its content. */
  readonly lasting?: boolean;
}

/** An answer with data. */
export function data(value: unknown): Answer {
  return { status: 200, type: 'application/json; charset=utf-8', body: JSON.stringify(value) };
}

/** An answer that says what is wrong and what to do. */
export function problem(status: number, message: Text): Answer {
  return { ...data({ message }), status };
}
