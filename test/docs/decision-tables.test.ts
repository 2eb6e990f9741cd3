import { describe, expect, it } from 'vitest';
import { type ExceptionType, exceptionTypes, rulebooks } from '../../guards/rulebooks.ts';
import type { MachineName } from '../../machines/index.ts';
import { articlesOn, decide, readBy } from '../../policy/decide.ts';
import {
  type Article,
  type FreightRuling,
  type Known,
  type Layer,
  layers,
  type Rulebook,
  rulingOf,
} from '../../policy/rulebook.ts';
import { layerTitles, rulingText } from '../../policy/words.ts';
import { spaceOf } from '../../verify/space.ts';
import { type Combination, collapsed, tableText } from '../support/decision-table.ts';
import { drive } from '../support/drive.ts';
import { expectGenerated } from '../support/generated-page.ts';
import { freight } from '../support/happening.ts';
import { observe, type Seen } from '../support/observe.ts';

/**
 * How many combinations no course of events leads to, in the machine and in the parcel case together, so that only the
 * rulebook can be asked. Counted, so that it shows if a route is lost. A complaint and goodwill are heard only where the
 * buyer bears the loss otherwise; a payer below whom a layer is asked may be one that no facts of the type bring about;
 * and only the parcel case sees what was lost on the way back.
 */
const undriven: Readonly<Record<ExceptionType, Partial<Record<Layer, number>>>> = {
  refused: {},
  damaged: { payer: 7824, freight: 4 },
  lost: { payer: 244, freight: 2976, recourse: 24 },
  misrouted: { freight: 4 },
  overArea: {},
  dropshipReturn: { payer: 22, freight: 20 },
  afterSale: { payer: 77248, freight: 848 },
  minorFlaw: { freight: 6 },
  recipient: {},
  papers: { payer: 18 },
  standstill: { payer: 12, recourse: 10 },
  shippingDuty: {},
  namedOnly: {},
};

describe.each(exceptionTypes)('the decision tables of %s', (type) => {
  const decided = layers.filter((layer) => articlesOn(rulebooks[type], layer).length > 0);

  it.each(decided)(
    'should be what machine and case do about the %s, for every combination of facts',
    (layer) => {
      const differing: unknown[] = [];
      let notDriven = 0;
      for (const machine of [type, 'parcelCase'] as const) {
        for (const { facts, seen } of observed(machine, type, layer)) {
          const ruled = expected(type, layer, facts);
          if (seen === 'notDriven') notDriven++;
          else if (JSON.stringify(seen) !== JSON.stringify(ruled))
            differing.push({ machine, facts, ruled, seen });
        }
      }

      expect(differing).toEqual([]);
      expect(notDriven).toBe(undriven[type][layer] ?? 0);
    },
    120_000,
  );

  it('should be kept in the repository', () => {
    const sections = decided.map((layer) => {
      const names = readBy(rulebooks[type], layer);
      const combinations = observed(type, type, layer).map(({ facts, seen }) =>
        combination(type, layer, facts, seen),
      );
      const onlyRuled = combinations.filter(({ driven }) => !driven).length;
      return [
        `## ${layerTitles[layer].en} ${layerTitles[layer].zh}`,
        '',
        `${combinations.length} combinations, ${combinations.length - onlyRuled} driven through the machine.`,
        ...(onlyRuled > 0
          ? ['No course of events leads to the others, so only the rulebook was asked.']
          : []),
        '',
        tableText(collapsed(combinations, names), names),
      ].join('\n');
    });

    expectGenerated(
      `docs/decision-tables/${fileName(type)}.md`,
      [heading(type), ...sections].join('\n\n').concat('\n'),
    );
  }, 120_000);
});

// Helpers

interface Observed {
  readonly facts: Known;
  readonly seen: Seen | null | 'notDriven';
}

const memory = new Map<string, readonly Observed[]>();

/** What a machine was seen to do for every combination of facts that a layer reads. */
function observed(machine: MachineName, type: ExceptionType, layer: Layer): readonly Observed[] {
  const key = [machine, type, layer].join();
  let seen = memory.get(key);
  if (!seen) {
    seen = [...spaceOf(rulebooks[type], layer)].map((facts) => {
      const driven = drive(machine, type, layer, facts);
      return { facts, seen: driven ? observe(driven, layer) : 'notDriven' };
    });
    memory.set(key, seen);
  }
  return seen;
}

/** One combination: what the machine was seen to do, or what the rulebook says where nothing leads to it. */
function combination(type: ExceptionType, layer: Layer, facts: Known, seen: Observed['seen']): Combination {
  const driven = seen !== 'notDriven';
  const outcome = outcomeText(layer, driven && seen ? seen : expected(type, layer, facts));
  return { facts, outcome, driven };
}

/** What follows from the rulebook, worked out without a machine. */
function expected(type: ExceptionType, layer: Layer, facts: Known): Seen {
  const book: Rulebook = rulebooks[type];
  const finding = decide(book, layer, facts);
  if (finding.kind !== 'decided') return { article: null, bearer: 'human', how: finding.kind };
  const { article: id } = finding;
  const article = book.articles[id] as Article;
  const ruling = rulingOf(article);
  if (ruling === 'arbitration') return { article: null, bearer: 'human', how: 'arbitration' };
  if (typeof ruling === 'object') {
    return { article: id, bearer: JSON.stringify(ruling), how: freightOfBuyer(ruling, facts) };
  }
  const remedy = article.limitedTo === 'compensation' ? 'compensation' : 'refund';
  const how = {
    payer: ruling === 'merchant' || ruling === 'courier' ? remedy : null,
    recourse: article.limitedTo ?? null,
    surcharge: null,
    freight: null,
  }[layer];
  return { article: id, bearer: ruling, how };
}

/** What the buyer, who paid the way out, still pays for freight in fen; below 0: what the buyer gets. */
function freightOfBuyer({ outbound, return: back }: FreightRuling, { payer, refusalReason }: Known): number {
  if (payer === 'buyer' || payer === 'nobody') return 0;
  const refund = freight.outbound - borne(outbound, freight.outbound, freight.outbound);
  const collect = refusalReason === 'collectFreight';
  return (collect ? 0 : -refund) + borne(back, freight.back, 0);
}

function borne(bearer: FreightRuling['return'], amount: number, advanced: number): number {
  if (bearer === 'asPaid') return advanced;
  if (bearer === 'half') return amount / 2;
  return bearer === 'buyer' ? amount : 0;
}

function outcomeText(layer: Layer, { article, bearer, how }: Seen): string {
  if (article === null) return `**a human decides** (${how})`;
  const ruling = layer === 'freight' ? JSON.parse(bearer) : bearer;
  const limited = how === 'compensation' || how === 'freight' ? how : undefined;
  return `**${rulingText(ruling, limited).en}** ${article}`;
}

function heading(type: ExceptionType): string {
  const { en, zh } = rulebooks[type].title;
  return [
    `# Decision tables: ${en} ${zh}`,
    '',
    'Every combination of the facts that a layer reads, driven through the machine and collapsed: `–` means that the',
    'value makes no difference. Every combination stands in exactly one row, so the order of the rows means nothing.',
  ].join('\n');
}

function fileName(type: string): string {
  return type.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
