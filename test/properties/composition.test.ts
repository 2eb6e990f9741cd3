import { describe, expect, it } from 'vitest';
import { isEventType } from '../../domain/events.ts';
import { exceptionTypes } from '../../guards/rulebooks.ts';
import { candidatesFor } from '../../replay/candidates.ts';
import { contextOf } from '../../replay/snapshot.ts';
import { always } from '../support/always.ts';
import { play, type Trace } from '../support/play.ts';

describe.each(exceptionTypes)('%s alone and inside the case', (type) => {
  it('should do the same, as long as the exception stays what it is', () => {
    let compared = 0;
    always(type, (trace) => {
      const alone = play({ ...trace.life, events: sinceReported(trace) });
      const inside = play({ ...alone.life, machine: 'parcelCase' });
      for (const [place, { event, result }] of alone.played.entries()) {
        const composed = inside.played[place]?.result.snapshot ?? result.snapshot;
        if (contextOf(result.snapshot).outcome === 'reclassified') return;
        compared++;
        expect({ event, ...side(composed) }).toEqual({ event, ...side(result.snapshot) });
      }
    });
    // A parcel that stands still becomes a loss: those lives are compared only up to there.
    expect(compared).toBeGreaterThan(50);
  });
});

// Helpers

/** The events from the one that reports the exception on, without tickets, which only the whole case has. */
function sinceReported({ life, opened, played }: Trace): Trace['life']['events'] {
  const first = played.findIndex(
    ({ event, result }) => result.outcome === 'applied' && leavesOpened(opened, event),
  );
  return first < 0 ? [] : life.events.slice(first).filter(({ type }) => !/^(ticket|urge)/.test(String(type)));
}

function leavesOpened({ snapshot }: Trace['opened'], event: Readonly<Record<string, unknown>>): boolean {
  return (
    isEventType(event.type as string) &&
    candidatesFor(snapshot, event as never).some(({ source }) => source.endsWith('.opened'))
  );
}

/** What both show: the states of exception, remedy, recovery and receipt, and all they remember. */
function side({ value, context, status }: Trace['last']) {
  const { open } = value as { open?: Record<string, unknown> };
  const { at: _at, ...remembered } = context as { at: string };
  return {
    status,
    exception: open?.exception,
    remedy: open?.remedy,
    recovery: open?.recovery,
    receipt: open?.receipt,
    remembered,
  };
}
