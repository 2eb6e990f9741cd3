import type { Fen } from '../../domain/money.ts';
import type { Language, Text } from '../../domain/text.ts';
import { DAY, HOUR } from '../../domain/time.ts';
import { type Citation, guides } from '../../policy/citation.ts';
import { basisTitles } from '../../policy/words.ts';
import type { RulingReference } from '../named.ts';
import type { StateReference } from '../states.ts';

/** The words around what is explained. */
export const words = {
  open: { en: 'open', zh: '处理中' },
  closed: { en: 'closed', zh: '已结案' },
  noException: { en: 'no exception', zh: '暂无异常' },
  openedAt: { en: 'opened', zh: '立案' },
  reached: { en: 'now', zh: '当前' },
  state: { en: 'stands at', zh: '状态' },
  outcome: { en: 'result', zh: '结果' },
  needsHuman: { en: 'A human has to decide.', zh: '须由人工处理。' },
  attention: { en: 'attention', zh: '注意' },

  rule: { en: 'rule', zh: '条款' },
  source: { en: 'source', zh: '出处' },
  because: { en: 'because', zh: '理由' },
  anyway: { en: 'whatever', zh: '不论' },
  displaced: { en: 'displaced', zh: '被取代' },
  by: { en: 'by', zh: '由' },
  failed: { en: 'not', zh: '不适用' },
  mayHold: { en: 'may apply', zh: '可能适用' },
  missing: { en: 'missing', zh: '尚缺' },
  next: { en: 'ask next', zh: '先问' },
  ifSilent: { en: 'if silent', zh: '如逾期' },
  rulebookNow: { en: 'rules now', zh: '现按条款' },
  conflicting: { en: 'conflict', zh: '相冲突' },

  pending: { en: 'pending', zh: '待查' },
  award: { en: 'decided by a human', zh: '人工裁定' },
  conflict: { en: 'the rules conflict, a human decides', zh: '条款冲突，由人工裁定' },
  silent: { en: 'no rule applies, a human decides', zh: '无适用条款，由人工裁定' },
  awaitsPayer: { en: 'follows who makes the buyer whole', zh: '随赔付方而定' },
  later: { en: 'not weighed yet; as things stand, ', zh: '尚未认定，目前为' },
  noRecourse: { en: 'not asked, the merchant does not pay', zh: '无须认定，商家未赔付' },
  noSurcharge: { en: 'none is proposed', zh: '未提出附加费' },
  bothWays: { en: 'both ways', zh: '往返' },

  deadlines: { en: 'Deadlines that run', zh: '计时中的期限' },
  postings: { en: 'Money that moved', zh: '资金往来' },
  accepted: { en: 'Accepted now', zh: '当前可接受的事件' },
  guarded: { en: 'Waited for, but refused until this holds', zh: '已在等待，须先满足条件的事件' },
  whereabouts: { en: 'only say where the parcel is', zh: '仅记录包裹位置' },
  dependsOn: { en: 'depends on', zh: '取决于' },
  order: { en: 'order', zh: '订单' },

  applied: { en: 'accepted', zh: '可接受' },
  dependsOnFields: { en: 'accepted with the right fields', zh: '内容合适即可接受' },
  ignored: { en: 'not accepted now', zh: '当前不接受' },
  rejected: { en: 'rejected', zh: '拒绝' },
  reason: { en: 'reason', zh: '原因' },
  problems: { en: 'wrong', zh: '错误' },
  needs: { en: 'must carry', zh: '须填' },
  firstLapses: { en: 'lapses first', zh: '先行逾期' },
  takes: { en: 'leads to', zh: '进入' },
  stays: { en: 'the same state', zh: '原状态' },
  inState: { en: 'At', zh: '在' },
  elsewhere: { en: 'accepted at', zh: '可接受于' },
  expected: { en: 'Expected instead', zh: '当前等待的事件' },

  holds: { en: 'holds', zh: '满足' },
  fails: { en: 'fails', zh: '不满足' },
  needsFields: { en: 'depends', zh: '视内容' },

  whatWouldChange: { en: 'What would change the ruling', zh: '何种变化会改变认定' },
  nothingRuled: { en: 'There is no exception, so nothing is ruled.', zh: '暂无异常，无责任认定。' },
  nothing: { en: 'nothing', zh: '无' },
  evidence: { en: 'by evidence', zh: '证据' },
  policy: { en: 'by policy', zh: '商家政策' },
  course: { en: 'by what happens', zh: '事件经过' },
  human: { en: 'a human decides', zh: '由人工裁定' },
  now: { en: 'now ', zh: '现为' },
  followsPayer: { en: 'It follows who makes the buyer whole.', zh: '随赔付方的认定而变。' },
} as const satisfies Readonly<Record<string, Text>>;

