import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Text } from '../../../domain/text.ts';
import type { FieldError } from '../../session/forms.ts';

/** What is wrong with the fields of a form, by their paths such as `facts.stock`; `''`: with the form as a whole. */
export function wrongFields(errors: readonly FieldError[]): ReadonlyMap<string, Text> {
  return new Map(errors.map(({ path, message }) => [path.join('.'), message]));
}

/** Moves the focus to the first field that is wrong, so that it is seen, and said by a screen reader. */
export function useFirstWrong(form: RefObject<HTMLFormElement>, wrong: ReadonlyMap<string, Text>): void {
  useEffect(() => {
    if (wrong.size > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [wrong]);
}
