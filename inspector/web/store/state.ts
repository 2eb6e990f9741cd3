import { ParcelError } from '../../../domain/errors.ts';
import type { Text } from '../../../domain/text.ts';
import { isBefore } from '../../../domain/time.ts';
import type { LiveMessage } from '../../live/message.ts';
import { type Live, nothingLive } from '../../live/model.ts';
import { receive } from '../../live/receive.ts';
import { back, forward, goTo } from '../../session/line.ts';
import type { Replay } from '../../session/scenario-in.ts';
import { advance, momentOf, note, type Session, send, wait } from '../../session/session.ts';
import type { Preferences } from '../preferences.ts';
import { TextError } from '../text-error.ts';
import type { Covered } from './covered.ts';
import { hasOwnSteps } from './own-steps.ts';

/** What the page is used for. */
export type Mode = 'simulate' | 'replay' | 'coverage' | 'live';

/** What a narrow screen shows. */
export type Part = 'events' | 'chart' | 'details';

/** The panels on the right. */
export type Tab = 'verdict' | 'changes' | 'states';

/** What lies over the page. */
export type Dialog = 'help' | 'newCase' | 'save' | null;

/** Something the user has to know. */
export interface Notice {
  readonly kind: 'good' | 'warn' | 'bad';
  readonly text: Text;
  /** Lines with places, such as those of a file that cannot be read. */
  readonly details: readonly (Text | string)[];
}

/** All the page knows. */
export interface State {
  readonly preferences: Preferences;
  readonly mode: Mode;
  readonly part: Part;
  readonly tab: Tab;
  readonly dialog: Dialog;
  readonly notice: Notice | null;
  readonly session: Session;
  /** The scenario the session was opened from. */
  readonly replayed: Replay | null;
  /** The steps of the last scenario as it was opened: as long as they are those of the case, nothing was tried. */
  readonly asFound: Session['moments'] | null;
  /** The case that was left when another one was opened, to go back to; only one with steps of its own. */
  readonly left: Pick<State, 'session' | 'replayed' | 'asFound'> | null;
  readonly covered: Covered | null;
  readonly live: Live;
  /** The actor of a live app that is looked at, and which of its steps; `null`: the newest. */
  readonly actor: { readonly key: string; readonly step: number | null } | null;
  readonly view: 'chart' | 'outline';
  /** Whether states that are not active are folded. */
  readonly focused: boolean;
  /** States folded and unfolded by hand. */
  readonly folded: ReadonlySet<string>;
  /** A state or branch that was chosen. */
  readonly picked: string | null;
  /** The type of an event that is pointed at. */
  readonly pointed: string | null;
  /** The moment the current one is compared with; `null`: the one before. */
  readonly compared: number | null;
}

/** Everything a user, the server or a live app can do to the page. */
export type Action =
  | { readonly type: 'send'; readonly event: Readonly<Record<string, unknown>> }
  | { readonly type: 'wait'; readonly until: string }
  | { readonly type: 'advance' }
  | { readonly type: 'goTo'; readonly id: number }
  | { readonly type: 'back' | 'forward' | 'first' | 'last' }
  | { readonly type: 'note'; readonly text: string }
  | { readonly type: 'open'; readonly session: Session; readonly replayed?: Replay; readonly mode?: Mode }
  | { readonly type: 'leaveScenario' }
  /** Back to the case that was left. */
  | { readonly type: 'return' }
  | { readonly type: 'fold'; readonly id: string }
  /** It was searched for, and nothing leads there. */
  | { readonly type: 'unreachable'; readonly id: string }
  | { readonly type: 'live'; readonly message: LiveMessage }
  | { readonly type: 'set'; readonly values: Partial<Settable> };

/** What is simply set. */
type Settable = Omit<State, 'session' | 'replayed' | 'asFound' | 'left' | 'folded' | 'live'>;

/** The page as it opens. */
export function firstState(session: Session, preferences: Preferences, narrow: boolean): State {
  return {
    preferences,
    mode: 'simulate',
    part: 'events',
    tab: 'verdict',
    dialog: null,
    notice: null,
    session,
    replayed: null,
    asFound: null,
    left: null,
    covered: null,
    live: nothingLive,
    actor: null,
    view: narrow ? 'outline' : 'chart',
    focused: true,
    folded: new Set(),
    picked: null,
    pointed: null,
    compared: null,
  };
}

