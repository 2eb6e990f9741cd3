import type { AmbiguityNumber, RuleNumber } from '../../policy/citation.ts';
import { boardCategories, type Kind, kinds } from '../../policy/kinds.ts';
import { ambiguities, requirements, requirementTypes } from '../../policy/requirements.ts';
import { excusedAmbiguities, traces } from '../../policy/traceability.ts';
import { allCitations } from './carriers.ts';

/** Where a rule or a question went. */
export interface TraceRow<Number extends string> {
  readonly number: Number;
  readonly carriedBy: readonly string[];
  readonly except: string | null;
  readonly excused: string | null;
}

/** Where every rule went: what cites it, what else carries it, or the excuse. */
export function ruleTraces(): TraceRow<RuleNumber>[] {
  const cited = allCitations();
  return requirements.map(({ number }) => {
    const trace = traces[number];
    const citing = cited
      .filter(({ citation }) => citation.rules?.includes(number))
      .map(({ carrier }) => carrier);
    const named = trace && 'carriedBy' in trace ? trace.carriedBy : [];
    return {
      number,
      carriedBy: [...new Set([...citing, ...named])],
      except: (trace && 'carriedBy' in trace && trace.except) || null,
      excused: trace && 'excused' in trace ? trace.excused : null,
    };
  });
}

/** Where every open question of the guides went: the assumptions that answer it, or the excuse. */
export function ambiguityTraces(): TraceRow<AmbiguityNumber>[] {
  const cited = allCitations();
  return (Object.keys(ambiguities) as AmbiguityNumber[]).map((number) => {
    const answering = cited
      .filter(({ citation }) => citation.basis === 'assumed' && citation.ambiguity === number)
      .map(({ carrier }) => carrier);
    const excused = excusedAmbiguities[number] ?? null;
    return { number, carriedBy: [...new Set(answering)], except: null, excused };
  });
}

/** The traceability table as Markdown. */
export function renderTraceability(): string {
  const rules = ruleTraces();
  const questions = ambiguityTraces();
  const byNumber = new Map(requirements.map((requirement) => [requirement.number, requirement]));
  const carried = rules.filter(({ excused }) => excused === null).length;
  return [
    '# Traceability',
    '',
    `Every kind that the guides name, every rule and every open question. Of ${rules.length} rules, ${carried} are carried by ` +
      `something in the package and ${rules.length - carried} are not modelled, each with the reason.`,
    '',
    '## Kinds',
    '',
    'Each is opened in the parcel case by the events named here, and played by the scenarios.',
    '',
    '| Kind | 名称 | Carried by | Opened by | Scenarios |',
    '| --- | --- | --- | --- | --- |',
    ...Object.values<Kind>(kinds).map(
      ({ title, carriedBy, opens, scenarios }) =>
        `| ${title.en} | ${title.zh} | ${carriedBy} | ${opens.join('<br>')} | ${scenarios.join('<br>')} |`,
    ),
    '',
    'The board of logistics exceptions has five categories. The guides name two; the names of the others were lost and are inferred.',
    '',
    '| Category | 名称 | Opened by | Named in the guides |',
    '| --- | --- | --- | --- |',
    ...boardCategories.map(
      ({ title, opens, named }) =>
        `| ${title.en} | ${title.zh} | ${opens.join('<br>')} | ${named ? 'yes' : 'no, inferred'} |`,
    ),
    '',
    '## Rules',
    '',
    `Types: ${Object.entries(requirementTypes)
      .map(([letter, name]) => `${letter} ${name}`)
      .join(', ')}.`,
    '',
    '| Number | Type | Rule | Carried by, or why not |',
    '| --- | --- | --- | --- |',
    ...rules.map((row) => {
      const { type = '', slug = '' } = byNumber.get(row.number) ?? {};
      return `| ${row.number} | ${type} | ${slug} | ${whereItWent(row)} |`;
    }),
    '',
    '## Open questions of the guides',
    '',
    '| Number | Question | Answered by, or why not |',
    '| --- | --- | --- |',
    ...questions.map((row) => `| ${row.number} | ${ambiguities[row.number]} | ${whereItWent(row)} |`),
    '',
  ].join('\n');
}

// Helpers

function whereItWent({ carriedBy, except, excused }: TraceRow<string>): string {
  if (excused !== null) return `*${excused}*`;
  return [carriedBy.join('<br>'), ...(except === null ? [] : [`*${except}*`])].join('<br>');
}
