import type { Text } from '../domain/text.ts';
import type { Row } from '../policy/rulebook.ts';

/** What a rule analysis can find. */
export const findingKinds = [
  'conflict',
  'silence',
  'dead',
  'displaced',
  'redundant',
  'brokenLaw',
  'idleLaw',
  'harm',
  'unusedFact',
  'unusedValue',
  'staleReview',
] as const;
export type FindingKind = (typeof findingKinds)[number];

/** A finding that somebody looked at and that is meant to be so. */
export interface Review {
  /** The exception type of the rulebook. */
  readonly type: string;
  readonly kind: FindingKind;
  /** What it is about: a layer for a silence, else articles joined by `+`, a law, a fact, a fact with its value. */
  readonly subject: string;
  /** For a silence, a conflict or a harm: the combinations that are meant. What lies outside stays a finding. */
  readonly when?: Row;
  readonly because: Text;
}

/** The reviewed findings of the rulebooks of this package. A silence that is not listed here is a failure. */
export const reviews: readonly Review[] = [
  {
    type: 'lost',
    kind: 'unusedFact',
    subject: 'contactProof',
    because: {
      en: 'Consent implies contact, so the proof of contact alone moves nothing; it shows where evidence contradicts itself.',
      zh: '有同意必有联系，单凭联系凭证不改变认定；它用于发现自相矛盾的证据。',
    },
  },
  {
    type: 'namedOnly',
    kind: 'unusedFact',
    subject: 'namedTrouble',
    because: {
      en: 'The guides only name these matters: every one of them goes to a human, and the fact says which it is.',
      zh: '指南仅列名：各事项一律交由人工，该事实只说明是哪一项。',
    },
  },
];
