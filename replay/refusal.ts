import { type Problem, problemsOf } from '../domain/errors.ts';
import { eventTypes } from '../domain/events.ts';
import type { Text } from '../domain/text.ts';
import type { Candidate } from './candidates.ts';
import { nearest } from './nearest.ts';

/** Why an event changed nothing. */
export interface Refusal {
  /**
   * `unknown`: no such type; `invalid`: its fields are wrong; `timeGoesBackwards`; `closed`: the case is closed;
   * `notExpected`: no active state has a transition for it; `guarded`: a guard of each transition says no;
   * `changesNothing`: a transition takes it and leaves all as it is, such as a scan that says the same again.
   */
  readonly code:
    | 'unknown'
    | 'invalid'
    | 'timeGoesBackwards'
    | 'closed'
    | 'notExpected'
    | 'guarded'
    | 'changesNothing';
  readonly message: Text;
  /** The wrong fields of an invalid event. */
  readonly problems?: readonly Problem[];
  /** The transitions that were considered, with what their guards answered. */
  readonly candidates?: readonly Candidate[];
  /** The types of events that are expected now. */
  readonly expected?: readonly string[];
}

/** The case is closed. */
export const closed: Refusal = {
  code: 'closed',
  message: {
    en: 'The case is closed. Open a new case for what happened afterwards.',
    zh: '案件已结案。之后发生的情况请另行立案。',
  },
};

/** There is no such type of event, or no type at all. */
export function unknown(type: unknown): Refusal {
  if (typeof type !== 'string') {
    return {
      code: 'unknown',
      message: { en: 'An event needs a "type".', zh: '事件须有 "type"。' },
    };
  }
  const similar = nearest(type, eventTypes);
  return {
    code: 'unknown',
    message: {
      en: `There is no event "${type}".${similar ? ` Did you mean "${similar}"?` : ''}`,
      zh: `没有名为 "${type}" 的事件。${similar ? `是否应为 "${similar}"？` : ''}`,
    },
  };
}

/** The fields of an event are wrong. */
export function invalid(type: string, issues: Parameters<typeof problemsOf>[0]): Refusal {
  return {
    code: 'invalid',
    message: { en: `The event ${type} is not valid.`, zh: `事件 ${type} 的内容无效。` },
    problems: problemsOf(issues),
  };
}

/** The event is dated `at`, before `reached`, the instant the case has come to. */
export function timeGoesBackwards(at: string, reached: string): Refusal {
  return {
    code: 'timeGoesBackwards',
    message: {
      en: `The event is dated ${at}, but the case has already reached ${reached}. Events must come in order of time.`,
      zh: `事件时间为 ${at}，而案件已到 ${reached}。事件须按时间顺序提交。`,
    },
  };
}

/** No active state has a transition for the event. */
export function notExpected(type: string, expected: readonly string[]): Refusal {
  return {
    code: 'notExpected',
    message: { en: `Nothing waits for ${type} now.`, zh: `当前不处理事件 ${type}。` },
    expected,
  };
}

/** A transition takes the event and leaves all as it is. */
export function changesNothing(type: string, expected: readonly string[]): Refusal {
  return {
    code: 'changesNothing',
    message: { en: `${type} says nothing new.`, zh: `事件 ${type} 未带来新情况。` },
    expected,
  };
}

/** A guard of each transition says no. */
export function guarded(
  type: string,
  candidates: readonly Candidate[],
  expected: readonly string[],
): Refusal {
  return {
    code: 'guarded',
    message: {
      en: `${type} is not accepted now, because a condition does not hold.`,
      zh: `当前不接受事件 ${type}，因为条件不满足。`,
    },
    candidates,
    expected,
  };
}
