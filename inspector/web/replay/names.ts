import { type FactName, factCatalogue } from '../../../domain/facts.ts';
import type { Language, Text } from '../../../domain/text.ts';

/** What an expectation of a scenario is about: `payer`, `facts.stock`. A name that is not known stays as it is. */
export function nameTitle(name: string, language: Language): string {
  const [head = '', fact = ''] = name.split(/[.[]/);
  if (head === 'facts' && Object.hasOwn(factCatalogue, fact))
    return factCatalogue[fact as FactName].title[language];
  const title = titles[head];
  return title ? title[language] : name;
}

// Helpers

const titles: Readonly<Record<string, Text>> = {
  status: { en: 'open or closed', zh: '是否结案' },
  states: { en: 'state', zh: '状态' },
  outcome: { en: 'result', zh: '处理结果' },
  payer: { en: 'payer', zh: '赔付方' },
  recourse: { en: 'recourse', zh: '追偿' },
  surcharge: { en: 'surcharge', zh: '附加费' },
  freight: { en: 'freight', zh: '运费' },
  postings: { en: 'money that moved', zh: '资金往来' },
  effects: { en: 'actions requested', zh: '请求的动作' },
  deadlines: { en: 'deadlines that run', zh: '计时中的期限' },
  needsHuman: { en: 'a human has to decide', zh: '须由人工裁定' },
  result: { en: 'what the event did', zh: '事件结果' },
  reason: { en: 'why it was refused', zh: '未接受的原因' },
  lapses: { en: 'deadlines that lapsed', zh: '逾期的期限' },
};
