import { describe, expect, it } from 'vitest';
import type { Frame, LiveSnapshot } from '../../inspector/live/frame.ts';
import { decodeLegacy } from '../../inspector/live/legacy.ts';
import type { LiveMessage } from '../../inspector/live/message.ts';
import { keptSteps, type Live, type LiveConnection } from '../../inspector/live/model.ts';
import { receive, receiveAll } from '../../inspector/live/receive.ts';
import { decodeStatelyai } from '../../inspector/live/statelyai.ts';
import { decodePosted, greetings, isLocalOrigin } from '../../inspector/live/window.ts';

const now = '2026-11-22T00:00:00.000Z';

describe('live apps', () => {
  it('should take the first state from the first step, not from an announcement that came too late to know it', () => {
    const { actors } = said(
      actor('x:0', 'switch', { value: 'on' }),
      init('x:0', 'off'),
      step('x:0', 'T', 'on'),
    );

    expect(actors[0]?.steps.map(({ number, snapshot }) => [number, snapshot.value])).toEqual([
      [0, 'off'],
      [1, 'on'],
    ]);
  });

  it('should show what an announcement says until there is a step', () => {
    const { actors } = said(actor('x:0', 'switch', { value: 'on' }));

    expect(actors[0]).toMatchObject({ current: { value: 'on' }, steps: [], alive: false });
  });

  it('should make up for an announcement that was lost, and take it when it comes after all', () => {
    const lost = [step('x:7', 'T', 'on'), event('x:7', 'T'), event('x:8', 'T')];

    const before = said(...lost);
    const after = said(...lost, actor('x:7', 'switch'));

    expect(before.actors.map(({ name, announced }) => [name, announced])).toEqual([
      ['x:7', false],
      ['x:8', false],
    ]);
    expect(after.actors[0]).toMatchObject({ name: 'switch', announced: true, current: { value: 'on' } });
    expect(after.actors[0]?.steps).toHaveLength(1);
  });

  it('should tell actors that never did anything from those that did', () => {
    const { actors } = said(actor('x:0', 'ghost'), actor('x:1', 'switch'), init('x:1', 'off'));

    expect(actors.map(({ name, alive }) => [name, alive])).toEqual([
      ['ghost', false],
      ['switch', true],
    ]);
  });

  it('should keep the first life of an actor whose session begins a second one', () => {
    const { actors } = said(
      actor('x:0', 'switch'),
      init('x:0', 'off'),
      step('x:0', 'T', 'on'),
      actor('x:0', 'switch'),
      init('x:0', 'off'),
      step('x:0', 'U', 'broken'),
    );

    expect(actors.map(({ key, name, current, steps }) => [key, name, current?.value, steps.length])).toEqual([
      ['1/x:0', 'switch', 'on', 2],
      ['1/x:0~2', 'switch', 'broken', 2],
    ]);
  });

  it('should take another machine in the same session for another actor', () => {
    const { actors } = said(actor('x:0', 'switch'), step('x:0', 'T', 'on'), actor('x:0', 'door'));

    expect(actors.map(({ name }) => name)).toEqual(['switch', 'door']);
  });

  it('should not count what is announced or begun again with nothing new', () => {
    const { actors } = said(
      actor('x:0', 'switch'),
      init('x:0', 'off'),
      actor('x:0', 'switch'),
      init('x:0', 'off'),
    );

    expect(actors.map(({ steps }) => steps.length)).toEqual([1]);
  });

  it('should keep apart actors of the same session in different connections', () => {
    const live = receiveAll([
      opened('1', actor('x:0', 'switch'), init('x:0', 'off')),
      opened('2', actor('x:0', 'switch'), init('x:0', 'on')),
      { type: 'frames', connection: '1', frames: [step('x:0', 'T', 'broken')] },
    ]);

    expect(live.connections.map(({ actors }) => [actors[0]?.key, actors[0]?.current?.value])).toEqual([
      ['1/x:0', 'broken'],
      ['2/x:0', 'on'],
    ]);
  });

  it('should show an actor that was stopped as such, and one that was done as done', () => {
    const stopped: Frame = { kind: 'stopped', session: 'x:0', at: now };

    const was = (status: string) => said(step('x:0', 'T', 'on', { status }), stopped).actors[0]?.current;
    expect(was('active')).toMatchObject({ status: 'stopped', value: 'on' });
    expect(was('done')).toMatchObject({ status: 'done', value: 'on' });
  });

  it('should forget the oldest steps and say how many', () => {
    const frames = Array.from({ length: keptSteps + 3 }, (_, index) => step('x:0', 'T', `s${index}`));

    const [switched] = said(...frames).actors;

    expect(switched?.steps).toHaveLength(keptSteps);
    expect(switched).toMatchObject({ dropped: 3, current: { value: `s${keptSteps + 2}` } });
    expect(switched?.steps[0]).toMatchObject({ number: 3, snapshot: { value: 's3' } });
  });

  it('should begin anew when the server tells all it knows, and change nothing for a connection it does not', () => {
    const before = receiveAll([opened('1', init('x:0', 'off'))]);

    const unknown = receive(before, { type: 'frames', connection: '9', frames: [init('x:0', 'on')] });
    const anew = receive(before, { type: 'state', connections: [] });

    expect(unknown).toEqual(before);
    expect(anew.connections).toEqual([]);
  });

  it('should keep the app that opened the page, which the server does not know', () => {
    const message = opened('window', init('x:0', 'off'));
    const own = { ...message, connection: { ...message.connection, protocol: 'window' as const } };

    const live = receiveAll([own, opened('1', init('x:0', 'off')), { type: 'state', connections: [] }]);

    expect(live.connections.map(({ id }) => id)).toEqual(['window']);
  });

  it('should leave the value it was given as it was', () => {
    const before = deepFrozen(receiveAll([opened('1', actor('x:0', 'switch'), init('x:0', 'off'))]));

    const after = receive(before, {
      type: 'frames',
      connection: '1',
      frames: [step('x:0', 'T', 'on'), event('x:0', 'T'), actor('x:1', 'new')],
    });

    expect(before.connections[0]?.actors).toHaveLength(1);
    expect(after.connections[0]?.actors).toHaveLength(2);
  });

  it.each([
    ['{"id":"switch","states":{"off":"[Object]"}}', true],
    ['{"id":"switch","states":{"off":{"on":{"T":"[Array]"}}}}', true],
    ['{"id":"switch","context":{"deep":"[Object]"},"states":{"off":{"meta":"[Object]"}}}', false],
  ])('should say whether anything that can be drawn is missing in %s', (definition, truncated) => {
    const { actors } = said({ ...actor('x:0', 'switch'), definition });

    expect(actors[0]?.machine?.truncated).toBe(truncated);
  });

  it.each([['{"id":"x:3"}'], ['no JSON'], ['null'], ['"[Object]"']])(
    'should not take %s for a machine',
    (text) => {
      expect(said({ ...actor('x:0', 'p'), definition: text }).actors[0]?.machine).toBeNull();
    },
  );

  it('should take a machine of this package for one only in its version', () => {
    const bundled = (version: string) =>
      said({ ...actor('x:0', 'p'), definition: JSON.stringify({ id: 'damaged', version, states: {} }) })
        .actors[0]?.machine?.bundled;

    expect(bundled('1')).toBe('damaged');
    expect(bundled('2')).toBeNull();
  });
});

