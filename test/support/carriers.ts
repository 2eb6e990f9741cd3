import type { AnyStateNode } from 'xstate';
import { type EffectName, effectNames } from '../../actions/effects.ts';
import { openCase } from '../../actions/opening.ts';
import { caseInputSchema } from '../../domain/case.ts';
import { isEventType } from '../../domain/events.ts';
import { factCatalogue } from '../../domain/facts.ts';
import type { CaseContext } from '../../guards/case-context.ts';
import { conditions } from '../../guards/conditions.ts';
import { rulebooks } from '../../guards/rulebooks.ts';
import { citedTransitions, stateName } from '../../machines/cited-transitions.ts';
import { parcelCaseMachine } from '../../machines/parcel-case.ts';
import type { Citation } from '../../policy/citation.ts';
import { parameters } from '../../policy/parameters.ts';
import type { Article } from '../../policy/rulebook.ts';

/** A citation and what it stands on, such as `article DMG-1` or `transition lost.assessment + parcel.found`. */
export interface Cited {
  readonly carrier: string;
  readonly citation: Citation;
}

/** Every citation of articles, parameters, conditions and transitions. */
export function allCitations(): Cited[] {
  const cited = (carrier: string, cites: readonly Citation[] = []) =>
    cites.map((citation) => ({ carrier, citation }));
  const articles = Object.values(rulebooks).flatMap((book) => Object.entries<Article>(book.articles));
  return [
    ...articles.flatMap(([id, { cites }]) => cited(`article ${id}`, cites)),
    ...Object.entries(parameters).flatMap(([name, { values }]) =>
      values.flatMap(({ cites }) => cited(`parameter ${name}`, cites)),
    ),
    ...Object.entries(conditions).flatMap(([name, condition]) =>
      cited(`condition ${name}`, 'cites' in condition ? condition.cites : []),
    ),
    ...citedTransitions().flatMap(({ state, event, cites }) =>
      cited(`transition ${state} + ${event}`, cites),
    ),
  ];
}

/** Whether what a carrier names is really there. */
export function exists(carrier: string): boolean {
  const [kind, ...rest] = carrier.split(' ');
  const name = rest.join(' ');
  switch (kind) {
    case 'article':
      return Object.values(rulebooks).some(({ articles }) => Object.hasOwn(articles, name));
    case 'parameter':
      return Object.hasOwn(parameters, name);
    case 'condition':
      return Object.hasOwn(conditions, name);
    case 'fact':
      return Object.hasOwn(factCatalogue, name);
    case 'event':
      return isEventType(name);
    case 'input':
      return inputField(name) !== undefined;
    case 'state':
      return parts.states.has(name);
    case 'transition':
      return parts.transitions.has(name);
    case 'effect':
      return parts.effects.has(name);
    default:
      return false;
  }
}

/** Whether a carrier holds a rule by itself: something decides by it, moves by it, or refuses to start without it. */
export function isStrong(carrier: string): boolean {
  const [kind, name = ''] = carrier.split(' ');
  if (kind === 'input') return inputField(name)?.safeParse(undefined).success === false;
  return ['article', 'parameter', 'condition', 'transition'].includes(kind ?? '');
}

// Helpers

interface Parsable {
  safeParse(value: unknown): { success: boolean };
}

function inputField(path: string): Parsable | undefined {
  return path
    .split('.')
    .reduce<{ shape?: Record<string, unknown> } | undefined>(
      (schema, key) => schema?.shape?.[key] as { shape?: Record<string, unknown> } | undefined,
      caseInputSchema as never,
    ) as Parsable | undefined;
}

const opened = openCase({
  caseId: 'any',
  openedAt: '2026-03-01T08:00:00Z',
  order: { waybill: '1', courier: 'any', paid: 100 },
});
const anyCase: CaseContext = { ...opened, verdict: { payer: { article: 'any', ruling: 'merchant' } } };

const parts = partsOf(parcelCaseMachine.root);

/** The states, the transitions and the effects of the parcel case, by name. */
function partsOf(root: AnyStateNode) {
  const states = new Set<string>();
  const transitions = new Set<string>();
  const effects = new Set<string>();
  const visit = (node: AnyStateNode) => {
    const name = stateName(node.path);
    states.add(name);
    const all = [...node.transitions.values(), node.always ?? []].flat();
    for (const { eventType } of all) transitions.add(`${name} + ${eventType}`);
    for (const action of [...node.entry, ...node.exit, ...all.flatMap(({ actions }) => actions)]) {
      for (const effect of effectsOf(action)) effects.add(effect);
    }
    Object.values(node.states).forEach(visit);
  };
  visit(root);
  return { states, transitions, effects };
}

/**
 * An action that requests an effect, by the name of the effect alone and with what it says or asks. What an effect
 * takes from the case is not looked at.
 */
function effectsOf(action: unknown): string[] {
  const { type, params } = action as { type?: string; params?: unknown };
  if (!effectNames.includes(type as EffectName)) return [];
  const { notice, question, instruction } = typeof params === 'function' ? paramsOf(params as Params) : {};
  const detail = notice ?? question ?? instruction;
  return detail === undefined ? [`${type}`] : [`${type}`, `${type} ${detail}`];
}

type Params = (args: { context: CaseContext }) => Record<string, string>;

function paramsOf(params: Params): Record<string, string> {
  return params({ context: anyCase });
}
