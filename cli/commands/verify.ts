import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { ParcelError, problemsOf } from '../../domain/errors.ts';
import { readScenario } from '../../replay/read.ts';
import type { Exploration } from '../../verify/explore/exploration.ts';
import { explore } from '../../verify/explore/explore.ts';
import { prepareCampaign } from '../../verify/mutation/campaign.ts';
import type { TriedMutant } from '../../verify/mutation/mutant.ts';
import { type SurvivorReview, scoresOf, survivorsOf } from '../../verify/mutation/score.ts';
import { checkRules } from '../../verify/rules.ts';
import { problemText, sourcesOf } from '../sources.ts';
import { DIVERGED, INVALID, OK, type Terminal } from '../terminal.ts';
import { failuresIn, type Outcome } from '../verify/outcome.ts';
import { reportPage } from '../verify/report.ts';
import { saveFaults } from '../verify/save.ts';
import { sectionsOf } from '../verify/sections.ts';
import { type Subject, subjectOf } from '../verify/subject.ts';
import { markdownText, tableText } from '../verify/text.ts';

/** Options of `verify`. */
export interface VerifyOptions {
  readonly rules?: boolean;
  readonly states?: boolean;
  readonly mutants?: boolean;
  /** Try only every so-manieth mutant. */
  readonly every?: string;
  /** A JSON file with reviews of survivors. */
  readonly survivors?: string;
  readonly scenarios?: readonly string[];
  readonly maxStates?: string;
  readonly json?: boolean;
  readonly markdown?: boolean;
  /** A file to write the report to. */
  readonly report?: string;
  /** A folder to write the ways to faults of states to. */
  readonly save?: string;
}

/** Verifies rules and states, and tests the scenarios by mutants where that is asked for. Returns the exit code. */
export async function verify(
  machine: string | undefined,
  options: VerifyOptions,
  terminal: Terminal,
): Promise<number> {
  try {
    const outcome = await outcomeOf(machine, options, terminal);
    terminal.progress('');
    const sections = sectionsOf(outcome);
    if (options.report !== undefined) writeReport(options.report, outcome, terminal);
    if (options.save !== undefined)
      for (const file of saveFaults(options.save, outcome.explorations)) terminal.error(file);
    if (options.json) terminal.out(JSON.stringify(outcome, null, 2));
    else if (options.markdown) terminal.out(markdownText(sections, terminal.language));
    else terminal.out(tableText(sections, terminal.language));
    const failures = failuresIn(outcome);
    if (!options.json && !options.markdown) terminal.out(`\n${conclusion(failures, terminal)}`);
    return failures > 0 ? DIVERGED : OK;
  } catch (error) {
    terminal.progress('');
    terminal.error(problemText(error));
    return INVALID;
  }
}

// Helpers

async function outcomeOf(
  machine: string | undefined,
  options: VerifyOptions,
  terminal: Terminal,
): Promise<Outcome> {
  const chosen = options.rules || options.states || options.mutants;
  const subject = await subjectOf(machine);
  const reviews = survivorReviews(options.survivors);
  const every = wholeNumber('--every', options.every, 1);
  const maxStates = wholeNumber('--max-states', options.maxStates, 20_000);
  const rules = options.rules || !chosen ? subject.books.map((book) => checkRules(book, subject)) : [];
  const explorations = options.states || !chosen ? explorationsOf(subject, maxStates, terminal) : [];
  const wantsScenarios = options.mutants || options.report !== undefined;
  const campaign = wantsScenarios ? prepareCampaign(scenariosOf(options.scenarios ?? [])) : null;
  if (!campaign || !options.mutants) {
    return { rules, explorations, coverage: campaign?.coverage ?? null, mutation: null };
  }
  const some = campaign.mutants.filter((_, place) => place % every === 0);
  const tried: TriedMutant[] = [];
  for (const mutant of campaign.run(some)) {
    tried.push(mutant);
    if (tried.length % 50 === 0) terminal.progress(`${tried.length}/${some.length}  ${mutant.where}`);
  }
  const mutation = {
    scores: scoresOf(tried),
    survivors: survivorsOf(tried, reviews),
    mutants: campaign.mutants.length,
    tried: tried.length,
  };
  return { rules, explorations, coverage: campaign.coverage, mutation };
}

function explorationsOf({ machines, books }: Subject, maxStates: number, terminal: Terminal): Exploration[] {
  return Object.entries(machines).map(([name, machine]) => {
    const started = performance.now();
    return explore(machine, {
      maxStates,
      ...(books.length > 0 && { books: Object.fromEntries(books.map((book) => [book.type, book])) }),
      onProgress: ({ states, waiting, tries }) => {
        const rate = Math.round(states / ((performance.now() - started) / 1000 || 1));
        terminal.progress(`${name}: ${states} states, ${waiting} waiting, ${tries} tries, ${rate} states/s`);
      },
    });
  });
}

function scenariosOf(paths: readonly string[]) {
  const { sources, problems } = sourcesOf(paths);
  if (problems.length > 0) throw new ParcelError('UNREADABLE_FILE', problems.join('\n'));
  return sources.map(({ file, read }) => ({ name: file, scenario: readScenario(read(), file) }));
}

const survivorSchema = z.array(z.strictObject({ pattern: z.string().min(1), because: z.string().min(1) }));

function survivorReviews(file: string | undefined): readonly SurvivorReview[] {
  if (file === undefined) return [];
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new ParcelError('UNREADABLE_FILE', `${file}: ${(error as Error).message}`);
  }
  const parsed = survivorSchema.safeParse(content);
  if (parsed.success) return parsed.data;
  throw new ParcelError(
    'INVALID_INPUT',
    `${file}: a list of { "pattern", "because" } is needed:`,
    problemsOf(parsed.error.issues),
  );
}

function wholeNumber(option: string, text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  const value = Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  throw new ParcelError('INVALID_INPUT', `${option} ${text}: a whole number above 0 is needed.`);
}

function writeReport(file: string, outcome: Outcome, terminal: Terminal): void {
  try {
    writeFileSync(file, reportPage(outcome));
  } catch (error) {
    throw new ParcelError('UNREADABLE_FILE', `${file}: ${(error as Error).message}`);
  }
  terminal.error(terminal.say({ en: `The report is in ${file}.`, zh: `报告已写入 ${file}。` }));
}

function conclusion(failures: number, { say, colors }: Terminal): string {
  return failures === 0
    ? colors.green(say({ en: 'Nothing is wrong.', zh: '未发现问题。' }))
    : colors.red(
        say({
          en: `${failures} ${failures === 1 ? 'thing is' : 'things are'} wrong.`,
          zh: `发现 ${failures} 个问题。`,
        }),
      );
}
