import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { AnyStateNode } from 'xstate';
import { stateName } from '../../machines/cited-transitions.ts';
import { parcelCaseMachine } from '../../machines/parcel-case.ts';
import { activeStates } from '../../replay/compare.ts';
import { readScenario } from '../../replay/read.ts';
import { run } from '../../replay/run.ts';
import { contextOf } from '../../replay/snapshot.ts';

/**
 * Where a case may wait without a limit, and why. Everywhere else a deadline runs, and its silence means something, or
 * a human has the case.
 */
const mayWait: readonly (readonly [state: RegExp, because: string])[] = [
  [/^parcel\./, 'It only says where the goods are.'],
  [/^exception\.(none|delivered)$/, 'Nothing is wrong.'],
  [/\.opened$/, 'Nothing has happened yet.'],
  [/\.(resolved|becoming\w+)$/, 'The exception is over; the remedy or another type goes on.'],
  [/\.assessment\.decided$/, 'Liability is decided; the remedy goes on.'],
  [/^remedy\.waiting$/, 'Liability is not decided; the exception goes on.'],
  [/^remedy\.awaitingFreight$/, 'The freight is being decided by the exception.'],
  [
    /^remedy\.(refunding|conceding|buyingPart\.paying|stoppingRefund)$/,
    'The host pays or says that it did not.',
  ],
  [
    /^remedy\.(reshipping|exchangeShipment)\.preparing$/,
    'Once the time to ship has lapsed, a human was asked.',
  ],
  [
    /^remedy\.(reshipping|exchangeShipment)\.underway$/,
    'The new waybill is a parcel of its own, with a case of its own.',
  ],
  [/^remedy\.recallingReplacement$/, 'The replacement arrives or does not.'],
  [/^remedy\.(notifying|declined\.explaining)$/, 'The host tells the buyer.'],
  [/^remedy\.surplus$/, 'The buyer has goods and money; the merchant may waive it at any time.'],
  [/^remedy\.settled$/, 'The side of the buyer is over; a claim or a ticket goes on.'],
  [/^recovery\./, 'Between merchant and courier; the merchant may write it off at any time.'],
  [/^(ticket|urge)\.none$/, 'There is no ticket.'],
  [/^ticket\.answered$|^urge\.(closed|exempt|atFault|finallyAtFault)$/, 'The ticket is handled.'],
  [/^urge\.answered$/, 'An answer stops the clock; shipping, a refund or the platform close it (A-31).'],
  [/^urge\.(verifyingExemption|reported|appealing)$/, 'The platform decides, and no guide gives it a time.'],
  [/^receipt\./, 'The date of receipt is given by the order, if there is one.'],
];

describe('a state in which a case waits', () => {
  const leaves = leavesOf(parcelCaseMachine.root);

  it.each(leaves.map((leaf) => [stateName(leaf.path), leaf] as const))(
    'should end by time, be with a human, or say why it may last: %s',
    (name, leaf) => {
      expect(lapsesFrom(leaf).length > 0 || isHuman(leaf) || maySo(name) || leaf.type === 'final').toBe(true);
    },
  );

  it('should be excused only where there is something to excuse', () => {
    const names = leaves.map((leaf) => stateName(leaf.path));

    expect(mayWait.filter(([state]) => !names.some((name) => state.test(name)))).toEqual([]);
  });

  it('should have a deadline running wherever a scenario rests in one that ends by time', () => {
    const byPath = new Map(leaves.map((leaf) => [leaf.path.join('.'), leaf]));
    let rested = 0;
    const endless = scenarios().flatMap((file) => {
      const scenario = readScenario(readFileSync(`scenarios/${file}`, 'utf8'), file);
      return run(scenario, file, parcelCaseMachine).trace.flatMap(({ snapshot, index }) => {
        if (snapshot.status !== 'active') return [];
        const runs = new Set<string>(contextOf(snapshot).deadlines.map(({ lapses }) => lapses));
        return activeStates(snapshot).flatMap((path) => {
          const leaf = byPath.get(path);
          const name = stateName(path.split('.'));
          if (!leaf || isHuman(leaf) || maySo(name)) return [];
          rested++;
          return lapsesFrom(leaf).some((type) => runs.has(type))
            ? []
            : [`${file}, step ${index + 1}: ${name}`];
        });
      });
    });

    expect(endless).toEqual([]);
    expect(rested).toBeGreaterThan(500);
  });
});

// Helpers

/** The deepest states in which a case can rest. Those that only pass on have transitions without an event alone. */
function leavesOf(node: AnyStateNode): AnyStateNode[] {
  const below = Object.values(node.states);
  if (below.length > 0) return below.flatMap(leavesOf);
  return (node.always?.length ?? 0) > 0 && node.transitions.size <= 1 && node.entry.length === 0
    ? []
    : [node];
}

/** The deadlines whose lapse a state or one around it answers. */
function lapsesFrom(leaf: AnyStateNode): string[] {
  const around = leaf.parent ? lapsesFrom(leaf.parent) : [];
  return [...leaf.transitions.keys(), ...around].filter((type) => type.endsWith('.lapsed'));
}

function isHuman(leaf: AnyStateNode): boolean {
  return leaf.tags.includes('needsHuman') || (leaf.parent !== undefined && isHuman(leaf.parent));
}

function maySo(name: string): boolean {
  return mayWait.some(([state]) => state.test(name));
}

function scenarios(): string[] {
  return readdirSync('scenarios', { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.yaml'),
  );
}
