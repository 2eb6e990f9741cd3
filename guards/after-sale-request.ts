import { decide, type Finding } from '../policy/decide.ts';
import { afterSaleRules } from './after-sale.ts';
import type { CaseContext } from './case-context.ts';

/** What the articles say about a request before the goods are back: as if they came back in order. */
export function requestFinding({ facts, ruleSet }: CaseContext): Finding {
  return decide(afterSaleRules, 'payer', { returnCondition: 'met', ...facts }, ruleSet);
}
