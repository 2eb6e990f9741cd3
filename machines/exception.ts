import type { FactValue } from '../domain/facts.ts';
import { guardsOf } from '../guards/article-guards.ts';
import { rulebooks } from '../guards/rulebooks.ts';
import { assumed } from '../policy/citation.ts';
import { afterSale, afterSaleEntries } from './after-sale.ts';
import { damaged, damagedEntries } from './damaged.ts';
import { dropshipReturn, dropshipReturnEntries } from './dropship-return.ts';
import { lost, lostEntries } from './lost.ts';
import { minorFlaw, minorFlawEntries } from './minor-flaw.ts';
import { misrouted, misroutedEntries } from './misrouted.ts';
import { namedOnly, namedOnlyEntries } from './named-only.ts';
import { overArea, overAreaEntries } from './over-area.ts';
import { papers, papersEntries } from './papers.ts';
import { recipient, recipientEntries } from './recipient.ts';
import { refused, refusedEntries } from './refused.ts';
import { caseSetup, goes, notes, resolves, title } from './setup.ts';
import { shippingDuty, shippingDutyEntries } from './shipping-duty.ts';
import { standstill, standstillEntries } from './standstill.ts';

/** The guards of every exception type: one for each article. */
export const articleGuards = {
  ...guardsOf(rulebooks.refused),
  ...guardsOf(rulebooks.damaged),
  ...guardsOf(rulebooks.lost),
  ...guardsOf(rulebooks.misrouted),
  ...guardsOf(rulebooks.overArea),
  ...guardsOf(rulebooks.dropshipReturn),
  ...guardsOf(rulebooks.recipient),
  ...guardsOf(rulebooks.papers),
  ...guardsOf(rulebooks.standstill),
  ...guardsOf(rulebooks.shippingDuty),
  ...guardsOf(rulebooks.namedOnly),
  ...guardsOf(rulebooks.afterSale),
  ...guardsOf(rulebooks.minorFlaw),
};

/** What is wrong with the parcel: nothing, or one exception type at a time. What happens next may make it another. */
export const exception = caseSetup.createStateConfig({
  initial: 'none',
  meta: title('Exception', '异常处理'),
  on: {
    'became.refused': '.refused.askingReason',
    'became.damaged': '.damaged.assessment',
    'became.afterSale': '.afterSale.examining',
    'became.unreachable': [
      { guard: 'recipientDataWrong', target: '.recipient.correcting' },
      { target: '.recipient.contacting' },
    ],
    'became.lost': {
      target: '.lost.searching',
      meta: {
        cites: [assumed('One exception at a time; what happens next moves the case.', 'A-50')],
      },
    },
    'became.silent': [
      { guard: 'forceMajeureLasts', target: '.lost.waitingOut' },
      { target: '.lost.assessment', actions: notes({ lossGround: 'verificationLapsed' }) },
    ],
    'became.returning': wayBackTo({
      sentBack: '.dropshipReturn.returning',
      refused: '.refused.returning',
      outsideArea: '.overArea.returning',
      notHandedOver: '.recipient.returning',
      turnedBack: '.standstill.returningUnasked',
    }),
    'became.returned': wayBackTo({
      sentBack: '.dropshipReturn.assessment',
      refused: '.refused.cameBack',
      outsideArea: '.overArea.assessment',
      notHandedOver: '.recipient.assessment',
      turnedBack: '.standstill.assessment',
    }),
    'became.stale': [
      { guard: 'isStale', target: '.lost.verifying', actions: 'noteTracking' },
      { guard: 'forceMajeureLasts', target: '.lost.waitingOut', actions: 'noteTracking' },
      { target: '.lost.watching', actions: 'noteTracking' },
    ],
  },
  states: {
    none: {
      meta: title('No exception', '暂无异常'),
      on: {
        ...into('refused', refusedEntries),
        ...into('damaged', damagedEntries),
        ...into('lost', lostEntries),
        ...into('misrouted', misroutedEntries),
        ...into('overArea', overAreaEntries),
        ...into('dropshipReturn', dropshipReturnEntries),
        ...into('recipient', recipientEntries),
        ...into('papers', papersEntries),
        ...into('standstill', standstillEntries),
        ...into('shippingDuty', shippingDutyEntries),
        ...into('namedOnly', namedOnlyEntries),
        ...into('afterSale', afterSaleEntries),
        ...into('minorFlaw', minorFlawEntries),
        'parcel.signed': { target: 'delivered', actions: resolves('delivered') },
      },
    },
    refused,
    damaged,
    lost,
    misrouted,
    overArea,
    dropshipReturn,
    recipient,
    papers,
    standstill,
    shippingDuty,
    namedOnly,
    afterSale,
    minorFlaw,
    delivered: { meta: title('Delivered without an exception', '正常签收') },
  },
});

/** A lost return goes back to the exception type it came from. */
function wayBackTo<Target extends string>(targets: Readonly<Record<Back, Target>>) {
  return Object.entries(targets).map(([way, target]) => ({
    guard: goes(way as Back),
    target: target as Target,
  }));
}

type Back = Exclude<FactValue<'way'>, 'toBuyer'>;
type Entry = { readonly target: string } | readonly { readonly target: string }[];

/** The entries of an exception type as transitions into it. */
function into<Entries extends Readonly<Record<string, Entry>>>(type: string, entries: Entries): Entries {
  const prefixed = (entry: { readonly target: string }) => ({ ...entry, target: `${type}.${entry.target}` });
  return Object.fromEntries(
    Object.entries<Entry>(entries).map(([event, entry]) => [
      event,
      'target' in entry ? prefixed(entry) : entry.map(prefixed),
    ]),
  ) as unknown as Entries;
}
