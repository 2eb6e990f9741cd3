import type { Language, Text } from '../domain/text.ts';
import type { Scan } from '../feeds/scan.ts';

/** Why a report became what it became, and what was assumed. */
export const reasons = {
  taken: { en: 'the case took it', zh: '案件已采纳' },
  held: {
    en: 'the case took it; its clock is held, because an answer was due that a feed cannot hold',
    zh: '案件已采纳；此前有答复到期，轨迹中无从得知，案件时钟停在该期限',
  },
  undated: { en: 'it has no time', zh: '没有时间' },
  reversed: ({ at, text, code }: Scan): Text => ({
    en: `a later report shows that it did not hold: ${at} ${text || code}`,
    zh: `后来的记录表明其不成立：${at} ${text || code}`,
  }),
  returnLeg: {
    en: 'the parcel had turned back: the sender may have signed',
    zh: '包裹已在退回途中，签收人可能是寄件人',
  },
  words: {
    en: 'the words contradict the code',
    zh: '文字与状态码不符',
  },
  wordsOnly: { en: 'only the words suggest it', zh: '仅文字提及' },
  unknown: ({ code }: Scan): Text => ({
    en: `the code ${code} is in no table, and the words do not help`,
    zh: `状态码 ${code} 不在对照表中，文字也无法判断`,
  }),
  silent: { en: 'it has no code, and the words do not help', zh: '没有状态码，文字也无法判断' },
  ambiguous: (readings: readonly Text[]): Text =>
    readings.length > 0
      ? {
          en: `the code has several readings: ${listed(readings, 'en')}`,
          zh: `该状态码有多种含义：${listed(readings, 'zh')}`,
        }
      : { en: 'nothing is known about the code', zh: '该状态码含义不明' },
  lacking: { en: 'the feed does not say what the event must carry', zh: '轨迹缺少该事件必需的内容' },
  suspicion: (readings: readonly Text[]): Text => ({
    en: `there may be more behind it: ${listed(readings, 'en')}`,
    zh: `背后可能另有情况：${listed(readings, 'zh')}`,
  }),
  otherException: {
    en: 'the case does not wait for it: another exception is handled, or all is done',
    zh: '案件当前不等待该情况：正在处理其他异常或已了结',
  },
  decides: {
    en: 'it would decide who bears the loss, which a person must confirm',
    zh: '将直接认定责任，须人工确认',
  },
  again: { en: 'it says again what is being handled', zh: '与正在处理的情况相同' },
  signer: { en: 'who took the parcel is not said', zh: '未说明由谁签收' },
  nothingFollows: { en: 'nothing new follows from it', zh: '未带来新情况，仅作记录' },
  assumedPaid: {
    en: 'What the buyer paid is not in a feed: 1.00 yuan stands for it (option paid).',
    zh: '轨迹中没有买家实付金额，暂以 1.00 元代替（选项 paid）。',
  },
  assumedCourier: {
    en: 'The feed does not name the courier: "unknown" stands for it (option courier).',
    zh: '轨迹中没有快递公司，暂以 unknown 代替（选项 courier）。',
  },
} as const;

// Helpers

function listed(readings: readonly Text[], language: Language): string {
  return readings.map((reading) => reading[language]).join({ en: ', ', zh: '、' }[language]);
}
