import { ParcelError, type Problem, pathText } from '../domain/errors.ts';
import { checkScenario } from './check.ts';
import { type Place, parseYaml, type YamlFile } from './document.ts';
import { type Issue, issuesOf } from './issues.ts';
import { type Scenario, scenarioSchema } from './scenario.ts';

/** The largest scenario that is read, in characters. */
export const largestScenario = 1_000_000;

/** The problems that are listed of one file; a file of another kind would have thousands. */
const mostProblems = 20;

/** A problem of a file, with the place where it stands. */
export interface PlacedProblem extends Problem, Place {}

/** A file that is no scenario: its problems, at most twenty, with line and column. */
export class ScenarioError extends ParcelError {
  readonly file: string;
  readonly placed: readonly PlacedProblem[];

  constructor(file: string, placed: readonly PlacedProblem[], more = 0) {
    const lines = placed.map(
      ({ line, column, path, message }) => `${file}:${line}:${column}: ${path ? `${path}: ` : ''}${message}`,
    );
    if (more > 0) lines.push(`${file}: and ${more} more ${more === 1 ? 'problem' : 'problems'}`);
    super('INVALID_SCENARIO', lines.join('\n'));
    this.file = file;
    this.placed = placed;
  }
}

/** A scenario and the file it stands in. */
export interface ScenarioFile {
  readonly scenario: Scenario;
  readonly yaml: YamlFile;
}

/**
 * Reads a scenario from YAML (or JSON, which is YAML). Anchors, aliases, tags, duplicate keys and deep nesting are
 * refused, and so are events, states, facts and articles that do not exist, invalid fields of events and times that go
 * backwards, unless the step expects the refusal.
 * @param file the name to show in errors.
 * @throws {ScenarioError} naming file, line and column of each problem.
 */
export function readScenario(source: string, file: string): Scenario {
  return readScenarioFile(source, file).scenario;
}

/** Like `readScenario`, with the places of all values. */
export function readScenarioFile(source: string, file: string): ScenarioFile {
  if (source.length > largestScenario) {
    const message = `is larger than ${largestScenario} characters; split it into scenarios`;
    throw new ScenarioError(file, [{ path: '', line: 1, column: 1, message }]);
  }
  const yaml = parseYaml(source);
  if (yaml.problems.length > 0) {
    throw scenarioError(file, yaml.problems, ({ message, offset }) => ({
      path: '',
      message,
      ...yaml.placeAt(offset),
    }));
  }
  const content: unknown = yaml.document.toJS();
  if (content === null) {
    throw new ScenarioError(file, [{ path: '', line: 1, column: 1, message: 'the file holds no scenario' }]);
  }
  const parsed = scenarioSchema.safeParse(content);
  const issues = parsed.success
    ? checkScenario(parsed.data)
    : issuesOf(parsed.error, scenarioSchema, content);
  if (issues.length > 0 || !parsed.success) {
    throw scenarioError(file, issues, (issue) => placed(issue, yaml));
  }
  return { scenario: parsed.data, yaml };
}

// Helpers

function scenarioError<Found>(
  file: string,
  found: readonly Found[],
  place: (problem: Found) => PlacedProblem,
): ScenarioError {
  const told = found.slice(0, mostProblems).map(place);
  return new ScenarioError(file, told, found.length - told.length);
}

function placed({ path, message, atKey }: Issue, yaml: YamlFile): PlacedProblem {
  const offset = atKey ? yaml.offsetOfKey(path.slice(0, -1), String(path.at(-1))) : yaml.offsetOf(path);
  return { path: pathText(path), message, ...yaml.placeAt(offset) };
}
