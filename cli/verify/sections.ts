import type { Language, Text } from '../../domain/text.ts';
import { rulebooks } from '../../guards/rulebooks.ts';
import type { Rulebook } from '../../policy/rulebook.ts';
import { layerTitles, rowText } from '../../policy/words.ts';
import type { Exploration } from '../../verify/explore/exploration.ts';
import { verdicts, verdictTitles } from '../../verify/mutation/mutant.ts';
import type { FindingKind } from '../../verify/reviews.ts';
import type { RuleFinding, RuleReport } from '../../verify/rules.ts';
import type { Reach, SuiteCoverage } from '../../verify/suite-coverage.ts';
import { faultsOf, type MutationOutcome, type Outcome } from './outcome.ts';

/** A heading, a line about it, and a table. */
export interface Section {
  readonly id: string;
  readonly heading: Text;
  readonly note: Text | null;
  readonly columns: readonly Text[];
  readonly rows: readonly (readonly (string | Text)[])[];
}

/** What a run of `verify` found, as tables. */
export function sectionsOf({ rules, explorations, coverage, mutation }: Outcome): Section[] {
  return [
    ...(rules.length > 0 ? [rulesSection(rules), findingsSection(rules)] : []),
    ...(explorations.length > 0 ? [statesSection(explorations), faultsSection(explorations)] : []),
    ...(coverage ? [coverageSection(coverage)] : []),
    ...(mutation ? [scoreSection(mutation), survivorSection(mutation)] : []),
  ];
}

/** A cell in one language. */
export function cellText(cell: string | Text, language: Language): string {
  return typeof cell === 'string' ? cell : cell[language];
}

// Helpers

const words = {
  type: { en: 'type', zh: '类型' },
  machine: { en: 'machine', zh: '状态机' },
  articles: { en: 'articles', zh: '条款' },
  combinations: { en: 'combinations', zh: '组合' },
  laws: { en: 'laws', zh: '法则' },
  proofs: { en: 'proofs tried', zh: '举证检验' },
  reviewed: { en: 'reviewed', zh: '已复核' },
  open: { en: 'wrong', zh: '问题' },
  finding: { en: 'finding', zh: '发现' },
  subject: { en: 'about', zh: '对象' },
  where: { en: 'where', zh: '范围' },
  because: { en: 'meant because', zh: '复核理由' },
  states: { en: 'states', zh: '状态' },
  closed: { en: 'closed', zh: '结案' },
  steps: { en: 'steps', zh: '步' },
  tries: { en: 'events tried', zh: '尝试事件' },
  whole: { en: 'explored', zh: '范围' },
  traps: { en: 'waits without a deadline', zh: '无期限等待' },
  unreachable: { en: 'unreached states / transitions', zh: '未达状态 / 转移' },
  what: { en: 'what', zh: '内容' },
  count: { en: 'states', zh: '状态数' },
  reached: { en: 'reached', zh: '已覆盖' },
  all: { en: 'of', zh: '总数' },
  percent: { en: 'per cent', zh: '百分比' },
  missing: { en: 'for example not', zh: '未覆盖示例' },
  mutants: { en: 'mutants', zh: '变异体' },
  change: { en: 'change', zh: '改动' },
  noticed: { en: 'noticed', zh: '发现率' },
  runs: { en: 'runs', zh: '次数' },
} as const satisfies Readonly<Record<string, Text>>;

const findingTitles: Readonly<Record<FindingKind, Text>> = {
  conflict: { en: 'two articles govern', zh: '两条款冲突' },
  silence: { en: 'no article governs', zh: '无条款适用' },
  dead: { en: 'never holds', zh: '从不成立' },
  displaced: { en: 'always displaced', zh: '总被排除' },
  redundant: { en: 'says what another one says', zh: '与其他条款重复' },
  brokenLaw: { en: 'breaks a law', zh: '违反法则' },
  idleLaw: { en: 'a law about nothing', zh: '法则无对象' },
  harm: { en: 'proof harms who shows it', zh: '举证反受其害' },
  unusedFact: { en: 'the fact makes no difference', zh: '该事实不影响认定' },
  unusedValue: { en: 'the value cannot occur', zh: '取值不可能出现' },
  staleReview: { en: 'a review of what is no longer so', zh: '复核已过时' },
};

