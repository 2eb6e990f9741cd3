import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ParcelError } from '../../domain/errors.ts';
import { inventedInput } from '../../inspector/session/guesses.ts';
import { goTo } from '../../inspector/session/line.ts';
import { linkTo, sessionIn } from '../../inspector/session/link.ts';
import { maskedEvent, maskedInput, maskedNote } from '../../inspector/session/masking.ts';
import { momentOf, note, openSession, type Session, send, wait } from '../../inspector/session/session.ts';
import { machineNames } from '../../machines/index.ts';
import { persist } from '../../replay/snapshot.ts';
import { lives } from '../support/lives.ts';

const openedAt = '2026-03-01T08:00:00.000Z';
const opened = openSession('dropshipReturn', inventedInput(openedAt));

describe('a link', () => {
  it('should carry the tree of moments, the remarks and the place that is looked at', async () => {
    const tree = twoLines();
    const { hash, warnings } = await linkTo(tree, true);
    const again = await sessionIn(`#${hash}`);

    expect(shown(again)).toEqual(shown(tree));
    expect(again?.moments.map((moment) => moment.note)).toEqual(['to be shown', '', '', 'tried']);
    expect(hash).toMatch(/^t=[\w-]+$/);
    expect(warnings.map(({ en }) => en)).toEqual([expect.stringMatching(/personal data/)]);
  });

  it('should mask personal data unless they are kept, and then not warn of them', async () => {
    const { hash, warnings } = await linkTo(twoLines());
    const again = await sessionIn(hash);

    expect(warnings).toEqual([]);
    expect(JSON.stringify(again?.moments.map(({ event }) => event))).not.toContain('Road');
    expect(again?.input.order.waybill).toBe('***');
    expect(again?.moments.map(({ result }) => result)).toEqual(
      twoLines().moments.map(({ result }) => result),
    );
  });

  it('should warn of a length that programs cut off', async () => {
    let session = opened;
    for (let count = 0; count < 700; count++) {
      session = send(session, { type: `stray.${(count * 7919) % 9973}.${Math.sqrt(count)}`, at: openedAt });
    }
    const { hash, warnings } = await linkTo(session);

    expect(hash.length).toBeGreaterThan(8000);
    expect(warnings.map(({ zh }) => zh)).toEqual([expect.stringContaining(`${hash.length}`)]);
  });

  it('should find none in another hash', async () => {
    expect(await sessionIn('')).toBeNull();
    expect(await sessionIn('#scenario=bundled/lost/found-in-branch.yaml')).toBeNull();
  });

  it.each([
    ['cut off', async () => `t=${(await linkTo(opened)).hash.slice(2, 40)}`],
    ['no base64', async () => 't=%%%'],
    ['empty', async () => 't='],
    ['no JSON', async () => coded('{')],
    ['of another version', async () => coded(JSON.stringify({ version: 2 }))],
    [
      'with a moment that follows a later one',
      async () => coded(JSON.stringify(recording([{ after: 5, until: openedAt }]))),
    ],
    ['with a moment that is nothing', async () => coded(JSON.stringify(recording([{}])))],
    ['with a field nobody knows', async () => coded(JSON.stringify({ ...recording([]), script: 'x' }))],
    ['that unfolds to too much', async () => coded(' '.repeat(5_000_000))],
    ['too long', async () => `t=${'A'.repeat(400_001)}`],
  ])('should refuse one that is %s', async (_what, link) => {
    const hash = await link();

    await expect(sessionIn(hash)).rejects.toThrow(ParcelError);
    await expect(sessionIn(hash)).rejects.toMatchObject({ code: 'INVALID_LINK' });
  });

  it('should refuse one whose case cannot be opened, naming the field', async () => {
    const bad = { ...recording([]), input: { ...inventedInput(openedAt), order: { paid: -1 } } };

    await expect(sessionIn(coded(JSON.stringify(bad)))).rejects.toThrow(/order\.paid/);
  });
});

