import type { AmbiguityNumber, RuleNumber } from '../../policy/citation.ts';
import { ambiguities, type Requirement, requirements, requirementTypes } from '../../policy/requirements.ts';
import { excusedAmbiguities, modelledKinds, traces } from '../../policy/traceability.ts';
import { allCitations } from './carriers.ts';

/** Where a rule or a question went. */
export interface TraceRow<Number extends string> {
  readonly number: Number;
  readonly carriedBy: readonly string[];
  readonly except: string | null;
  readonly excused: string | null;
}

/** The rules of the modelled kinds. */
export const modelledRequirements: readonly Requirement[] = requirements.filter(({ kinds }) =>
  kinds.some((kind) => modelledKinds.includes(kind)),
);

/** Where every rule of the modelled kinds went: what cites it, what else carries it, or the excuse. */
export function ruleTraces(): TraceRow<RuleNumber>[] {
  const cited = allCitations();
  return modelledRequirements.map(({ number }) => {
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
    `Every rule of the kinds this release models: ${rules.length} of the ${requirements.length} rules of the requirements. ` +
      `${carried} are carried by something in the package, ${rules.length - carried} are not modelled, each with the reason. ` +
      `The other ${requirements.length - rules.length} concern kinds of later releases.`,
    '',
    `Types: ${Object.entries(requirementTypes)
      .map(([letter, name]) => `${letter} ${name}`)
      .join(', ')}.`,
    '',
    '## Rules',
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
