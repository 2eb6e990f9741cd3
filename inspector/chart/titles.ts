import { type DeadlineName, deadlineNames } from '../../domain/deadlines.ts';
import { eventCatalogue, isEventType } from '../../domain/events.ts';
import { partyTitles } from '../../domain/parties.ts';
import type { Text } from '../../domain/text.ts';
import { findArticle } from '../../explain/named.ts';
import { deadlineTitle } from '../../explain/titles.ts';
import { conditions } from '../../guards/conditions.ts';
import { parcelCaseMachine } from '../../machines/parcel-case.ts';

/** The name of an event for people; none for events that are not of this package. */
export function eventTitle(type: string): Text | undefined {
  if (isEventType(type)) return eventCatalogue[type].title;
  if (Object.hasOwn(signals, type)) return signals[type];
  const after = /^xstate\.after\.(\w+)\./.exec(type);
  if (after) return { en: `after ${after[1]}`, zh: `${after[1]} 之后` };
  const done = /^xstate\.(done|error)\.(state|actor)\.(.+)$/.exec(type);
  if (!done) return undefined;
  const [, how, what, name] = done;
  if (what === 'state') return { en: 'done', zh: '完成' };
  return how === 'done'
    ? { en: `done: ${name}`, zh: `${name} 完成` }
    : { en: `error: ${name}`, zh: `${name} 出错` };
}

/** What a guard asks for, in words: the sentence of a condition, the title of an article. */
export function guardTitle(guard: string): Text | undefined {
  for (const joint of [' & ', ' | '] as const) {
    if (!guard.includes(joint)) continue;
    const parts = guard.split(joint).map((part) => guardTitle(part) ?? { en: part, zh: part });
    return {
      en: parts.map(({ en }) => en).join(' '),
      zh: parts.map(({ zh }) => zh).join(''),
    };
  }
  const [name = '', value] = guard.split(': ');
  if (name === 'payerIs' && value !== undefined && Object.hasOwn(partyTitles, value)) {
    const { en, zh } = partyTitles[value as keyof typeof partyTitles];
    return { en: `The ${en} makes the buyer whole.`, zh: `赔付方：${zh}。` };
  }
  if (Object.hasOwn(conditions, name)) return conditions[name as keyof typeof conditions].title;
  if (/\.\w+Pending$/.test(name)) return { en: 'Evidence is still missing.', zh: '尚缺证据。' };
  return findArticle(name)?.article.title;
}

/**
 * What an action does, for people: the effects that a host performs, and the deadlines that start. `null` for the other
 * actions of this package, which only keep the case's memory. An action of another machine has its name.
 */
export function actionTitle(action: string): Text | null {
  const [name = '', value] = action.split(': ');
  if (name === 'startDeadline' && isDeadline(value)) {
    const { en, zh } = deadlineTitle(value);
    return { en: `deadline: ${en}`, zh: `计时：${zh}` };
  }
  const effect = Object.hasOwn(effects, name) ? effects[name] : undefined;
  if (effect) return effect;
  return Object.hasOwn(glossary, name) ? null : { en: action, zh: action };
}

/** What a tag says of a state; `null` for a tag that the shape of the state shows already. */
export function tagTitle(tag: string): Text | null {
  if (tag === 'closed') return null;
  return Object.hasOwn(tags, tag) ? (tags[tag] as Text) : { en: tag, zh: tag };
}

// Helpers

function isDeadline(name: string | undefined): name is DeadlineName {
  return (deadlineNames as readonly (string | undefined)[]).includes(name);
}

const glossary: object = parcelCaseMachine.implementations.actions;

/** What hosts are asked to do. A deadline is named where it starts, not where the host is told. */
const effects: Readonly<Record<string, Text>> = {
  requestEvidence: { en: 'ask for evidence', zh: '要求举证' },
  askParty: { en: 'ask', zh: '询问' },
  instructCourier: { en: 'instruct the courier', zh: '通知快递' },
  notifyBuyer: { en: 'tell the buyer', zh: '告知买家' },
  refundBuyer: { en: 'refund', zh: '退款' },
  payBuyer: { en: 'pay the buyer', zh: '向买家付款' },
  collectFromBuyer: { en: 'collect from the buyer', zh: '向买家收款' },
  shipReplacement: { en: 'send the goods again', zh: '补发货物' },
  relabel: { en: 'print a new label', zh: '换单' },
  fileClaim: { en: 'file the claim', zh: '提出索赔' },
  escalateClaim: { en: 'press the claim', zh: '催赔' },
  withdrawClaim: { en: 'withdraw the claim', zh: '撤回索赔' },
  recallGoods: { en: 'recall the goods', zh: '召回货物' },
  extendReceipt: { en: 'extend receipt', zh: '延长收货' },
  askHuman: { en: 'ask a human', zh: '转人工' },
};

const tags: Readonly<Record<string, Text>> = {
  needsHuman: { en: 'a human decides', zh: '须人工处理' },
  needsEvidence: { en: 'evidence is awaited', zh: '等待举证' },
};

/** Signals between the regions of a case. */
const signals: Readonly<Record<string, Text>> = {
  'exception.resolved': { en: 'The exception ended without a loss', zh: '异常已解除' },
  'liability.decided': { en: 'The payer was decided', zh: '赔付方已认定' },
  'freight.decided': { en: 'The bearer of the freight was decided', zh: '运费承担方已认定' },
  'recourse.opened': { en: 'There is something to claim', zh: '可追偿' },
  'recourse.withdrawn': { en: 'There is nothing to claim any more', zh: '无须追偿' },
  'remedy.recalled': { en: 'The decision was reopened', zh: '重新认定' },
  'refund.done': { en: 'The refund was paid', zh: '退款已支付' },
  'became.*': { en: 'It became another kind of exception', zh: '转为其他异常' },
  'became.refused': { en: 'It became a refusal', zh: '转为拒收' },
  'became.damaged': { en: 'It became damage', zh: '转为破损' },
  'became.lost': { en: 'It became a loss', zh: '转为丢失' },
  'became.stale': { en: 'The tracking stands still', zh: '转为物流停滞' },
  'became.silent': { en: 'Nothing more was heard of it', zh: '久无音讯' },
  'became.returning': { en: 'It goes on on its way back', zh: '继续退回' },
  'became.returned': { en: 'It came back after all', zh: '已退回' },
  'became.unreachable': { en: 'The recipient cannot be reached', zh: '转为联系不上收件人' },
  'became.afterSale': { en: 'It became an after-sale case', zh: '转为售后' },
};
