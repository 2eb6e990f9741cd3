/**
 * For applications that embed cases and want to test their own policy, effects and host: generated lives, the walker,
 * the invariants, and counterexamples as scenario files. Needs fast-check, which is an optional peer dependency.
 */

export type { Exploration, ExploreOptions } from '../verify/explore/exploration.ts';
export { explore } from '../verify/explore/explore.ts';
export { type Invariant, invariants, type Moment } from '../verify/invariants/index.ts';
export { asScenario } from './as-scenario.ts';
export { eventOf } from './events.ts';
export { everyLife, type HoldOptions } from './every-life.ts';
export { keepsInvariants } from './keeps-invariants.ts';
export { likelyEvent, type Outlook } from './likely.ts';
export { type LifeOptions, lives } from './lives.ts';
export { goOn, type Life, type Played, play, snapshotsOf, type Trace } from './play.ts';
