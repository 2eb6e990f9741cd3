import { describe, expect, it } from 'vitest';
import { evidenceNames } from '../../domain/evidence.ts';
import { valuesOf } from '../../domain/facts.ts';
import { knownIn } from '../../guards/article-guards.ts';
import { type ExceptionType, exceptionTypes, rulebooks } from '../../guards/rulebooks.ts';
import { machineNames } from '../../machines/index.ts';
import { decide } from '../../policy/decide.ts';
import { parameters, policyOn } from '../../policy/parameters.ts';
import { layers, type Rulebook, rulingOf } from '../../policy/rulebook.ts';
import { type CaseSnapshot, contextOf, persist, restore } from '../../replay/snapshot.ts';
import { always, poolOf } from '../support/always.ts';
import {
  appliedTypes,
  goOn,
  machineOf,
  play,
  shown,
  shownWithoutInstant,
  snapshotsOf,
} from '../support/play.ts';

/** Facts that the flow itself reads, whatever the rulebook lists: some by its conditions, two because they can contradict. */
const readByTheFlow = [
  'stock',
  'damageExtent',
  'damageProof',
  'refusalReason',
  'signedBy',
  'contactProof',
  'consentProof',
];

const bookOf = (article: string): Rulebook =>
  Object.values<Rulebook>(rulebooks).find(({ articles }) => article in articles) as Rulebook;

describe.each(machineNames)('the verdict of %s', (machine) => {
  it('should always be what the rulebook says of the facts', () => {
    always(machine, (trace) => {
      // A surcharge was proposed, decided and paid or not before a correction: it stays as it was.
      const corrected = appliedTypes(trace).includes('facts.corrected');
      for (const snapshot of snapshotsOf(trace)) {
        const context = contextOf(snapshot);
        for (const layer of layers) {
          const decided = context.verdict[layer];
          if (!decided || decided.article === 'award' || (layer === 'surcharge' && corrected)) continue;
          const book = bookOf(decided.article);
          const finding = decide(book, layer, knownIn(context), context.ruleSet);
          expect([layer, finding]).toEqual([layer, { kind: 'decided', article: decided.article }]);
          const article = (book.articles as Rulebook['articles'])[decided.article];
          expect(article && rulingOf(article)).toEqual(decided.ruling);
        }
      }
    });
  });

  it('should be followed by the remedy: something for a buyer who is made whole, an explanation for one who is not', () => {
    always(machine, (trace) => {
      for (const snapshot of snapshotsOf(trace)) {
        const { verdict, outcome } = contextOf(snapshot);
        if (snapshot.status !== 'active' || outcome === 'withdrawn' || outcome === 'delivered') continue;
        const remedy = (snapshot.value as { open: { remedy: string | object } }).open.remedy;
        const name = typeof remedy === 'string' ? remedy : Object.keys(remedy)[0];
        if (verdict.payer?.ruling === 'buyer') expect(['declined', 'settled']).toContain(name);
        if (verdict.payer?.ruling === 'merchant' || verdict.payer?.ruling === 'courier') {
          expect(['waiting', 'declined']).not.toContain(name);
        }
        if (verdict.payer === undefined && outcome === null)
          expect(['waiting', 'stoppingRefund']).toContain(name);
      }
    });
  });

  it('should be kept when parameters change after the case was opened', () => {
    for (const trace of poolOf(machine).slice(0, 20)) {
      const { life } = trace;
      const cut = Math.floor(life.events.length / 2);
      const first = play({ ...life, events: life.events.slice(0, cut) });
      const saved = JSON.parse(JSON.stringify(persist(first.last)));
      whileParametersDiffer(() => {
        expect(policyOn(life.input.openedAt).evidence).not.toBe(contextOf(first.last).policy.evidence);
        const rest = goOn({ ...first, last: restore(machineOf(life), saved) }, life.events.slice(cut));
        expect(shown(rest.last)).toEqual(shown(trace.last));
        expect(rest.effects).toEqual(trace.effects);
      });
    }
  });
});

describe.each(exceptionTypes)('the rulebook of %s', (type) => {
  it('should not care for facts it does not list', () => {
    let tried = 0;
    always(type, ({ life, played }) => {
      const fact = irrelevantTo(type).find((name) => !life.events.some((event) => mentions(event, name)));
      const middle = Math.floor(played.length / 2);
      const { before } = played[middle] ?? {};
      if (fact === undefined || before?.status !== 'active') return;
      const extra = {
        type: 'facts.established',
        at: contextOf(before).at,
        facts: { [fact]: valuesOf(fact)[0] },
      };
      const noted = play({
        ...life,
        events: [...life.events.slice(0, middle), extra, ...life.events.slice(middle)],
      });
      const plain = play(life);
      tried++;

      expect(contextOf(noted.last).facts[fact]).toBeDefined();
      expect(shownPlain(noted.last)).toEqual(shownPlain(plain.last));
      expect(noted.effects).toEqual(plain.effects);
    });
    expect(tried).toBeGreaterThan(0);
  });
});

// Helpers

function irrelevantTo(type: ExceptionType) {
  const listed: readonly string[] = rulebooks[type].facts;
  return evidenceNames.filter((name) => !listed.includes(name) && !readByTheFlow.includes(name));
}

function mentions(event: Readonly<Record<string, unknown>>, fact: string): boolean {
  return typeof event.facts === 'object' && event.facts !== null && fact in event.facts;
}

function shownPlain(snapshot: CaseSnapshot) {
  const { context, ...rest } = shownWithoutInstant(snapshot);
  const { facts: _facts, ...others } = context;
  return { ...rest, context: others };
}

/** Runs something while every span of time is in force twice as long. */
function whileParametersDiffer(run: () => void): void {
  const spans = Object.values(parameters).filter(({ unit }) => unit === 'ms') as { values: unknown }[];
  const former = spans.map(({ values }) => values);
  for (const span of spans) {
    span.values = (span.values as { value: number }[]).map((dated) => ({
      ...dated,
      value: dated.value * 2 + 1,
    }));
  }
  try {
    run();
  } finally {
    for (const [place, span] of spans.entries()) span.values = former[place];
  }
}
