import { describe, expect, it, onTestFinished } from 'vitest';
import { reportCases } from '../../inspector/index.ts';
import { answerOf, caseOf } from '../../inspector/live/case.ts';
import type { Live, LiveActor } from '../../inspector/live/model.ts';
import { parcelCaseMachine } from '../../machines/parcel-case.ts';
import { open, step } from '../../replay/step.ts';
import { freePort, served, watch } from '../support/live.ts';

describe('cases that a host reports', () => {
  it('should be shown with each step, and with the reason of an event that changed nothing', async () => {
    const server = await served();
    const reporter = reporterTo(server.url);
    const watcher = watch(server);
    await watcher.until(({ connections }) => connections.length === 1);
    const { snapshot } = open(parcelCaseMachine, input);
    const refund = { type: 'refund.paid', at: '2026-03-02T10:00:00Z', amount: 12_900 };
    const report = { type: 'damage.reported', at: '2026-03-02T11:00:00Z' };
    const refused = step(snapshot, refund);
    const reported = step(refused.snapshot, report);

    reporter.opened(snapshot);
    reporter.stepped(refund, refused.snapshot);
    reporter.stepped(report, reported.snapshot);
    const live = await watcher.until((now) => shown(now)?.steps.length === 3);

    const actor = shown(live) as LiveActor;
    expect(actor).toMatchObject({ name: 'case-1', machine: { bundled: 'parcelCase', truncated: false } });
    expect(answerOf(actor, 1)).toMatchObject({ outcome: 'ignored', reason: { code: 'notExpected' } });
    expect(answerOf(actor, 2)).toMatchObject({ outcome: 'applied' });
    expect(caseOf(actor)?.snapshot?.value).toEqual(reported.snapshot.value);
  });

  it('should be shown as they are now in an inspector that is started later, and in the next one', async () => {
    const port = await freePort();
    const reporter = reporterTo(`http://127.0.0.1:${port}/`);
    const { snapshot } = open(parcelCaseMachine, input);
    reporter.opened(snapshot);
    const { snapshot: after } = step(snapshot, { type: 'damage.reported', at: '2026-03-02T11:00:00Z' });
    reporter.stepped({ type: 'damage.reported', at: '2026-03-02T11:00:00Z' }, after);

    const first = await served({ port });
    const seen = await watch(first).until((now) => shown(now)?.alive === true);
    await first.close();
    const again = await watch(await served({ port })).until((now) => shown(now)?.alive === true);

    expect([seen, again].map((live) => shown(live)?.current?.value)).toEqual([after.value, after.value]);
  });

  it('should take even what is no event, as the host did', async () => {
    const server = await served();
    const reporter = reporterTo(server.url);
    const watcher = watch(server);
    await watcher.until(({ connections }) => connections.length === 1);
    const { snapshot } = open(parcelCaseMachine, input);
    reporter.opened(snapshot);
    reporter.stepped('nonsense', snapshot);

    const live = await watcher.until((now) => shown(now)?.steps.length === 2);

    expect(answerOf(shown(live) as LiveActor, 1)).toMatchObject({
      outcome: 'rejected',
      reason: { code: 'unknown' },
    });
    expect(live.connections[0]?.problems).toEqual([]);
  });
});

// Helpers

const input = {
  caseId: 'case-1',
  openedAt: '2026-03-02T09:00:00Z',
  order: { waybill: 'YT0000000001', courier: 'yto', paid: 12_900 },
} as const;

function reporterTo(url: string) {
  const reporter = reportCases(url.replace('http', 'ws'));
  onTestFinished(() => reporter.close());
  return reporter;
}

function shown({ connections }: Live): LiveActor | undefined {
  return connections.at(-1)?.actors[0];
}
