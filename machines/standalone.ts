import { openCase } from '../actions/opening.ts';
import { guardsOf } from '../guards/article-guards.ts';
import type { CaseContext } from '../guards/case-context.ts';
import type { Rulebook } from '../policy/rulebook.ts';
import { receipt } from './receipt.ts';
import { recovery } from './recovery.ts';
import { remedy } from './remedy.ts';
import { type CaseOutput, caseSetup, title } from './setup.ts';

/** The closed state of every machine: the side of the buyer is final and nothing else is open. */
export const closed = caseSetup.createStateConfig({
  id: 'closed',
  type: 'final',
  tags: 'closed',
  meta: title('Closed', '已结案'),
});

/** What a closed case says. */
export function outputOf({ context }: { context: CaseContext }): CaseOutput {
  const { caseId, outcome, verdict, postings } = context;
  return { caseId, outcome, verdict, postings };
}

/**
 * A machine for one exception type alone: its states beside the shared settlement. Where the parcel case would move on
 * to another type, this machine closes with the outcome `reclassified`.
 */
export function standalone<const Type extends string, const Config extends object, Id extends string>(
  type: Type,
  config: Config,
  book: Rulebook<Id>,
) {
  return caseSetup.extend({ guards: guardsOf(book) }).createMachine({
    id: type,
    version: '1',
    context: ({ input }) => openCase(input),
    output: outputOf,
    initial: 'open',
    states: {
      open: {
        type: 'parallel',
        meta: title('Open', '处理中'),
        states: {
          exception: {
            initial: type,
            meta: title('Exception', '异常处理'),
            on: {
              'became.*': {
                target: '#closed',
                actions: { type: 'noteOutcome', params: { outcome: 'reclassified' } },
              },
            },
            states: { [type]: config } as { [Key in Type]: Config },
          },
          remedy,
          recovery,
          receipt,
        },
      },
      closed,
    },
  } as const);
}
