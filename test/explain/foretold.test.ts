import { describe, expect, it } from 'vitest';
import type { CaseEvent } from '../../domain/events.ts';
import { type EventExplanation, explainEvent, type GuardExplanation } from '../../explain/index.ts';
import { machineNames } from '../../machines/index.ts';
import { type CaseMachine, type CaseSnapshot, contextOf } from '../../replay/snapshot.ts';
import { lapse } from '../../replay/step.ts';
import { poolOf } from '../support/always.ts';
import type { Played } from '../support/play.ts';

describe.each(machineNames)('explained events of %s', (machine) => {
  it('should foretell what becomes of every event, and agree with the machine on each transition', () => {
    const answers = new Set<string>();
    for (const { event, before, result } of someOf(poolOf(machine).flatMap(({ played }) => played))) {
      const explanation = explainEvent(before, event);
      answers.add(explanation.answer);
      expect(explanation.answer).toBe(result.outcome);
      const { refusal } = explanation;
      if (refusal?.code !== 'changesNothing') {
        expect(refusal?.code).toBe(result.outcome === 'applied' ? undefined : result.reason.code);
      }
      if (result.outcome === 'rejected') continue;

      const { snapshot } = lapse(before, event.at as string);
      const open = explanation.transitions.filter(({ answer }) => answer === 'holds');
      expect(open.length > 0).toBe(snapshot.can(event));
      expect(takenIn(explanation).sort()).toEqual(takenBy(snapshot, event).sort());
    }
    expect(answers).toEqual(new Set(['applied', 'ignored', 'rejected']));
  });

  it('should name, for every refused event, a part of the guard that fails or the states that would accept it', () => {
    for (const { event, before, result } of someOf(poolOf(machine).flatMap(({ played }) => played))) {
      if (result.outcome !== 'ignored') continue;
      const explanation = explainEvent(before, event);
      if (explanation.refusal?.code === 'changesNothing') continue;
      if (explanation.refusal?.code === 'notExpected') {
        expect(explanation.transitions).toEqual([]);
        continue;
      }
      for (const { guard } of explanation.transitions) {
        expect(guard && failing(guard).length).toBeGreaterThan(0);
      }
    }
  });

  it('should answer by the type alone what no field can change', () => {
    for (const { event, before } of someOf(poolOf(machine).flatMap(({ played }) => played))) {
      const whole = explainEvent(before, { ...event, at: contextOf(before).at });
      if (!whole.event || ['invalid', 'closed', 'changesNothing'].includes(whole.refusal?.code ?? ''))
        continue;
      const { answer } = explainEvent(before, whole.type);
      if (answer !== 'dependsOnFields') expect(whole.answer).toBe(answer);
    }
  });
});

// Helpers

/** Every few events: each is explained in full, which takes long. */
function someOf(played: readonly Played[]): Played[] {
  return played.filter((_, place) => place % 9 === 0);
}

function takenIn({ transitions }: EventExplanation): string[] {
  return transitions.filter(({ taken }) => taken).map(({ source }) => source.path);
}

function takenBy(snapshot: CaseSnapshot, event: Played['event']): string[] {
  return (snapshot.machine as CaseMachine)
    .getTransitionData(snapshot as never, event as CaseEvent)
    .map(({ source }) => source.path.join('.'));
}

/** The parts of a guard that fail, down to those that have no parts. */
function failing(guard: GuardExplanation): GuardExplanation[] {
  if (guard.kind === 'combination' && guard.name !== 'not') return guard.parts.flatMap(failing);
  return guard.answer === 'fails' ? [guard] : [];
}
