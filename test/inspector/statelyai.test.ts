import { createWebSocketInspector } from '@statelyai/inspect';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createActor, createMachine } from 'xstate';
import { answerOf, caseOf } from '../../inspector/live/case.ts';
import type { Live, LiveActor } from '../../inspector/live/model.ts';
import { parcelCaseMachine } from '../../machines/parcel-case.ts';
import { freePort, served, startApp, watch } from '../support/live.ts';

const app = 'test/fixtures/statelyai-inspect/app.mjs';

describe('an app with the real @statelyai/inspect', () => {
  it('should be shown with its actors, their machines, and every step from the first state on', async () => {
    const server = await served();
    const watcher = watch(server);
    const running = startApp(app, socketOf(server.url));
    await watcher.until((live) => actorNamed(live, 'door')?.steps.length === 1);

    running.send('OPEN');
    const opened = await watcher.until((live) => actorNamed(live, 'delivery')?.current?.status === 'done');
    running.send('RING');
    const left = await watcher.until((live) => actorNamed(live, 'door')?.current?.status === 'done');

    expect(actorNamed(opened, 'door')).toMatchObject({
      announced: true,
      machine: { id: 'door', truncated: false, bundled: null },
      current: { value: 'open', context: { opened: 0 }, children: ['delivery', 'visitor'] },
    });
    expect(actorNamed(opened, 'delivery')).toMatchObject({ machine: null, current: { output: 'parcel' } });
    const door = actorNamed(left, 'door');
    expect(actorNamed(left, 'visitor')?.parent).toBe(door?.session);
    expect(door?.steps.map(({ event, snapshot }) => [event.type, snapshot.value])).toEqual([
      ['xstate.init', 'shut'],
      ['OPEN', 'open'],
      ['xstate.done.actor.delivery', 'open'],
      ['xstate.done.actor.visitor', 'left'],
    ]);
    expect(left.connections[0]?.events.map(({ event }) => event.type)).toContain('RING');
    expect(left.connections[0]?.problems).toEqual([]);
  });

  it('should be kept when it ends, and be another one when it starts again with the same session ids', async () => {
    const server = await served();
    const watcher = watch(server);
    const first = startApp(app, socketOf(server.url));
    await watcher.until((live) => actorNamed(live, 'door')?.alive === true);
    await first.end();
    const ended = await watcher.until(({ connections }) => connections[0]?.closedAt != null);
    const second = startApp(app, socketOf(server.url));
    second.send('OPEN');

    const both = await watcher.until(
      ({ connections }) => actorOf(connections[1]?.actors, 'door')?.current?.value === 'open',
    );

    expect(actorNamed(ended, 'door')?.current?.value).toBe('shut');
    const doors = both.connections.map(({ actors }) => actorOf(actors, 'door'));
    expect(doors.map((door) => door?.current?.value)).toEqual(['shut', 'open']);
    expect(doors[0]?.session).toBe(doors[1]?.session);
    expect(doors[0]?.key).not.toBe(doors[1]?.key);
  });

  it('should be shown when it started before the inspector, even if what it first said is lost', async () => {
    const port = await freePort();
    const inspector = createWebSocketInspector({ url: `ws://127.0.0.1:${port}`, maxDeferredEvents: 3 });
    onTestFinished(() => inspector.stop());
    const counter = createActor(counting, { inspect: inspector.inspect }).start();
    for (let sent = 0; sent < 5; sent++) counter.send({ type: 'COUNT' });

    const watcher = watch(await served({ port }));
    const { connections } = await watcher.until((live) => live.connections[0]?.actors[0]?.alive === true);

    const [actor] = connections[0]?.actors ?? [];
    expect(actor).toMatchObject({ announced: false, machine: null, current: { context: { count: 5 } } });
    expect(actor?.steps.at(-1)?.event.type).toBe('COUNT');
    expect(actor?.name).toBe(actor?.session);
  });

  it('should say where its definition was cut off', async () => {
    const server = await served();
    const watcher = watch(server);
    const inspector = createWebSocketInspector({ url: socketOf(server.url) });
    onTestFinished(() => inspector.stop());
    createActor(parcelCaseMachine, { input: caseInput, inspect: inspector.inspect }).start();

    const live = await watcher.until((now) => actorNamed(now, 'parcelCase')?.alive === true);

    expect(actorNamed(live, 'parcelCase')?.machine).toMatchObject({ truncated: true, bundled: 'parcelCase' });
  });

  it('should be explained where it runs a machine of this package', async () => {
    const server = await served();
    const watcher = watch(server);
    const inspector = createWebSocketInspector({ url: socketOf(server.url) });
    onTestFinished(() => inspector.stop());
    const actor = createActor(parcelCaseMachine, { input: caseInput, inspect: inspector.inspect }).start();
    actor.send({ type: 'refund.paid', at: '2026-03-02T09:00:00Z', amount: 1 });
    actor.send({ type: 'parcel.vanished', at: '2026-03-02T10:00:00Z' } as never);

    const live = await watcher.until((now) => (actorNamed(now, 'parcelCase')?.steps.length ?? 0) >= 3);

    const shown = actorNamed(live, 'parcelCase') as LiveActor;
    expect(caseOf(shown)?.problem).toBeNull();
    expect(caseOf(shown)?.snapshot?.value).toEqual(actor.getSnapshot().value);
    expect(answerOf(shown, 0)).toBeNull();
    expect(answerOf(shown, 1)).toMatchObject({ outcome: 'ignored', reason: { code: 'notExpected' } });
    expect(answerOf(shown, 2)).toMatchObject({ outcome: 'rejected', reason: { code: 'unknown' } });
  });
});

// Helpers

const caseInput = {
  caseId: 'C-1',
  openedAt: '2026-03-02T08:00:00Z',
  order: { waybill: 'YT0001', courier: 'yto', paid: 12_800 },
} as never;

const counting = createMachine({
  id: 'counter',
  context: { count: 0 },
  initial: 'counting',
  states: { counting: { on: { COUNT: { actions: 'add' } } } },
}).provide({
  actions: {
    add: ({ context }) => {
      context.count += 1;
    },
  },
});

function socketOf(url: string): string {
  return url.replace('http', 'ws');
}

function actorOf(actors: readonly LiveActor[] | undefined, name: string): LiveActor | undefined {
  return actors?.find((actor) => actor.name === name);
}

function actorNamed({ connections }: Live, name: string): LiveActor | undefined {
  return actorOf(connections.at(-1)?.actors, name);
}