const faultTitles: Readonly<Record<ReturnType<typeof faultsOf>[number]['kind'], Text>> = {
  violation: { en: 'an invariant is broken', zh: '违反不变量' },
  deadEnd: { en: 'nothing leads on', zh: '死胡同' },
  noClosing: { en: 'closing cannot be reached', zh: '无法结案' },
  livelock: { en: 'goes round in a circle', zh: '循环不止' },
};

const reachTitles: Readonly<Record<string, Text>> = {
  states: { en: 'states', zh: '状态' },
  transitions: { en: 'transitions', zh: '转移' },
  branches: { en: 'answers of conditions', zh: '条件分支' },
  articles: { en: 'articles', zh: '条款' },
  events: { en: 'events', zh: '事件' },
};

function rulesSection(reports: readonly RuleReport[]): Section {
  return {
    id: 'rules',
    heading: { en: 'Rules', zh: '规则' },
    note: {
      en: 'Every possible combination of facts was looked at, on every layer.',
      zh: '各层面的全部事实组合均已检查。',
    },
    columns: [
      words.type,
      words.articles,
      words.combinations,
      words.laws,
      words.proofs,
      words.reviewed,
      words.open,
    ],
    rows: reports.map(({ type, layers, laws, proofs, findings }) => [
      typeTitle(type),
      number(layers.reduce((sum, { articles }) => sum + articles, 0)),
      number(layers.reduce((sum, { combinations }) => sum + combinations, 0)),
      number(laws),
      number(proofs),
      number(findings.filter(({ because }) => because !== null).length),
      number(findings.filter(({ because }) => because === null).length),
    ]),
  };
}

function findingsSection(reports: readonly RuleReport[]): Section {
  return {
    id: 'findings',
    heading: { en: 'What the rules leave open', zh: '规则发现' },
    note: null,
    columns: [words.type, words.finding, words.subject, words.where, words.because],
    rows: reports.flatMap(({ type, findings }) =>
      findings.map((finding) => [
        typeTitle(type),
        findingTitles[finding.kind],
        finding.kind === 'silence' && finding.layer
          ? layerTitles[finding.layer]
          : finding.subject.replaceAll('+', ' + '),
        regionText(finding),
        finding.because ?? '',
      ]),
    ),
  };
}

function regionText({ region }: RuleFinding): Text {
  if (region === null) return { en: '', zh: '' };
  const rows = region.rows.slice(0, 3).map(rowText);
  const more = region.rows.length - rows.length;
  const count = region.combinations;
  return {
    en: `${count} ${count === 1 ? 'combination' : 'combinations'}: ${rows.map(({ en }) => en).join(' | ')}${more > 0 ? ` | ${more} more rows` : ''}`,
    zh: `${count} 种组合：${rows.map(({ zh }) => zh).join(' | ')}${more > 0 ? ` | 另有 ${more} 行` : ''}`,
  };
}

