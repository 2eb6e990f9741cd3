import type { z } from 'zod';
import { pathText } from '../../domain/errors.ts';

/** What is wrong with a message and where, in one line. */
export function problemText({ issues }: z.ZodError): string {
  return issues.map(({ path, message }) => `${pathText(path) || '(the message)'}: ${message}`).join('; ');
}
