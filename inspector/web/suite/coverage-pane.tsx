import { useMemo } from 'preact/hooks';
import { machineNames } from '../../../machines/index.ts';
import { machineTitle } from '../../chart/machine-title.ts';
import { coverageOf, noHits, type Share } from '../../session/coverage.ts';
import { chartOfMachine } from '../chart/case-chart.ts';
import { useLanguage } from '../language.ts';
import { FileButton } from '../parts/file-button.tsx';
import type { Action, State } from '../store/state.ts';
import { words } from '../words.ts';
import { runFiles, runKnown } from './run.ts';

interface CoveragePaneProps {
  readonly state: State;
  readonly dispatch: (action: Action) => void;
}

/** Runs a set of scenarios and tells what they reach and what they never do. */
export function CoveragePane({ state, dispatch }: CoveragePaneProps) {
  const { t, language } = useLanguage();
  const { covered, session } = state;
  const isRunning = covered !== null && covered.done < covered.all;
  return (
    <>
      <div class="intro">
        <p>{t(words.coverageIntro)}</p>
        <div class="row-buttons">
          <button
            type="button"
            class="button primary"
            disabled={isRunning}
            onClick={() => runKnown('bundled', dispatch)}
          >
            {t(words.runBundled)}
          </button>
          <FileButton
            label={t(words.chooseFolder)}
            accept=".yaml,.yml"
            isFolder
            isPrimary={false}
            onFiles={(files) => runFiles(files, dispatch)}
          />
          <button
            type="button"
            class="button"
            disabled={isRunning}
            onClick={() => runKnown('given', dispatch)}
          >
            {t(words.runOwn)}
          </button>
        </div>
      </div>
      {covered && (
        <>
          <div class="progress" role="status">
            <progress max={covered.all} value={covered.done} aria-label={t(words.running)} />
            <span>{`${isRunning ? t(words.running) : t(words.finished)} ${covered.done} / ${covered.all}`}</span>
          </div>
          {covered.all === 0 && <p class="notice warn">{t(words.noFiles)}</p>}
          {covered.failed.length > 0 && (
            <div class="notice bad">
              <strong>{t(words.scenarioFailed)}</strong>
              <span class="code">{covered.failed.map(({ message }) => message).join('\n')}</span>
            </div>
          )}
          {covered.diverged.length > 0 && (
            <div class="notice warn">
              <strong>{t(words.diverges)}</strong>
              <span class="code">{covered.diverged.join('\n')}</span>
            </div>
          )}
          <ul class="machines">
            {machineNames
              .filter((name) => covered.hits.has(name) || name === session.machine)
              .map((name) => (
                <li key={name} class={name === session.machine ? 'mark accent' : 'mark'}>
                  {machineTitle(name)[language]} {covered.hits.get(name)?.runs ?? 0}
                </li>
              ))}
          </ul>
          <Result state={state} />
        </>
      )}
    </>
  );
}

// Helpers

function Result({ state }: Pick<CoveragePaneProps, 'state'>) {
  const { t } = useLanguage();
  const { covered, session } = state;
  const hits = covered?.hits.get(session.machine);
  const chart = chartOfMachine(session.machine);
  const coverage = useMemo(
    () => coverageOf(chart, hits ?? noHits, covered?.unreachable),
    [chart, hits, covered?.unreachable],
  );
  if (!hits) return <p class="empty">{t(words.noRunsHere)}</p>;
  const shares = [
    { title: words.statesReached, share: coverage.states },
    { title: words.branchesReached, share: coverage.branches },
    { title: words.articlesReached, share: coverage.articles },
  ];
  return (
    <>
      <ul class="shares">
        {shares.map(({ title, share }) => (
          <li key={title.en}>
            <span>{t(title)}</span>
            <b>{percentText(share)}</b>
            <span class="about">{`${share.reached} / ${share.all}`}</span>
          </li>
        ))}
      </ul>
      {coverage.missed.length === 0 && <p class="notice good">{t(words.allReached)}</p>}
    </>
  );
}

/** Rounded down, so that 100 % means all. */
function percentText({ reached, all }: Share): string {
  return all === 0 ? '–' : `${Math.floor((reached / all) * 100)}%`;
}