function statesSection(explorations: readonly Exploration[]): Section {
  return {
    id: 'states',
    heading: { en: 'States', zh: '状态' },
    note: {
      en: 'Every event was tried in every state that was followed, within the declared abstraction. Where a machine is cut off, the rest was not looked at.',
      zh: '在声明的抽象范围内，对展开的每个状态尝试了每种事件；标明截断处，其余未检查。',
    },
    columns: [
      words.machine,
      words.states,
      words.closed,
      words.steps,
      words.tries,
      words.whole,
      words.unreachable,
      words.traps,
      words.open,
    ],
    rows: explorations.map((exploration) => [
      exploration.machine,
      number(exploration.states),
      number(exploration.closed),
      number(exploration.steps),
      number(exploration.tries),
      exploration.truncated === null
        ? { en: 'all', zh: '全部' }
        : {
            en: `cut off (${number(exploration.notFollowed)} not followed)`,
            zh: `截断（${number(exploration.notFollowed)} 未展开）`,
          },
      `${exploration.unreachableStates.length} / ${exploration.unreachableTransitions.length}`,
      number(exploration.traps.length),
      number(faultsOf(exploration).length),
    ]),
  };
}

function faultsSection(explorations: readonly Exploration[]): Section {
  return {
    id: 'faults',
    heading: { en: 'What is wrong with states', zh: '状态问题' },
    note: null,
    columns: [words.machine, words.finding, words.count, words.where, words.what],
    rows: explorations.flatMap((exploration) =>
      faultsOf(exploration).map(({ kind, what, fault }) => [
        exploration.machine,
        faultTitles[kind],
        number(fault.count),
        fault.states.join(', '),
        what,
      ]),
    ),
  };
}

function coverageSection({ scenarios, plays, ...reaches }: SuiteCoverage): Section {
  return {
    id: 'coverage',
    heading: { en: 'What the scenarios reach', zh: '场景覆盖' },
    note: {
      en: `${scenarios} scenarios, played ${plays} times: some on two machines.`,
      zh: `${scenarios} 个场景，共回放 ${plays} 次（部分在两台状态机上）。`,
    },
    columns: [words.what, words.reached, words.all, words.percent, words.missing],
    rows: (Object.entries(reaches) as [string, Reach][]).map(([name, { all, reached, missing }]) => [
      reachTitles[name] ?? name,
      number(reached),
      number(all),
      percent(all === 0 ? 100 : (reached / all) * 100),
      missing.slice(0, 2).join(', '),
    ]),
  };
}

function scoreSection({ scores, mutants, tried }: MutationOutcome): Section {
  return {
    id: 'mutation',
    heading: { en: 'Mutation test', zh: '变异测试' },
    note: {
      en: `${number(tried)} of ${number(mutants)} small changes were made one at a time; who noticed each first?`,
      zh: `共 ${number(mutants)} 处细小改动，逐一尝试了 ${number(tried)} 处；各由何者最先发现？`,
    },
    columns: [
      words.change,
      words.mutants,
      words.noticed,
      ...verdicts.map((verdict) => verdictTitles[verdict]),
    ],
    rows: scores.map(({ kind, change, mutants: count, percent: share, by }) => [
      change === 'all' ? (kindTitles[kind] ?? kind) : `  ${change}`,
      number(count),
      percent(share),
      ...verdicts.map((verdict) => number(by[verdict])),
    ]),
  };
}

const kindTitles: Readonly<Record<string, Text>> = {
  article: { en: 'ARTICLES', zh: '条款' },
  transition: { en: 'TRANSITIONS', zh: '转移' },
  condition: { en: 'CONDITIONS', zh: '条件' },
  parameter: { en: 'PARAMETERS', zh: '参数' },
};

function survivorSection({ survivors }: MutationOutcome): Section {
  return {
    id: 'survivors',
    heading: { en: 'Changes that nothing noticed', zh: '未被发现的改动' },
    note: null,
    columns: [words.change, words.runs, words.because],
    rows: survivors.map(({ name, runs, because }) => [name, number(runs), because ?? '']),
  };
}

function typeTitle(type: string): string | Text {
  return (rulebooks as Readonly<Record<string, Rulebook>>)[type]?.title ?? type;
}

function number(value: number): string {
  return value.toLocaleString('en-US');
}

/** Rounded down, so that nothing looks whole that is not. */
function percent(value: number): string {
  return `${(Math.floor(value * 10) / 10).toFixed(1)} %`;
}
