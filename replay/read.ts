import { type Document, isAlias, LineCounter, type Node, type Pair, parseDocument, visit } from 'yaml';
import { ParcelError, type Problem, pathText } from '../domain/errors.ts';
import { type Scenario, scenarioSchema } from './scenario.ts';

/** The largest scenario that is read, in characters. */
export const largestScenario = 1_000_000;

/** A problem of a file, with the place where it stands. */
export interface PlacedProblem extends Problem {
  /** Counted from 1. */
  readonly line: number;
  readonly column: number;
}

/** A file that is no scenario: every problem with its line and column. */
export class ScenarioError extends ParcelError {
  readonly file: string;
  readonly placed: readonly PlacedProblem[];

  constructor(file: string, placed: readonly PlacedProblem[]) {
    const lines = placed.map(
      ({ line, column, path, message }) => `${file}:${line}:${column}: ${path ? `${path}: ` : ''}${message}`,
    );
    super('INVALID_SCENARIO', lines.join('\n'));
    this.file = file;
    this.placed = placed;
  }
}

/**
 * Reads a scenario from YAML (or JSON, which is YAML). Anchors, aliases, merge keys and duplicate keys are refused.
 * @param file the name to show in errors.
 * @throws {ScenarioError} naming file, line and column of every problem.
 */
export function readScenario(source: string, file: string): Scenario {
  if (source.length > largestScenario) {
    throw new ScenarioError(file, [
      {
        path: '',
        line: 1,
        column: 1,
        message: `is larger than ${largestScenario} characters; split it into scenarios`,
      },
    ]);
  }
  const lines = new LineCounter();
  const document = parseDocument(source, {
    lineCounter: lines,
    uniqueKeys: true,
    merge: false,
    stringKeys: true,
  });
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const problems: PlacedProblem[] = [...document.errors, ...document.warnings].map((error) => ({
    path: '',
    message: firstLine(error.message),
    ...place(error.pos[0]),
  }));
  visit(document, {
    Node(_key, node) {
      if (isAlias(node) || ('anchor' in node && node.anchor)) {
        const message = 'anchors and aliases are not allowed in a scenario; write the value out';
        problems.push({ path: '', message, ...place(node.range?.[0] ?? 0) });
      }
    },
  });
  if (problems.length > 0) throw new ScenarioError(file, problems);

  const parsed = scenarioSchema.safeParse(document.toJS());
  if (parsed.success) return parsed.data;
  throw new ScenarioError(
    file,
    parsed.error.issues.map(({ path, message }) => ({
      path: pathText(path),
      message,
      ...place(offsetOf(document, path)),
    })),
  );
}

// Helpers

/** Where the value of a path stands, or the nearest value around it. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length >= 0; length--) {
    const node = document.getIn(path.slice(0, length), true) as Node | Pair | undefined;
    if (node && 'range' in node && node.range) return node.range[0];
  }
  return 0;
}

function firstLine(message: string): string {
  return message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? message;
}
