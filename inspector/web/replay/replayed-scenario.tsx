import { useEffect, useRef } from 'preact/hooks';
import { flowText } from '../../../replay/edit.ts';
import type { Check, Replay } from '../../session/scenario-in.ts';
import { clockText } from '../clock-text.ts';
import { useLanguage } from '../language.ts';
import { Icon } from '../parts/icon.tsx';
import type { Action } from '../store/state.ts';
import { momentTitle } from '../titles.ts';
import { words } from '../words.ts';
import { nameTitle } from './names.ts';

interface ReplayedScenarioProps {
  readonly replay: Replay;
  readonly current: number;
  readonly dispatch: (action: Action) => void;
}

/** A scenario step by step: what it expects of each, and where the case first differs. */
export function ReplayedScenario({ replay, current, dispatch }: ReplayedScenarioProps) {
  const { t, language } = useLanguage();
  const { title, file, session, checks, end, divergence } = replay;
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const onlyEnd = divergence !== null && checks[divergence]?.met === true;
  return (
    <div class="replayed">
      <div class="replayed-head">
        <h2>{t(title)}</h2>
        <span class="code">{file}</span>
        <button type="button" class="button small" onClick={() => dispatch({ type: 'leaveScenario' })}>
          {t(words.otherScenario)}
        </button>
      </div>
      {divergence === null ? (
        <p class="notice good">
          <strong>{t(words.scenarioMet)}</strong>
        </p>
      ) : (
        <div class="notice bad" role="alert">
          <strong>
            {t(words.firstDivergence)}
            {': '}
            {onlyEnd ? t(words.atEnd) : stepText(divergence, language)}
          </strong>
          <div class="row-buttons">
            <button type="button" class="button" onClick={() => dispatch({ type: 'goTo', id: divergence })}>
              {t(words.goThere)}
            </button>
          </div>
        </div>
      )}
      <ol class="checks" ref={list}>
        {session.moments.map((moment) => (
          <li
            key={moment.id}
            class={moment.id === current ? 'current' : ''}
            aria-current={moment.id === current ? 'step' : undefined}
          >
            <button type="button" onClick={() => dispatch({ type: 'goTo', id: moment.id })}>
              <CheckSign check={checks[moment.id]} />
              <span class="words">
                <span class="title">
                  <b class="muted">{moment.id}</b> {momentTitle(moment, language)}
                </span>
                <span class="about">{clockText(moment.clock)}</span>
              </span>
            </button>
            {(moment.id === current || moment.id === divergence) && (
              <Expectations check={checks[moment.id]} />
            )}
          </li>
        ))}
        <li>
          <div class="end">
            <CheckSign check={end} />
            <b>{t(words.atEnd)}</b>
          </div>
          <Expectations check={end} />
        </li>
      </ol>
    </div>
  );
}

// Helpers

function stepText(step: number, language: 'zh' | 'en'): string {
  return language === 'zh' ? `第 ${step} 步` : `step ${step}`;
}

function CheckSign({ check }: { readonly check: Check | undefined }) {
  const { t } = useLanguage();
  if (!check || (check.met && check.expected.length === 0)) return <span class="check-sign" />;
  return (
    <span class={check.met ? 'check-sign good' : 'check-sign bad'}>
      <Icon name={check.met ? 'yes' : 'no'} />
      <span class="unseen">{t(check.met ? words.asExpected : words.diverges)}</span>
    </span>
  );
}

/** A value as a scenario writes it; in words where there is none. */
function Value({ text }: { readonly text: string }) {
  const { t } = useLanguage();
  return none.has(text) ? <b>{t(words.noValue)}</b> : <b class="code">{text}</b>;
}

/** What stands for a value that is not there. */
const none: ReadonlySet<string> = new Set(['null', '-', '[]']);

function Expectations({ check }: { readonly check: Check | undefined }) {
  const { t, language } = useLanguage();
  if (!check || check.expected.length === 0) return null;
  return (
    <ul class="expectations">
      {check.expected.map(({ name, value, differs }) => (
        <li key={name}>
          {differs.length === 0 ? (
            <span class="line">
              <Icon name="yes" />
              <span>
                {nameTitle(name, language)} <Value text={flowText(value)} />
              </span>
            </span>
          ) : (
            differs.map((pair) => (
              <span key={`${pair.expected}/${pair.actual}`} class="line differs">
                <Icon name="no" />
                <span>
                  {nameTitle(pair.name, language)}
                  <span class="pair-line">
                    <span class="muted">{t(words.expected)}</span> <Value text={pair.expected} />
                  </span>
                  <span class="pair-line">
                    <span class="muted">{t(words.actual)}</span> <Value text={pair.actual} />
                  </span>
                </span>
              </span>
            ))
          )}
        </li>
      ))}
    </ul>
  );
}
