export type { ArticleExplanation, UnmetFact } from './articles.ts';
export { type Explanation, explain, type PostingExplanation } from './case.ts';
export {
  type Change,
  type ChangedFact,
  type Changes,
  type Consequence,
  changesOn,
  type LayerChanges,
  whatWouldChange,
} from './changes.ts';
export type { DeadlineExplanation } from './deadlines.ts';
export { type EventExplanation, type EventRefusal, explainEvent } from './event.ts';
export type { ExpectedEvent, ExpectedEvents } from './expected.ts';
export type { FactSource, FactState, MissingFact } from './facts.ts';
export type { FindingExplanation, NextQuestion } from './findings.ts';
export type { Answer, GuardExplanation, ReadFact } from './guards.ts';
export type { AdoptedRuling, LayerExplanation } from './layers.ts';
export type { AmountLimit } from './limits.ts';
export type { ArticleReference, Bearer, EventReference, Named, RulingReference } from './named.ts';
export { type RequestedNotice, renderNotice } from './render/notice.ts';
export { renderChanges, renderEventExplanation, renderExplanation } from './render.ts';
export type { StateReference } from './states.ts';
export type { TransitionExplanation } from './transitions.ts';
