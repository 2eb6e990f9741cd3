import type { ScenarioEntry } from '../../api.ts';
import { scenarioList, scenarioText } from '../server.ts';
import { type Covered, startCoverage, withFailure, withReplay } from '../store/covered.ts';
import { type Action, noticeOf } from '../store/state.ts';

/** A scenario to run: its name and what reads its text. */
interface Source {
  readonly file: string;
  readonly text: () => Promise<string>;
}

/** Runs the scenarios the server knows. */
export async function runKnown(
  source: ScenarioEntry['source'],
  dispatch: (action: Action) => void,
): Promise<void> {
  try {
    const entries = await scenarioList();
    const wanted = entries.filter((entry) => entry.source === source);
    await run(
      wanted.map(({ id, file }) => ({ file, text: () => scenarioText(id) })),
      dispatch,
    );
  } catch (error) {
    dispatch({ type: 'set', values: { notice: noticeOf(error) } });
  }
}

/** Runs scenario files of the user; other files of a folder are passed over. */
export function runFiles(files: readonly File[], dispatch: (action: Action) => void): Promise<void> {
  const scenarios = files.filter(({ name }) => /\.ya?ml$/i.test(name));
  return run(
    scenarios.map((file) => ({ file: file.webkitRelativePath || file.name, text: () => file.text() })),
    dispatch,
  );
}

// Helpers

/** The page is shown anew after this many milliseconds of work, so that it stays usable meanwhile. */
const slice = 80;

async function run(sources: readonly Source[], dispatch: (action: Action) => void): Promise<void> {
  const { fromScenario } = await import('../../session/scenario-in.ts');
  let covered: Covered = startCoverage(sources.length);
  const show = () => dispatch({ type: 'set', values: { covered } });
  // what was hit is shown at the end: to tint the chart takes longer than to run a scenario
  const progress = () => dispatch({ type: 'set', values: { covered: { ...covered, hits: new Map() } } });
  progress();
  let since = performance.now();
  for (const { file, text } of sources) {
    try {
      covered = withReplay(covered, fromScenario(await text(), file));
    } catch (error) {
      covered = withFailure(covered, file, error instanceof Error ? error.message : String(error));
    }
    if (performance.now() - since < slice) continue;
    progress();
    await new Promise((resume) => setTimeout(resume));
    since = performance.now();
  }
  show();
}