describe('messages of @statelyai/inspect', () => {
  it('should be read whether or not they carry what newer versions add', () => {
    const { frames } = decodeStatelyai(
      {
        type: '@xstate.event',
        sessionId: 'x:0',
        event: { type: 'T', by: 'me' },
        createdAt: '1000',
        novelty: 1,
      },
      now,
    );

    expect(frames).toEqual([
      {
        kind: 'event',
        session: 'x:0',
        source: null,
        event: { type: 'T', by: 'me' },
        at: '1970-01-01T00:00:01.000Z',
      },
    ]);
  });

  it.each([[{ type: '@xstate.microstep', anything: 1 }], [{ type: '@statelyai.disconnected' }]])(
    'should be passed over if nothing is to be shown of them: %o',
    (message) => {
      expect(decodeStatelyai(message, now)).toEqual({ frames: [], problem: null });
    },
  );

  it.each([
    [{ type: '@xstate.event', sessionId: 'x:0', event: 'T' }, /event: /],
    [{ type: '@xstate.event', sessionId: '', event: { type: 'T' } }, /sessionId: /],
    [{ type: '@xstate.snapshot', sessionId: 'x:0', event: { type: 'T' }, snapshot: 'on' }, /snapshot: /],
    [{ type: '@xstate.actor', sessionId: 'x:0', definition: {} }, /definition: /],
    [{ type: '@xstate.event', sessionId: 'x:0', event: { type: 'T' }, createdAt: 'today' }, /createdAt: /],
    [null, /no message/],
    ['text', /no message/],
    [{ type: 'constructor' }, /no message/],
  ])('should be refused with the place if they are wrong: %o', (message, problem) => {
    const decoded = decodeStatelyai(message, now);

    expect(decoded.frames).toEqual([]);
    expect(decoded.problem).toMatch(problem);
  });
});

