/** Parcel exceptions as statecharts whose guards are the liability rules. */
export { type Effect, type EffectName, type EffectParams, effectNames } from './actions/effects.ts';
export { type CaseInput, caseInputSchema, type Order } from './domain/case.ts';
export { type Deadline, type DeadlineName, deadlineNames } from './domain/deadlines.ts';
export { ParcelError, type ParcelErrorCode, type Problem } from './domain/errors.ts';
export {
  type CaseEvent,
  type CaseEventType,
  type EventDefinition,
  eventCatalogue,
  eventSchema,
  eventTypes,
} from './domain/events.ts';
export {
  type FactDefinition,
  type FactName,
  type Facts,
  type FactValue,
  factCatalogue,
  factNames,
} from './domain/facts.ts';
export { type Account, balance, type Fen, type Posting, type PostingPurpose } from './domain/money.ts';
export type { FreightBearer, Party, Payer, Recourse } from './domain/parties.ts';
export type { Language, Text } from './domain/text.ts';
export * from './explain/index.ts';
export type { CaseContext, Outcome, Verdict } from './guards/case-context.ts';
export { type ExceptionType, exceptionTypes, rulebooks } from './guards/rulebooks.ts';
export { afterSaleMachine } from './machines/after-sale.ts';
export { damagedMachine } from './machines/damaged.ts';
export { dropshipReturnMachine } from './machines/dropship-return.ts';
export { type MachineName, machineNames, machines } from './machines/index.ts';
export { lostMachine } from './machines/lost.ts';
export { minorFlawMachine } from './machines/minor-flaw.ts';
export { misroutedMachine } from './machines/misrouted.ts';
export { namedOnlyMachine } from './machines/named-only.ts';
export { overAreaMachine } from './machines/over-area.ts';
export { papersMachine } from './machines/papers.ts';
export { parcelCaseMachine } from './machines/parcel-case.ts';
export { recipientMachine } from './machines/recipient.ts';
export { refusedMachine } from './machines/refused.ts';
export type { CaseOutput } from './machines/setup.ts';
export { shippingDutyMachine } from './machines/shipping-duty.ts';
export { standstillMachine } from './machines/standstill.ts';
export {
  type Parameter,
  type ParameterName,
  type Policy,
  parameters,
  policyOn,
} from './policy/parameters.ts';
export type { Article, Layer, Rulebook, RuleSet, Rulings } from './policy/rulebook.ts';
export {
  type BundledMachine,
  type CaseMachine,
  type CaseSnapshot,
  type PersistedCase,
  persist,
  restore,
} from './replay/snapshot.ts';
export {
  type Applied,
  dueDeadlines,
  type Lapse,
  lapse,
  type NotApplied,
  open,
  type Refusal,
  type StepResult,
  step,
} from './replay/step.ts';
