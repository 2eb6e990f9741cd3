/** The five source guides, by stable key. The number is the one the requirements use. */
export const guides = {
  refusal: { number: '000', title: { en: 'Guide to refused deliveries', zh: '拒收处理指南' }, lines: 117 },
  afterSales: {
    number: '001',
    title: { en: 'After-sales service handbook', zh: '售后客服手册' },
    lines: 310,
  },
  dropship: { number: '002', title: { en: 'Guide to dropship returns', zh: '一件代发退货指南' }, lines: 108 },
  workOrder: {
    number: '003',
    title: { en: 'Guide to logistics work orders', zh: '物流工单指南' },
    lines: 70,
  },
  courier: {
    number: '004',
    title: { en: 'Courier problem parcel handbook', zh: '快递问题件手册' },
    lines: 247,
  },
} as const;

/** The key of a source guide. */
export type Guide = keyof typeof guides;

/** The number of an atomic rule of the requirements, such as `R-098`. */
export type RuleNumber = `R-${number}`;

/** The number of an ambiguity of the requirements, such as `A-02`. */
export type AmbiguityNumber = `A-${number}`;

/** Where a rule comes from, and how strong that is. */
export type Citation =
  | {
      /** The guide says so. */
      readonly basis: 'stated';
      readonly source: Guide;
      /** First and last line of the passage (1-based, inclusive). */
      readonly lines: readonly [first: number, last: number];
      readonly rules: readonly RuleNumber[];
      readonly note?: string;
    }
  | {
      /** It follows from what the guide says. */
      readonly basis: 'derived';
      readonly source: Guide;
      readonly lines: readonly [first: number, last: number];
      readonly rules: readonly RuleNumber[];
      /** How it follows. */
      readonly note: string;
    }
  | {
      /** The guides are silent or disagree; this is the choice the product made. */
      readonly basis: 'assumed';
      readonly ambiguity?: AmbiguityNumber;
      readonly rules?: readonly RuleNumber[];
      /** What was chosen and why. */
      readonly note: string;
    };

/** The guide says so, in these lines. */
export function stated(
  source: Guide,
  first: number,
  last: number,
  ...rules: readonly RuleNumber[]
): Citation {
  return { basis: 'stated', source, lines: [first, last], rules };
}

/** It follows from these lines; the note says how. */
export function derived(
  source: Guide,
  first: number,
  last: number,
  rules: readonly RuleNumber[],
  note: string,
): Citation {
  return { basis: 'derived', source, lines: [first, last], rules, note };
}

/** The guides leave it open; the note says what was chosen and why. */
export function assumed(
  note: string,
  ambiguity?: AmbiguityNumber,
  ...rules: readonly RuleNumber[]
): Citation {
  return { basis: 'assumed', note, ...(ambiguity && { ambiguity }), ...(rules.length > 0 && { rules }) };
}

/** A citation as one line: `001:294-300 (stated, R-098)`. */
export function citationText(citation: Citation): string {
  if (citation.basis === 'assumed') return ['assumed', citation.ambiguity].filter(Boolean).join(', ');
  const [first, last] = citation.lines;
  const place = `${guides[citation.source].number}:${first === last ? first : `${first}-${last}`}`;
  return `${place} (${[citation.basis, ...citation.rules].join(', ')})`;
}
