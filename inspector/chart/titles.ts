import { eventCatalogue, isEventType } from '../../domain/events.ts';
import { partyTitles } from '../../domain/parties.ts';
import type { Text } from '../../domain/text.ts';
import { findArticle } from '../../explain/named.ts';
import { conditions } from '../../guards/conditions.ts';

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

// Helpers

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
  'became.unreachable': { en: 'The recipient cannot be reached', zh: '转为联系不上收件人' },
  'became.afterSale': { en: 'It became an after-sale case', zh: '转为售后' },
};
