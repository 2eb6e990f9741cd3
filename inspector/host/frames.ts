import { type CaseSnapshot, contextOf, persist } from '../../replay/snapshot.ts';

/** A case in the words of @statelyai/inspect: that it is there, and what it is in. */
export function frameOfCase(snapshot: CaseSnapshot): readonly unknown[] {
  const { id, version = '1' } = snapshot.machine;
  return [
    {
      type: '@xstate.actor',
      name: sessionOf(snapshot),
      sessionId: sessionOf(snapshot),
      definition: JSON.stringify({ id, version, states: {} }),
      snapshot: stateOf(snapshot),
    },
    frameOfStep({ type: 'xstate.init' }, snapshot),
  ];
}

/** An event that a case was fed. */
export function frameOfEvent(event: unknown, snapshot: CaseSnapshot): unknown {
  return { type: '@xstate.event', sessionId: sessionOf(snapshot), event: eventOf(event) };
}

/** What a case is in after an event. */
export function frameOfStep(event: unknown, snapshot: CaseSnapshot): unknown {
  return {
    type: '@xstate.snapshot',
    sessionId: sessionOf(snapshot),
    event: eventOf(event),
    snapshot: stateOf(snapshot),
  };
}

// Helpers

function sessionOf(snapshot: CaseSnapshot): string {
  return contextOf(snapshot).caseId;
}

function stateOf(snapshot: CaseSnapshot) {
  const { status, value, context, output } = persist(snapshot);
  return { status, value, context, output, children: {} };
}

/** What is no event is reported as one that says so. */
function eventOf(event: unknown): unknown {
  const isEvent =
    typeof event === 'object' && event !== null && 'type' in event && typeof event.type === 'string';
  return isEvent ? event : { type: '(no event)', given: event };
}
