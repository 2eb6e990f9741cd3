import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problemsOf } from '../../domain/errors.ts';
import { type CaseEventType, eventSchema, eventTypes } from '../../domain/events.ts';
import { parcelCaseMachine } from '../../machines/parcel-case.ts';
import { parseEvent } from '../../replay/parse-event.ts';
import { open } from '../../replay/step.ts';
import { eventOf } from '../support/events.ts';
import { spoilt } from '../support/junk.ts';

const at = '2026-03-01T08:00:00Z';
const { snapshot } = open(parcelCaseMachine, {
  caseId: 'case',
  openedAt: at,
  order: { waybill: 'YT1', courier: 'yto', paid: 100 },
});

describe('shared, compiled schemas of events', () => {
  it.each(eventTypes)('should take a valid %s as its own schema does', (type) => {
    fc.assert(
      fc.property(fc.nat(9_999), (pick) => {
        const event = eventOf(type, at, pick);

        expect(parseEvent(snapshot, event)).toEqual({ event: eventSchema(type).parse(event) });
      }),
      { numRuns: 20 },
    );
  });

  it('should find the problems in a wrong event that its own schema finds', () => {
    fc.assert(
      fc.property(spoilt, ({ event }) => {
        const own = eventSchema(event.type as CaseEventType).safeParse(event);
        const parsed = parseEvent(snapshot, event);

        expect('refusal' in parsed ? parsed.refusal.problems : []).toEqual(
          problemsOf(own.error?.issues ?? []),
        );
      }),
      { numRuns: 2_000 },
    );
  });
});
