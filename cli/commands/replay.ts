import { pathText } from '../../domain/errors.ts';
import { replaceText } from '../../replay/files.ts';
import { readScenarioFile, type ScenarioFile } from '../../replay/read.ts';
import { run } from '../../replay/run.ts';
import { updatedSource } from '../../replay/update.ts';
import { changedLines } from '../difference-lines.ts';
import { json } from '../reporters/json.ts';
import { junit } from '../reporters/junit.ts';
import { pretty } from '../reporters/pretty.ts';
import type { Diverged, Report, Summary } from '../reporters/reporter.ts';
import { tap } from '../reporters/tap.ts';
import { problemText, type Source, sourcesOf } from '../sources.ts';
import { DIVERGED, INVALID, OK, plain, type Terminal } from '../terminal.ts';

const reporters = { pretty, tap, junit, json } as const;

/** Options of `replay`. */
export interface ReplayOptions {
  readonly reporter: keyof typeof reporters;
  readonly bail?: boolean;
  readonly update?: boolean;
  readonly strict?: boolean;
}

/** Replays scenario files and reports each. Returns the exit code. */
export function replay(paths: readonly string[], options: ReplayOptions, terminal: Terminal): number {
  const { reporter: name, bail = false, update = false } = options;
  const refusal = whyNot(paths, options);
  if (refusal !== null) {
    terminal.error(refusal);
    return INVALID;
  }
  const reporter = reporters[name](name === 'pretty' ? terminal : plain(terminal));
  const { sources, problems } = sourcesOf(paths);
  for (const problem of problems) terminal.error(problem);
  const count = { passed: 0, updated: 0, diverged: 0, invalid: problems.length, skipped: 0 };
  const started = performance.now();
  const seen = new Map<string, string>();
  for (const [index, source] of sources.entries()) {
    if (bail && count.diverged + count.invalid > 0) {
      count.skipped = sources.length - index;
      break;
    }
    terminal.progress(`${index + 1}/${sources.length}  ${source.file}`);
    const report = playFile(source, update, seen);
    count[report.kind] += 1;
    if (report.kind === 'invalid') terminal.error(report.message);
    reporter.report(report);
  }
  terminal.progress('');
  const summary: Summary = { ...count, milliseconds: performance.now() - started };
  reporter.end(summary);
  if (summary.invalid > 0) return INVALID;
  return summary.diverged > 0 ? DIVERGED : OK;
}

// Helpers

function playFile(source: Source, update: boolean, seen: Map<string, string>): Report {
  const { file } = source;
  const started = performance.now();
  try {
    const text = source.read();
    const read = readScenarioFile(text, file);
    const duplicate = duplicateId(read, file, seen);
    if (duplicate !== null) return { kind: 'invalid', file, message: duplicate };
    const { scenario } = read;
    const played = run(scenario, nameOf(file));
    const { divergence } = played;
    const report = { file, scenario, run: played, milliseconds: performance.now() - started };
    if (!divergence) return { kind: 'passed', ...report };
    const diverged: Diverged = { kind: 'diverged', divergence, ...report };
    return update ? updateFile(source, text, read, diverged) : diverged;
  } catch (error) {
    return { kind: 'invalid', file, message: problemText(error) };
  }
}

/** Why a case id cannot be used: another file has it. */
function duplicateId(
  { scenario, yaml }: ScenarioFile,
  file: string,
  seen: Map<string, string>,
): string | null {
  const { caseId } = scenario.input;
  if (caseId === undefined) return null;
  const path = ['input', 'caseId'];
  const { line, column } = yaml.placeAt(yaml.offsetOf(path));
  const place = `${file}:${line}:${column}`;
  const first = seen.get(caseId);
  if (first === undefined) seen.set(caseId, place);
  return first === undefined
    ? null
    : `${place}: ${pathText(path)}: the case "${caseId}" is already in ${first}; give each its own`;
}

/** Writes what happened into the file, once the new text is known to be a scenario that does what it expects. */
function updateFile({ file, path }: Source, text: string, read: ScenarioFile, diverged: Diverged): Report {
  if (path === null) return diverged;
  const updated = updatedSource(text, read, diverged.run);
  const { scenario } = readScenarioFile(updated, file);
  if (run(scenario, nameOf(file)).divergence) return diverged;
  replaceText(path, text, updated);
  const { divergence: _divergence, ...report } = diverged;
  return { ...report, kind: 'updated', changes: changedLines(text, updated) };
}

function whyNot(paths: readonly string[], { reporter, update, strict }: ReplayOptions): string | null {
  if (strict) return '--strict belongs to --log.';
  if (!update) return null;
  if (process.env.CI) return '--update is refused in CI: a person has to look at what changes.';
  if (paths.includes('-')) return '--update cannot write to stdin; name the files.';
  if (paths.length === 0) return '--update needs the files or folders to change.';
  return reporter === 'pretty'
    ? null
    : '--update shows what it changes and works with --reporter pretty only.';
}

function nameOf(file: string): string {
  const name = file.split(/[\\/]/).at(-1) ?? file;
  return name.replace(/\.[a-z]+$/i, '');
}