/** The page after something happened. An event or file that is wrong leaves all as it is and says why. */
export function reduce(state: State, action: Action): State {
  try {
    return changed(state, action);
  } catch (error) {
    return { ...state, notice: noticeOf(error) };
  }
}

/** An error as something to tell the user. */
export function noticeOf(error: unknown): Notice {
  if (error instanceof TextError) return { kind: 'bad', text: error.text, details: [] };
  if (!(error instanceof ParcelError)) {
    return {
      kind: 'bad',
      text: { zh: '发生意外错误。', en: 'Something unexpected went wrong.' },
      details: [error instanceof Error ? error.message : String(error)],
    };
  }
  const text = errorTexts[error.code] ?? { zh: '操作未完成。', en: 'That could not be done.' };
  const saysAll = sayAll.has(error.code);
  return { kind: 'bad', text, details: saysAll ? [] : error.message.split('\n') };
}

// Helpers

const errorTexts: Readonly<Record<string, Text>> = {
  INVALID_INPUT: { zh: '案件资料有误。', en: 'The case data is wrong.' },
  INVALID_EVENT: { zh: '事件内容有误。', en: 'The event is wrong.' },
  INVALID_SCENARIO: { zh: '场景文件有误。', en: 'The scenario file is wrong.' },
  TIME_GOES_BACKWARDS: {
    zh: '时间早于当前时间。请改用之后的时间，或先退回到较早的一步。',
    en: 'The time lies before the clock. Take a later time, or go back to an earlier step first.',
  },
  PARAMETER_NOT_IN_FORCE: {
    zh: '立案日期过早，当时尚无有效参数。请改用 2000 年之后的日期。',
    en: 'No parameters were in force on the day the case was opened. Take a date after 2000.',
  },
};

/** Codes of errors whose text leaves nothing to add: the message would say it again, in English only. */
const sayAll: ReadonlySet<string> = new Set(['TIME_GOES_BACKWARDS', 'PARAMETER_NOT_IN_FORCE']);

function changed(state: State, action: Action): State {
  switch (action.type) {
    case 'send':
      return stepped(state, send(state.session, action.event));
    case 'wait':
      return stepped(state, waited(state.session, action.until));
    case 'advance':
      return stepped(state, advance(state.session));
    case 'goTo':
      return looked(state, goTo(state.session, action.id));
    case 'back':
      return looked(state, back(state.session));
    case 'forward':
      return looked(state, forward(state.session));
    case 'first':
      return looked(state, { ...state.session, current: 0 });
    case 'last':
      return looked(state, { ...state.session, current: state.session.tip });
    case 'note':
      return { ...state, session: note(state.session, action.text) };
    case 'open':
      return {
        ...opened(state, {
          session: action.session,
          replayed: action.replayed ?? null,
          asFound: action.replayed?.session.moments ?? null,
        }),
        mode: action.mode ?? state.mode,
      };
    case 'return': {
      const { left } = state;
      if (!left) return state;
      return {
        ...opened({ ...state, left: null }, left),
        mode: left.replayed ? 'replay' : 'simulate',
      };
    }
    case 'leaveScenario':
      return { ...state, replayed: null, notice: null };
    case 'fold': {
      const folded = new Set(state.folded);
      if (!folded.delete(action.id)) folded.add(action.id);
      return { ...state, folded };
    }
    case 'unreachable': {
      const { covered } = state;
      if (!covered) return state;
      return { ...state, covered: { ...covered, unreachable: new Set(covered.unreachable).add(action.id) } };
    }
    case 'live':
      return { ...state, live: receive(state.live, action.message) };
    case 'set':
      return { ...state, ...action.values };
  }
}

/** Another case; the one before can be gone back to, if there is anything of the user's in it. */
function opened(state: State, other: NonNullable<State['left']>): State {
  const { session, replayed, asFound, left } = state;
  return {
    ...looked(state, other.session),
    ...other,
    left: hasOwnSteps(state) ? { session, replayed, asFound } : left,
    folded: new Set(),
    compared: null,
    dialog: null,
  };
}

function waited(session: Session, until: string): Session {
  return isBefore(momentOf(session).clock, until) ? wait(session, until) : session;
}

/** A new step: what was compared no longer matters. */
function stepped(state: State, session: Session): State {
  return { ...looked(state, session), compared: null };
}

function looked(state: State, session: Session): State {
  if (session === state.session) return state;
  return { ...state, session, notice: null, picked: null, pointed: null };
}
