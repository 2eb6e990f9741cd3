import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { after as instantAfter } from '../../domain/time.ts';
import { inventedInput } from '../../inspector/session/guesses.ts';
import { goTo, lineOf } from '../../inspector/session/line.ts';
import { fromScenario } from '../../inspector/session/scenario-in.ts';
import { toScenario } from '../../inspector/session/scenario-out.ts';
import { momentOf, note, openSession, type Session, send, wait } from '../../inspector/session/session.ts';
import { machineNames } from '../../machines/index.ts';
import { readScenario, ScenarioError } from '../../replay/read.ts';
import { run } from '../../replay/run.ts';
import { persist } from '../../replay/snapshot.ts';
import { lives } from '../support/lives.ts';
import type { Life } from '../support/play.ts';
import { goodScenario } from '../support/scenario-text.ts';

const title = { en: 'Tried by hand', zh: '手工试走' };

describe('toScenario', () => {
  it.each(machineNames)('should write any path of %s so that it replays as it was recorded', (machine) => {
    fc.assert(
      fc.property(lives(machine, 25), fc.nat(), (life, place) => {
        const whole = recorded(life);
        const session = goTo(whole, place % whole.moments.length);
        const text = toScenario(session, title, { keepPersonal: true });
        const replay = fromScenario(text, 'saved.yaml');

        expect(replay.divergence).toBeNull();
        expect(fromScenario(toScenario(session, title), 'masked.yaml').divergence).toBeNull();
        expect(run(readScenario(text, 'saved.yaml'), 'saved').divergence).toBeNull();
        expect(kept(momentOf(goTo(replay.session, replay.session.tip)).snapshot)).toEqual(
          kept(momentOf(session).snapshot),
        );
      }),
      { numRuns: 8 },
    );
  });

  it('should write times as people do, and each remark as a comment at its step', () => {
    const opened = note(openSession('damaged', inventedInput('2026-03-01T08:00:00.000Z')), 'asked by phone');
    const reported = send(opened, { type: 'damage.reported', at: '2026-03-01T10:30:00.000Z' });
    const waited = wait(note(reported, 'two photos'), '2026-03-06T10:30:00.500Z');
    const text = toScenario(waited, title);

    expect(text).toContain('# asked by phone');
    expect(text).toMatch(/# two photos\n\s+- at: \+2h30m\n\s+type: damage.reported/);
    expect(text).toContain('lapses:\n        - evidence.lapsed');
    expect(text).toContain('at: 2026-03-06T10:30:00.500Z');
  });

  it('should write only the path to the moment that is looked at', () => {
    const { session } = fromScenario(goodScenario, 'good.yaml');
    const text = toScenario(session, title);

    expect(text).toContain('- at: +0m');
    expect(text).not.toContain('damage.reported');
    expect(fromScenario(text, 'saved.yaml').divergence).toBeNull();
  });

  it('should mask personal data and replay all the same', () => {
    const { session } = fromScenario(withAddress, 'address.yaml');
    const whole = note(goTo(session, session.tip), 'she called from 138 0013 8000');
    const text = toScenario(whole, title);

    expect(text).not.toMatch(/YT7788|Zhang Road|138 0013/);
    expect(text).toContain('returnAddress: "***"');
    expect(text).toContain('# she called from ***');
    expect(fromScenario(text, 'saved.yaml').divergence).toBeNull();
    expect(toScenario(whole, title, { keepPersonal: true })).toMatch(/YT7788[\s\S]*12 Zhang Road/);
  });
});

describe('fromScenario', () => {
  it('should open bundled scenarios of every kind as they replay', () => {
    for (const folder of readdirSync('scenarios', { withFileTypes: true })) {
      if (!folder.isDirectory()) continue;
      const [name] = readdirSync(`scenarios/${folder.name}`);
      const text = readFileSync(`scenarios/${folder.name}/${name}`, 'utf8');
      const { session, checks, divergence } = fromScenario(text, `${name}`);
      const played = run(readScenario(text, `${name}`), `${name}`);

      expect([name, divergence]).toEqual([name, played.divergence && expect.any(Number)]);
      expect(session).toMatchObject({ current: 0, tip: played.trace.length });
      expect(checks).toHaveLength(played.trace.length + 1);
    }
  });

  it('should tell what each moment is expected to be', () => {
    const { checks, end } = fromScenario(goodScenario, 'good.yaml');

    expect(checks.map(({ expected }) => expected.map(({ name }) => name))).toEqual([
      [],
      ['states'],
      ['result', 'reason'],
    ]);
    expect(end).toMatchObject({ met: true, expected: [{ name: 'status', value: 'open', differs: [] }] });
  });

  it('should name the first moment that differs, with what was expected and what happened', () => {
    const { divergence, checks } = fromScenario(
      goodScenario.replace('reason: notExpected', 'reason: guarded'),
      'good.yaml',
    );

    expect(divergence).toBe(2);
    expect(checks[2]?.met).toBe(false);
    expect(checks[2]?.expected.find(({ name }) => name === 'reason')?.differs).toEqual([
      { name: 'reason', expected: 'guarded', actual: 'notExpected' },
    ]);
  });

  it('should tell that an event was refused where the scenario expects nothing of it', () => {
    const silent = goodScenario.replace('    expect: { result: ignored, reason: notExpected }\n', '');

    expect(fromScenario(silent, 'good.yaml').checks[2]).toMatchObject({
      met: false,
      expected: [{ name: 'result', value: 'applied', differs: [{ expected: 'applied', actual: 'ignored' }] }],
    });
  });

  it('should point to the last moment where only the end differs', () => {
    const { divergence, end } = fromScenario(
      goodScenario.replace('status: open', 'status: closed'),
      'good.yaml',
    );

    expect(divergence).toBe(2);
    expect(end.expected[0]?.differs).toEqual([{ name: 'status', expected: 'closed', actual: 'open' }]);
  });

  it('should name file, line and column of what is wrong', () => {
    const read = () =>
      fromScenario(goodScenario.replace('type: damage.reported', 'type: damage.rported'), 'bad.yaml');

    expect(read).toThrow(ScenarioError);
    expect(read).toThrow('bad.yaml:8:11: events[0].type');
  });
});

// Helpers

const withAddress = `title: { en: Return, zh: 退货 }
machine: dropshipReturn
input:
  openedAt: 2026-03-02T09:00:00Z
  order: { waybill: YT7788, courier: yto, paid: 12900, dropship: true }
events:
  - { at: +1h, type: return.requested, reason: quality }
  - { at: +1h, type: supplier.confirmed, returnAddress: 12 Zhang Road, expect: { result: ignored } }
expect: { status: open }
`;

/** A life as a person would step it: what the clock of the session does not allow is left out. */
function recorded({ machine, input, events }: Life): Session {
  let session = openSession(machine, input);
  for (const event of events) {
    try {
      session = send(session, event);
    } catch {
      session = wait(session, instantAfter(momentOf(session).clock, 90_061_000));
    }
  }
  expect(lineOf(session)).toHaveLength(events.length + 1);
  return session;
}

/** What is kept of a case, without its name: that of a scenario is the name of its file. */
function kept(snapshot: Parameters<typeof persist>[0]): unknown {
  const { context, output: _named, ...rest } = persist(snapshot);
  const { caseId: _caseId, at, ...remembered } = context;
  return { ...rest, ...remembered, at: Date.parse(at) };
}
