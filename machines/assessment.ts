import type { FactName } from '../domain/facts.ts';
import { findingFor } from '../guards/article-guards.ts';
import type { CaseContext } from '../guards/case-context.ts';
import { articlesOn, nextToAsk, readBy } from '../policy/decide.ts';
import { type Layer, type Rulebook, rulingOf } from '../policy/rulebook.ts';
import { caseSetup, due, request, running, signal, stops, title } from './setup.ts';

const layerTitles = {
  payer: title('Who makes the buyer whole', '认定赔付方'),
  freight: title('Who bears the freight', '认定运费承担方'),
  recourse: title('Whom the merchant can turn to', '认定追偿对象'),
  surcharge: title('Who bears the surcharge', '认定附加费承担方'),
} as const;

/**
 * Weighs one layer of a rulebook: a branch for every article, evidence asked for while it can matter, and a human
 * where the articles conflict or are silent. `decided` and `human` are the targets.
 */
export function weighing(
  book: Rulebook,
  layer: Layer,
  to: { decided: string; human: string },
  then: readonly unknown[] = [],
) {
  const missing = (context: CaseContext) => {
    const finding = findingFor(book, layer, context);
    return finding.kind === 'pending' ? nextToAsk(finding.missing) : null;
  };
  return {
    initial: 'weighing',
    meta: layerTitles[layer],
    states: {
      weighing: {
        meta: title('Weighing the articles', '适用条款'),
        always: [
          ...articlesOn(book, layer).map(([id, article]) => {
            const ruling = rulingOf(article);
            const { limitedTo } = article;
            const adopt = {
              type: 'adoptRuling',
              params: { layer, article: id, ruling, ...(limitedTo && { limitedTo }) },
            } as const;
            return ruling === 'arbitration'
              ? { guard: id, target: to.human, actions: request('askHuman', { reason: 'arbitration' }) }
              : { guard: id, target: to.decided, actions: [adopt, ...then] };
          }),
          { guard: `${book.type}.${layer}Pending`, target: 'asking' },
          {
            target: to.human,
            actions: request('askHuman', (context) => ({
              reason: findingFor(book, layer, context).kind === 'conflict' ? 'conflict' : 'silent',
            })),
          },
        ] as never,
      },
      asking: asking(missing, readBy(book, layer) as FactName[], 'weighing', {
        type: 'assumeSilence',
        params: ({ context }: { context: CaseContext }) => findingFor(book, layer, context),
      }),
    },
  } as const;
}

/**
 * Asks for evidence and waits for it. `missing` says who is asked for what, `facts` what counts as an answer, `back` is
 * the state that looks at it, `silence` the action that says what no answer means.
 */
export function asking<Back extends string>(
  missing: (context: CaseContext) => ReturnType<typeof nextToAsk>,
  facts: readonly FactName[],
  back: Back,
  silence: unknown,
) {
  return {
    meta: title('Asking for evidence', '等待举证'),
    tags: 'needsEvidence',
    entry: [
      ...request('requestEvidence', (context) => missing(context) ?? { from: 'merchant', facts: [] }),
      {
        type: 'startDeadline',
        params: ({ context }: { context: CaseContext }) => ({
          id: 'evidence',
          mustAct: missing(context)?.from ?? 'merchant',
        }),
      },
      ...request('scheduleDeadline', ({ deadlines }) => ({ deadline: running(deadlines, 'evidence') })),
    ] as never,
    exit: stops('evidence'),
    on: {
      'facts.established': {
        guard: { type: 'answersQuestion', params: { facts } },
        target: back,
        actions: 'establishFacts',
      },
      'evidence.lapsed': { guard: due('evidence'), target: back, actions: silence as never },
    },
  } as const;
}

/** What follows when facts change after a decision: the remedy and the claim are called back. */
export const reopening = [signal('remedy.recalled'), signal('recourse.withdrawn'), 'reopenVerdict'] as const;

/**
 * The assessment of a case by a rulebook: payer, freight, recourse, one after the other, then `decided`. The remedy
 * starts as soon as the payer is known. Its state has the id `<type>Assessment`.
 */
export function assessment(book: Rulebook) {
  const id = `${book.type}Assessment`;
  const human = `#${id}.arbitrating`;
  return caseSetup.createStateConfig({
    id,
    initial: 'payer',
    meta: title('Assessing liability', '责任认定'),
    on: {
      'facts.corrected': {
        guard: 'correctsFacts',
        target: '.payer',
        actions: ['establishFacts', ...reopening],
      },
    },
    states: {
      payer: weighing(book, 'payer', { decided: `#${id}.freight`, human }, [signal('liability.decided')]),
      freight: weighing(book, 'freight', { decided: `#${id}.recourse`, human }, [signal('freight.decided')]),
      recourse: {
        initial: 'needed',
        meta: layerTitles.recourse,
        states: {
          needed: {
            meta: title('Only where the merchant pays', '仅在商家赔付时认定'),
            always: [
              { guard: { type: 'payerIs', params: { payer: 'merchant' } }, target: 'layer' },
              { target: `#${id}.decided` },
            ],
          },
          layer: weighing(book, 'recourse', { decided: `#${id}.decided`, human }, [
            signal('recourse.opened'),
          ]),
        },
      },
      arbitrating: {
        tags: 'needsHuman',
        meta: title('A human decides', '人工仲裁'),
        on: {
          'arbitration.awarded': {
            target: 'decided',
            actions: [
              'adoptAward',
              signal('liability.decided'),
              signal('freight.decided'),
              signal('recourse.opened'),
            ],
          },
        },
      },
      decided: {
        meta: title('Decided', '已认定'),
        on: {
          'complaint.filed': {
            guard: 'mayComplain',
            target: 'payer',
            actions: [{ type: 'noteFacts', params: { complaint: 'yes' } }, ...reopening],
          },
          'delay.claimed': {
            guard: 'mayClaimDelay',
            target: 'payer',
            actions: [{ type: 'noteFacts', params: { delayClaim: 'yes' } }, ...reopening],
          },
          'goodwill.granted': {
            guard: 'mayHelp',
            target: 'payer',
            actions: [{ type: 'noteFacts', params: { merchantGoodwill: 'yes' } }, ...reopening],
          },
        },
      },
    },
  });
}