describe('masking', () => {
  it('should mask texts that people write, and leave what rules read', () => {
    const event = {
      type: 'goods.described',
      at: openedAt,
      name: 'a kettle for Mrs Li',
      packaging: 'carton',
      value: 5100,
    };

    expect(maskedEvent(event)).toEqual({ ...event, name: '***', packaging: '***' });
    expect(maskedInput(inventedInput(openedAt))).toMatchObject({
      order: { waybill: '***', courier: 'yto', paid: 12_900 },
    });
  });

  it('should mask every text of an event or a field that nobody knows', () => {
    expect(
      maskedEvent({ type: 'parcel.lost', at: openedAt, who: ['Li', { phone: '138' }], count: 2 }),
    ).toEqual({
      type: 'parcel.lost',
      at: openedAt,
      who: ['***', { phone: '***' }],
      count: 2,
    });
    expect(
      maskedEvent({ type: 'facts.established', at: openedAt, facts: { stock: 'ask Li' } }),
    ).toMatchObject({
      facts: { stock: '***' },
    });
  });

  it('should leave a text too long that was, and take long numbers out of remarks', () => {
    const long = maskedEvent({ type: 'claim.denied', at: openedAt, reason: 'x'.repeat(501) });

    expect(long.reason).toBe('*'.repeat(501));
    expect(maskedNote('call 138 0013 8000 about YT8800000000001, step 12')).toBe(
      'call *** about ***, step 12',
    );
  });

  it('should mask the phone in a case id, and leave a date or a short number as it is', () => {
    const masked = (caseId: string) => maskedInput({ ...inventedInput(openedAt), caseId }).caseId;

    expect(masked('张三-13800138000')).toBe('张三-***');
    expect(masked('张三 １３８００１３８０００')).toBe('张三 ***');
    expect(masked('case-2026-03-02')).toBe('case-2026-03-02');
    expect(masked('20260302-17')).toBe('20260302-17');
    expect(masked('T-100234')).toBe('T-100234');
  });

  it.each(machineNames)('should not change what %s makes of any event', (machine) => {
    fc.assert(
      fc.property(lives(machine, 20), ({ input, events }) => {
        let [plain, masked] = [openSession(machine, input), openSession(machine, maskedInput(input))];
        for (const event of events) {
          try {
            plain = send(plain, event);
          } catch {
            continue;
          }
          masked = send(masked, maskedEvent(momentOf(plain).event as never));
          expect(momentOf(masked)).toMatchObject({ result: momentOf(plain).result });
          expect(momentOf(masked).reason?.code).toBe(momentOf(plain).reason?.code);
          expect(requestsOf(masked)).toEqual(requestsOf(plain));
        }
      }),
      { numRuns: 6 },
    );
  });
});

// Helpers

function twoLines(): Session {
  const first = send(note(opened, 'to be shown'), {
    type: 'return.requested',
    at: '2026-03-02T08:00:00Z',
    reason: 'quality',
  });
  const confirmed = send(first, {
    type: 'supplier.confirmed',
    at: '2026-03-02T09:00:00Z',
    returnAddress: '12 Zhang Road',
  });
  return goTo(note(wait(goTo(confirmed, 1), '2026-03-09T08:00:00Z'), 'tried'), 2);
}

/** What the host is asked to do. Only the texts of notices repeat what people wrote. */
function requestsOf(session: Session) {
  return momentOf(session).effects.map(({ type, params: { key } }) => [type, key]);
}

function shown(session: Session | null) {
  return session?.moments.map(({ snapshot, effects: _effects, ...moment }) => ({
    ...moment,
    at: Date.parse(moment.at),
    case: persist(snapshot),
  }));
}

function recording(moments: readonly object[]) {
  return { version: 1, machine: 'lost', input: inventedInput(openedAt), moments, current: 0 };
}

function coded(text: string): string {
  return `t=${deflateRawSync(text).toString('base64url')}`;
}