/** The punctuation of a language. */
export const marks = {
  en: {
    is: ' = ',
    colon: ': ',
    comma: ', ',
    semicolon: '; ',
    and: ' and ',
    or: ' or ',
    open: ' (',
    close: ')',
    within: ' > ',
  },
  zh: {
    is: '＝',
    colon: '：',
    comma: '，',
    semicolon: '；',
    and: '，且',
    or: '或',
    open: '（',
    close: '）',
    within: ' › ',
  },
} as const satisfies Readonly<Record<Language, unknown>>;

/** An amount in yuan, such as `¥128.00`. */
export function yuan(amount: Fen): string {
  return `¥${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, '0')}`;
}

/** An ISO instant for people: `2026-03-01 08:00 UTC`, seconds only where there are any. */
export function instantText(instant: string): string {
  const parts = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::(\d\d)(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/.exec(instant);
  if (!parts) return instant;
  const [, day, minutes, seconds = '00', zone] = parts;
  return `${day} ${minutes}${seconds === '00' ? '' : `:${seconds}`} ${zone === 'Z' ? 'UTC' : zone}`;
}

/** A span of milliseconds in days, hours and minutes. */
export function spanText(milliseconds: number, language: Language): string {
  const units = language === 'en' ? ['d', 'h', 'min'] : ['天', '小时', '分钟'];
  const minutes = Math.floor(milliseconds / 60_000);
  const counts = [Math.floor(milliseconds / DAY), Math.floor(milliseconds / HOUR) % 24, minutes % 60];
  const shown = counts.flatMap((count, place) => (count > 0 ? [`${count} ${units[place]}`] : []));
  return shown.length > 0 ? shown.join(' ') : `0 ${units[2]}`;
}

/** Where a rule comes from. The notes of citations exist in English only, so Chinese leaves them out. */
export function citationLine(citation: Citation, language: Language): string {
  const basis = basisTitles[citation.basis][language];
  const { comma, colon, open, close } = marks[language];
  const note = language === 'en' && citation.note ? colon + citation.note : '';
  if (citation.basis === 'assumed') {
    return [basis, citation.ambiguity, ...(citation.rules ?? [])].filter(Boolean).join(comma) + note;
  }
  const { number, title } = guides[citation.source];
  const [first, last] = citation.lines;
  const lines = first === last ? `${first}` : `${first}-${last}`;
  const place =
    language === 'en'
      ? `${title.en} ${number}, ${first === last ? 'line' : 'lines'} ${lines}`
      : `《${title.zh}》${number} 第 ${lines} 行`;
  return `${place}${open}${[basis, ...citation.rules].join(comma)}${close}${note}`;
}

/** Who bears it, in words, and what it is limited to. */
export function bearersText({ bearers, limitedTo }: RulingReference, language: Language): string {
  const { comma, colon } = marks[language];
  const [first, second] = bearers;
  const isShared = first && (!second || first.bearer.value === second.bearer.value);
  const lines = isShared
    ? [first.bearer.title[language], ...(second ? [words.bothWays[language]] : [])]
    : bearers.map(({ title, bearer }) => `${title[language]}${colon}${bearer.title[language]}`);
  return [...lines, ...(limitedTo ? [limitedTo.title[language]] : [])].join(comma);
}

/** A state with those around it. A title that only repeats the one around it is left out. */
export function stateText({ trail, title }: StateReference, language: Language): string {
  const titles = [...trail, title].map((text) => text[language]);
  return titles.filter((text, place) => text !== titles[place - 1]).join(marks[language].within);
}
