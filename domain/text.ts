/** A short text in the two languages of the product. */
export interface Text {
  readonly en: string;
  readonly zh: string;
}

/** The languages of the product. */
export type Language = keyof Text;
