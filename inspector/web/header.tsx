import { type MachineName, machineNames } from '../../machines/index.ts';
import { machineTitle } from '../chart/machine-title.ts';
import { useLanguage } from './language.ts';
import { Icon } from './parts/icon.tsx';
import { Logo } from './parts/logo.tsx';
import { Segments } from './parts/segments.tsx';
import { isDark } from './preferences.ts';
import type { Action, Mode, State } from './store/state.ts';
import { words } from './words.ts';

interface HeaderProps {
  readonly state: State;
  readonly dispatch: (action: Action) => void;
  readonly onMachine: (machine: MachineName) => void;
  readonly search: preact.ComponentChildren;
  readonly exporting: preact.ComponentChildren;
}

const modes = ['simulate', 'replay', 'coverage', 'live'] as const satisfies readonly Mode[];

/** The bar at the top: what is looked at, and how. */
export function Header({ state, dispatch, onMachine, search, exporting }: HeaderProps) {
  const { language, t } = useLanguage();
  const { preferences, mode, session } = state;
  const prefer = (changed: Partial<typeof preferences>) =>
    dispatch({ type: 'set', values: { preferences: { ...preferences, ...changed } } });
  return (
    <header class="header">
      <h1 class="brand">
        <Logo />
        <span>{t(words.product)}</span>
      </h1>
      <Segments
        label={t(words.mode)}
        value={mode}
        options={modes.map((value) => ({ value, label: t(words[value]) }))}
        onChange={(value) => dispatch({ type: 'set', values: { mode: value } })}
      />
      {mode !== 'live' && (
        <select
          class="input machine"
          aria-label={t(words.machine)}
          value={session.machine}
          onChange={({ currentTarget }) => onMachine(currentTarget.value as MachineName)}
        >
          {machineNames.map((name) => (
            <option key={name} value={name}>
              {machineTitle(name)[language]}
            </option>
          ))}
        </select>
      )}
      <div class="spacer" />
      {search}
      <div class="group">
        {exporting}
        <button
          type="button"
          class="button quiet"
          lang={language === 'zh' ? 'en' : 'zh-CN'}
          title={t(words.languageLabel)}
          onClick={() => prefer({ language: language === 'zh' ? 'en' : 'zh' })}
        >
          {t(words.language)}
        </button>
        <ThemeButton isDark={isDark(preferences)} onChange={(theme) => prefer({ theme })} />
        <button
          type="button"
          class="button quiet icon"
          aria-label={t(words.help)}
          title={`${t(words.help)} (?)`}
          onClick={() => dispatch({ type: 'set', values: { dialog: 'help' } })}
        >
          <Icon name="question" />
        </button>
      </div>
    </header>
  );
}

// Helpers

interface ThemeButtonProps {
  readonly isDark: boolean;
  readonly onChange: (theme: 'light' | 'dark') => void;
}

function ThemeButton({ isDark: isNowDark, onChange }: ThemeButtonProps) {
  const { t } = useLanguage();
  return (
    <button
      type="button"
      class="button quiet icon"
      aria-label={t(words.theme)}
      title={t(words.theme)}
      onClick={() => onChange(isNowDark ? 'light' : 'dark')}
    >
      <Icon name={isNowDark ? 'sun' : 'moon'} />
    </button>
  );
}
