import { ParcelError } from '../../domain/errors.ts';
import { bundledScenarioFiles, readText, scenarioFiles, shownPath } from '../../replay/files.ts';
import { readScenario } from '../../replay/read.ts';
import { run } from '../../replay/run.ts';
import { pretty } from '../reporters/pretty.ts';
import type { Report, Summary } from '../reporters/reporter.ts';
import { DIVERGED, INVALID, OK, type Terminal } from '../terminal.ts';

/** Options of `replay`. */
export interface ReplayOptions {
  readonly bail?: boolean;
}

interface Source {
  readonly file: string;
  read(): string;
}

/** Replays scenario files and reports each. Returns the exit code. */
export async function replay(
  paths: readonly string[],
  options: ReplayOptions,
  terminal: Terminal,
): Promise<number> {
  const reporter = pretty(terminal);
  const { sources, problems } = sourcesOf(paths);
  const count = { passed: 0, diverged: 0, invalid: 0 };
  const started = performance.now();
  for (const problem of problems) {
    terminal.error(problem);
    count.invalid += 1;
  }
  let played = 0;
  for (const source of sources) {
    if (options.bail && count.diverged + count.invalid > 0) break;
    terminal.progress(`${played + 1}/${sources.length} ${source.file}`);
    const report = playFile(source);
    played += 1;
    count[report.kind] += 1;
    if (report.kind === 'invalid') terminal.error(report.message);
    reporter.report(report);
  }
  const summary: Summary = {
    ...count,
    skipped: sources.length - played,
    milliseconds: performance.now() - started,
  };
  terminal.progress('');
  reporter.end(summary);
  if (summary.invalid > 0) return INVALID;
  return summary.diverged > 0 ? DIVERGED : OK;
}

// Helpers

function sourcesOf(paths: readonly string[]): { sources: Source[]; problems: string[] } {
  const problems: string[] = [];
  const named = paths.length === 0 ? bundledScenarioFiles() : paths;
  const files = named
    .filter((path) => path !== '-')
    .flatMap((path) => {
      try {
        return scenarioFiles([path]);
      } catch (error) {
        problems.push(messageOf(error));
        return [];
      }
    });
  const here = process.cwd();
  const sources = scenarioFiles(files).map((file) => ({
    file: shownPath(file, here),
    read: () => readText(file),
  }));
  return { sources, problems };
}

function playFile({ file, read }: Source): Report {
  const started = performance.now();
  try {
    const scenario = readScenario(read(), file);
    const played = run(scenario, nameOf(file));
    const kind = played.divergence ? 'diverged' : 'passed';
    return { kind, file, scenario, run: played, milliseconds: performance.now() - started };
  } catch (error) {
    return { kind: 'invalid', file, message: messageOf(error) };
  }
}

function nameOf(file: string): string {
  const name = file.split(/[\\/]/).at(-1) ?? file;
  return name.replace(/\.[a-z]+$/i, '').slice(0, 64);
}

function messageOf(error: unknown): string {
  if (error instanceof ParcelError) return error.message;
  throw error;
}
