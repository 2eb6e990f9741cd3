import { describe, expect, it } from 'vitest';
import type { LiveActor, LiveConnection } from '../../inspector/live/model.ts';
import { legacyApp as app, hasLegacyInspect } from '../support/legacy.ts';
import { served, startApp, watch } from '../support/live.ts';

describe.skipIf(!hasLegacyInspect())('an app with the real @xstate/inspect', () => {
  it('should be shown with its actors, their machines and every step, from before the connection on', async () => {
    const running = startApp(app);
    const server = await served({ legacy: `ws://127.0.0.1:${await running.firstLine}` });
    const watcher = watch(server);
    const connected = await watcher.until(({ connections }) => actorOf(connections[0], 'door') !== undefined);

    running.send('OPEN');
    running.send('SWITCH');
    await watcher.until(({ connections }) => actorOf(connections[0], 'visitor') !== undefined);
    running.send('RING');
    const after = await watcher.until(
      ({ connections }) => actorOf(connections[0], 'door')?.steps.length === 3,
    );

    expect(actorOf(connected.connections[0], 'door')).toMatchObject({
      announced: true,
      alive: true,
      current: { status: 'active', value: 'shut', context: { opened: 0 } },
    });
    const [connection] = after.connections;
    expect(connection).toMatchObject({ protocol: 'legacy', closedAt: null, problems: [] });
    const steps = actorOf(connection, 'door')?.steps.map(({ event, snapshot }) => [
      event.type,
      snapshot.value,
    ]);
    expect(steps).toEqual([
      ['OPEN', { open: { light: 'off', visitor: {} } }],
      ['SWITCH', { open: { light: 'on', visitor: {} } }],
      ['done.invoke.visitor', 'shut'],
    ]);
    expect(actorOf(connection, 'visitor')?.current).toMatchObject({ status: 'done', value: 'rung' });
    expect(connection?.events.map(({ event }) => event.type)).toContain('RING');
  });

  it('should have a machine that can be drawn', async () => {
    const running = startApp(app);
    const watcher = watch(await served({ legacy: `ws://127.0.0.1:${await running.firstLine}` }));

    const { connections } = await watcher.until((live) => actorOf(live.connections[0], 'door') !== undefined);

    expect(actorOf(connections[0], 'door')?.machine?.definition).toMatchObject({
      id: 'door',
      initial: 'shut',
      on: { RESET: [{ target: ['#door.shut'], actions: [] }] },
      states: {
        shut: {
          id: 'door.shut',
          entry: ['lock'],
          on: {
            OPEN: [{ target: ['#door.open'], guard: 'mayOpen', actions: ['greet'] }, { actions: ['beep'] }],
          },
        },
        open: {
          type: 'parallel',
          entry: [],
          after: { 60000: [{ target: ['#door.shut'], actions: [] }] },
          states: {
            light: { initial: 'off', states: { on: { tags: ['bright'] } } },
            visitor: { invoke: [{ id: 'visitor' }] },
          },
        },
      },
    });
  });

  it('should be waited for, and followed again after it ended', async () => {
    const first = startApp(app);
    const port = await first.firstLine;
    const watcher = watch(await served({ legacy: `ws://127.0.0.1:${port}` }));
    await watcher.until(({ connections }) => actorOf(connections[0], 'door') !== undefined);
    await first.end();
    await watcher.until(({ connections }) => connections[0]?.closedAt != null);

    startApp(app, port);
    const again = await watcher.until(({ connections }) => actorOf(connections[1], 'door') !== undefined);

    expect(again.connections.map(({ closedAt }) => closedAt === null)).toEqual([false, true]);
  });

  it('should be shown as stopped when its service stops', async () => {
    const running = startApp(app);
    const watcher = watch(await served({ legacy: `ws://127.0.0.1:${await running.firstLine}` }));
    await watcher.until(({ connections }) => actorOf(connections[0], 'door') !== undefined);
    running.send('STOP');

    const stopped = await watcher.until(
      ({ connections }) => actorOf(connections[0], 'door')?.current?.status === 'stopped',
    );

    expect(actorOf(stopped.connections[0], 'door')?.current?.value).toBe('shut');
  });
});

// Helpers

function actorOf(connection: LiveConnection | undefined, name: string): LiveActor | undefined {
  return connection?.actors.find((actor) => actor.name === name);
}
