import { and } from 'xstate';
import type { CaseContext } from '../guards/case-context.ts';
import { caseSetup, due, request, running, stops, title } from './setup.ts';

const writtenOff = { target: '#recovery.writtenOff', actions: ended('writtenOff') } as const;
const withdrawn = { target: '#recovery.withdrawn', actions: ended('withdrawn') } as const;
const withdrawnAfterFiling = {
  target: '#recovery.withdrawn',
  actions: [ended('withdrawn'), ...request('withdrawClaim', theClaim)],
} as const;

const turnedUp = { guard: 'isCommitted', target: '#recovery.forgone' } as const;

const nothingLost = {
  guard: 'nothingToClaim',
  target: '#recovery.nothingLost',
  actions: 'forgoClaim',
} as const;

const answers = {
  'claim.accepted': { guard: 'withinClaim', target: '#recovery.awaitingPayment', actions: 'noteClaimAmount' },
  'claim.denied': '#recovery.contested',
  'claim.writtenOff': writtenOff,
  'recourse.withdrawn': withdrawnAfterFiling,
} as const;

/** The claim of the merchant against courier or supplier, its answers and reversals. */
export const recovery = caseSetup.createStateConfig({
  id: 'recovery',
  initial: 'idle',
  meta: title('Recovery from courier or supplier', '向快递或供应商追偿'),
  states: {
    idle: {
      meta: title('Nothing to recover', '无追偿'),
      on: {
        'recourse.opened': [
          { guard: 'negotiates', target: 'contested', actions: 'openClaim' },
          { guard: 'hasRecourse', target: 'due', actions: 'openClaim' },
          nothingLost,
        ],
        'recourse.withdrawn': { ...turnedUp, actions: 'forgoClaim' },
      },
    },
    nothingLost: {
      meta: title('Nothing was lost so far', '暂无损失可追'),
      always: { guard: 'hasRecourse', target: 'due', actions: 'openClaim' },
      on: { 'recourse.withdrawn': [turnedUp, 'withdrawn'] },
    },
    due: {
      meta: title('A claim is to be filed', '待提交理赔'),
      entry: request('fileClaim', theClaim),
      on: {
        'claim.filed': { guard: 'withinLoss', target: 'awaitingReply', actions: 'noteClaimAmount' },
        'claim.writtenOff': writtenOff,
        'recourse.withdrawn': withdrawn,
      },
    },
    awaitingReply: {
      meta: title('Waiting for the answer', '等待理赔答复'),
      entry: [
        {
          type: 'startDeadline',
          params: ({ context }: { context: CaseContext }) => {
            const { against } = theClaim(context);
            return { id: replyOf(against), mustAct: against };
          },
        },
        ...request('scheduleDeadline', (context) => ({
          deadline: running(context.deadlines, replyOf(theClaim(context).against)),
        })),
      ],
      exit: [stops('courierReply'), stops('supplierReply')],
      on: {
        ...answers,
        'courierReply.lapsed': { guard: due('courierReply'), target: 'overdue' },
        'supplierReply.lapsed': { guard: due('supplierReply'), target: 'overdue' },
      },
    },
    overdue: {
      meta: title('Not answered in time', '逾期未答复'),
      entry: request('escalateClaim', theClaim),
      on: answers,
    },
    contested: {
      meta: title('Denied or negotiated', '被拒或协商中'),
      on: {
        'claim.filed': {
          guard: and(['appealLeft', 'withinLoss']),
          target: 'awaitingReply',
          actions: ['noteClaimAmount', 'noteAppeal'],
        },
        'claim.accepted': { guard: 'withinClaim', target: 'awaitingPayment', actions: 'noteClaimAmount' },
        'claim.writtenOff': writtenOff,
        'recourse.withdrawn': withdrawn,
      },
    },
    awaitingPayment: {
      meta: title('Accepted, waiting for the money', '已认赔待付款'),
      on: {
        'claim.paid': { guard: 'paysClaim', target: 'recovered', actions: 'postClaim' },
        'claim.denied': 'contested',
        'recourse.withdrawn': withdrawnAfterFiling,
      },
    },
    recovered: {
      meta: title('Recovered', '已追回'),
      on: {
        'recourse.withdrawn': {
          target: 'repaying',
          actions: { type: 'noteClaimStatus', params: { status: 'open' } },
        },
      },
    },
    repaying: {
      meta: title('The compensation is to be paid back', '待退还赔款'),
      on: { 'claim.repaid': { guard: 'repaysClaim', target: 'withdrawn', actions: 'postClaimRepayment' } },
    },
    writtenOff: { meta: title('Written off', '已放弃追偿') },
    withdrawn: {
      meta: title('Withdrawn', '已撤回'),
      on: {
        'recourse.opened': [{ guard: 'hasRecourse', target: 'due', actions: 'openClaim' }, nothingLost],
        'recourse.withdrawn': turnedUp,
      },
    },
    forgone: { meta: title('The goods turned up, nothing is left to claim', '货物已找到，无须追偿') },
  },
});

/** The claim of a case. Only read in states that a claim opened. */
function theClaim({ claim }: CaseContext) {
  return { against: claim?.against ?? ('courier' as const), amount: claim?.amount ?? 0 };
}

function ended<Status extends 'writtenOff' | 'withdrawn'>(status: Status) {
  return { type: 'noteClaimStatus', params: { status } } as const;
}

function replyOf(against: 'courier' | 'supplier') {
  return against === 'courier' ? ('courierReply' as const) : ('supplierReply' as const);
}