describe('messages of @xstate/inspect', () => {
  it.each([
    [{ type: 'service.event', sessionId: 'x:0', event: '{' }, /event: this is no JSON/],
    [{ type: 'service.event', sessionId: 'x:0', event: '{"name":"T"}' }, /event\.data: /],
    [{ type: 'service.register', sessionId: 'x:0', machine: '{}', state: '{}' }, /machine\.id: /],
    [{ type: 'service.unheard', sessionId: 'x:0' }, /type: /],
    [null, /could not be read/],
  ])('should be refused with the place if they are wrong: %o', (message, problem) => {
    const decoded = decodeLegacy(message, now);

    expect(decoded.frames).toEqual([]);
    expect(decoded.problem).toMatch(problem);
  });

  it('should be passed over while a service has no state yet', () => {
    expect(decodeLegacy({ type: 'service.state', sessionId: 'x:0' }, now)).toEqual({
      frames: [],
      problem: null,
    });
  });
});

describe('messages posted to the window', () => {
  it('should be read in the words of either library', () => {
    const stately = { type: '@xstate.event', sessionId: 'x:0', event: { type: 'T' } };
    const legacy = { type: 'service.event', sessionId: 'x:0', event: '{"data":{"type":"T"}}' };

    const decoded = [stately, legacy].map((message) => decodePosted(message, now)?.frames[0]);

    expect(decoded).toEqual([event('x:0', 'T'), event('x:0', 'T')]);
  });

  it.each([[null], ['text'], [{}], [{ type: 'react-devtools' }], [{ type: 7 }]])(
    'should be left alone if they are for somebody else: %o',
    (message) => {
      expect(decodePosted(message, now)).toBeNull();
    },
  );

  it('should be asked for in the words of both libraries', () => {
    expect(greetings.map(({ type }) => type)).toEqual(['@statelyai.connected', 'xstate.inspecting']);
  });

  it.each([
    ['http://localhost:3000', true],
    ['https://127.0.0.1', true],
    ['http://[::1]:8080', true],
    ['http://app.localhost:5173', true],
    ['https://evil.example', false],
    ['http://localhost.evil.example', false],
    ['http://127.0.0.1.evil.example:80', false],
    ['http://evil.example/?localhost', false],
    ['null', false],
    ['file://', false],
    ['', false],
  ])('should be taken from %s: %s', (origin, isLocal) => {
    expect(isLocalOrigin(origin)).toBe(isLocal);
  });
});

// Helpers

function said(...frames: Frame[]): LiveConnection {
  return receiveAll([opened('1', ...frames)]).connections[0] as LiveConnection;
}

function opened(id: string, ...frames: Frame[]): LiveMessage & { type: 'opened' } {
  return {
    type: 'opened',
    connection: {
      id,
      protocol: 'statelyai',
      openedAt: now,
      closedAt: null,
      dropped: 0,
      frames,
      problems: [],
    },
  };
}

function snapshot(change: Partial<LiveSnapshot>): LiveSnapshot {
  return { status: 'active', value: null, context: null, output: null, error: null, children: [], ...change };
}

function actor(session: string, name: string, change: Partial<LiveSnapshot> = {}): Frame & { kind: 'actor' } {
  const definition = JSON.stringify({ id: name, states: {} });
  return {
    kind: 'actor',
    session,
    name,
    parent: null,
    definition,
    snapshot: snapshot(change),
    running: false,
    at: now,
  };
}

function event(session: string, type: string): Frame {
  return { kind: 'event', session, source: null, event: { type }, at: now };
}

function step(session: string, type: string, value: string, change: Partial<LiveSnapshot> = {}): Frame {
  return { kind: 'snapshot', session, event: { type }, snapshot: snapshot({ value, ...change }), at: now };
}

function init(session: string, value: string): Frame {
  return step(session, 'xstate.init', value);
}

function deepFrozen(live: Live): Live {
  const freeze = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    Object.freeze(value);
    Object.values(value).forEach(freeze);
  };
  freeze(live);
  return live;
}
