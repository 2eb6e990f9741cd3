import type { FactName } from '../domain/facts.ts';
import { decide, type Finding, readBy } from '../policy/decide.ts';
import { type Article, rulingOf } from '../policy/rulebook.ts';
import { afterSaleRules } from './after-sale.ts';
import type { CaseContext } from './case-context.ts';

const articles: Readonly<Record<string, Article>> = afterSaleRules.articles;

/** What the articles say about a request before the goods are back: as if they came back in order. */
export function requestFinding({ facts, ruleSet }: CaseContext): Finding {
  return decide(afterSaleRules, 'payer', { returnCondition: 'met', ...facts }, ruleSet);
}

/** The facts that decide a request. */
export const requestFacts = readBy(afterSaleRules, 'payer') as readonly FactName[];

/** Whether the articles grant the request. */
export function isGranted(finding: Finding): boolean {
  const article = finding.kind === 'decided' ? articles[finding.article] : undefined;
  return article !== undefined && rulingOf(article) === 'merchant';
}
