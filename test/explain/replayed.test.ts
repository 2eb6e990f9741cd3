import { describe, expect, it } from 'vitest';
import { eventCatalogue, isEventType } from '../../domain/events.ts';
import { after, isBefore } from '../../domain/time.ts';
import type { Explanation, LayerExplanation } from '../../explain/index.ts';
import { rulebooks } from '../../guards/rulebooks.ts';
import { machineNames } from '../../machines/index.ts';
import { decide, matching } from '../../policy/decide.ts';
import { type Known, type Rulebook, rulingOf } from '../../policy/rulebook.ts';
import { expectedTypes } from '../../replay/candidates.ts';
import { activeStates } from '../../replay/compare.ts';
import { contextOf } from '../../replay/snapshot.ts';
import { lapse } from '../../replay/step.ts';
import { eventOf } from '../support/events.ts';
import { sampled } from '../support/sampled.ts';

describe.each(machineNames)('the explanation of %s', (machine) => {
  it('should replay to the same decision from its own facts alone', () => {
    let decided = 0;
    for (const { snapshot, explanation: live } of sampled(machine)) {
      const explanation = throughJson(live);
      for (const layer of explanation.layers.filter(({ finding }) => finding.kind !== 'awaitsPayer')) {
        const finding = decide(bookOf(layer), layer.layer, factsOf(layer), explanation.ruleSet);
        expect(finding.kind).toBe(layer.finding.kind);
        if (finding.kind !== 'decided' || layer.finding.kind !== 'decided') continue;
        decided += 1;
        expect(finding.article).toBe(layer.finding.article.id);
        expect(layer.finding.ruling.ruling).toEqual(rulingIn(layer, finding.article));
        if (layer.stage === 'adopted' && layer.layer !== 'surcharge' && layer.adopted?.by === 'article') {
          expect(layer.adopted.article?.id).toBe(finding.article);
          expect(layer.adopted.ruling.ruling).toEqual(contextOf(snapshot).verdict[layer.layer]?.ruling);
        }
      }
    }
    expect(decided).toBeGreaterThan(0);
  });

  it('should be plain data that survives JSON', () => {
    for (const { explanation } of sampled(machine)) {
      expect(throughJson(explanation)).toStrictEqual(explanation);
    }
  });

  it('should name exactly the active states', () => {
    for (const { snapshot, explanation } of sampled(machine)) {
      expect(explanation.states.map(({ path }) => path).sort()).toEqual(activeStates(snapshot).sort());
    }
  });

  it('should count as holding or displaced exactly the articles whose condition holds', () => {
    for (const { explanation } of sampled(machine)) {
      for (const layer of explanation.layers) {
        const held = layer.articles.filter(({ unmet }) => unmet.length === 0).map(({ id }) => id);
        expect(held).toEqual(matching(bookOf(layer), layer.layer, factsOf(layer)));
        for (const { status, unmet } of layer.articles) {
          if (status === 'holds' || status === 'displaced') expect(unmet).toEqual([]);
          if (status === 'open') expect(unmet.every(({ value }) => value === null)).toBe(true);
          if (status === 'failed') expect(unmet.length).toBeGreaterThan(0);
        }
      }
    }
  });

  it('should foretell what silence leads to', () => {
    for (const { snapshot, explanation } of sampled(machine)) {
      const { layers, deadlines } = explanation;
      const weighed = layers.find(({ stage }) => stage === 'weighing');
      const [first, second] = deadlines;
      const runsAlone = first && (!second || isBefore(first.dueAt, second.dueAt));
      if (weighed?.finding.kind !== 'pending' || !weighed.finding.next) continue;
      if (first?.id !== 'evidence' || !runsAlone) continue;

      const { ifSilent } = weighed.finding.next;
      const silent = lapse(snapshot, after(first.dueAt, 1)).snapshot;
      if (ifSilent.kind === 'decided' && ifSilent.ruling.ruling !== 'arbitration') {
        expect(contextOf(silent).verdict[weighed.layer]?.article).toBe(ifSilent.article.id);
      } else if (ifSilent.kind !== 'pending') {
        expect(silent.hasTag('needsHuman')).toBe(true);
      }
    }
  });

  it('should list as accepted what the case accepts and as guarded what it does not, whatever it carries', () => {
    for (const { snapshot, explanation } of sampled(machine)) {
      const { accepted, guarded } = explanation.expected;
      const types = [...accepted, ...guarded].map(({ type }) => type).sort();
      const waitedFor = snapshot.status === 'active' ? expectedTypes(snapshot) : [];
      expect(types).toEqual(
        waitedFor.filter((type) => isEventType(type) && !type.endsWith('.lapsed')).sort(),
      );
      for (const { type, needsFields } of accepted) {
        expect(Object.keys(eventCatalogue[type].fields)).toEqual(expect.arrayContaining([...needsFields]));
      }
      const { at } = contextOf(snapshot);
      for (const pick of [0, 1, 5, 31, 977]) {
        for (const { type, needsFields } of accepted) {
          if (needsFields.length === 0) expect(snapshot.can(eventOf(type, at, pick))).toBe(true);
        }
        for (const { type } of guarded) expect(snapshot.can(eventOf(type, at, pick))).toBe(false);
      }
    }
  });
});

// Helpers

function throughJson(explanation: Explanation): Explanation {
  return JSON.parse(JSON.stringify(explanation)) as Explanation;
}

function bookOf({ type }: LayerExplanation): Rulebook {
  return rulebooks[type];
}

function factsOf({ facts }: LayerExplanation): Known {
  return Object.fromEntries(facts.flatMap(({ fact, value }) => (value ? [[fact, value.value]] : [])));
}

function rulingIn(layer: LayerExplanation, id: string) {
  const article = bookOf(layer).articles[id];
  return article && rulingOf(article);
}
