import type { Text } from '../../domain/text.ts';

/** Something that cannot be done, said in the languages of the page. */
export class TextError extends Error {
  readonly text: Text;

  constructor(text: Text) {
    super(text.en);
    this.name = 'TextError';
    this.text = text;
  }
}
