import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Replay } from '../../session/scenario-in.ts';
import type { Session } from '../../session/session.ts';
import { clockText } from '../clock-text.ts';
import { useLanguage } from '../language.ts';
import { Icon } from '../parts/icon.tsx';
import { momentTitle } from '../titles.ts';
import { words } from '../words.ts';
import { lanesOf, type Placed } from './tree.ts';

interface LanesProps {
  readonly session: Session;
  readonly replayed: Replay | null;
  readonly onGo: (id: number) => void;
}

/** Width of a step and height of a lane, in CSS pixels; as in timeline.css. */
const [width, height] = [180, 46];

/** Steps drawn beside those in view, so that scrolling shows no gaps. */
const margin = 4;

/** The tree of steps. Only those in view are in the document, however many there are. */
export function Lanes({ session, replayed, onGo }: LanesProps) {
  const { t, language } = useLanguage();
  const { placed, columns, lanes } = useMemo(() => lanesOf(session), [session]);
  const scroller = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ left: 0, top: 0, right: 2000, bottom: 300 });
  const look = () => {
    const element = scroller.current;
    if (!element) return;
    const { scrollLeft: left, scrollTop: top, clientWidth, clientHeight } = element;
    setView({ left, top, right: left + clientWidth, bottom: top + clientHeight });
  };
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useLayoutEffect(() => {
    const here = placed.find(({ moment }) => moment.id === session.current);
    if (here) reveal(scroller.current, here);
    look();
  }, [session.current, placed]);
  const from = Math.floor(view.left / width) - margin;
  const to = Math.ceil(view.right / width) + margin;
  const shown = placed.filter(
    ({ column, lane }) =>
      column >= from &&
      column <= to &&
      (lane + 1) * height >= view.top - height &&
      lane * height <= view.bottom + height,
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section class="lanes" ref={scroller} onScroll={look} tabIndex={0} aria-label={t(words.steps)}>
      <ol
        ref={(list) => {
          list?.style.setProperty('width', `${columns * width}px`);
          list?.style.setProperty('height', `${lanes * height}px`);
        }}
      >
        {shown.map((each) => (
          <Step
            key={each.moment.id}
            placed={each}
            parent={each.moment.parent === null ? null : (placedById(placed, each.moment.parent) ?? null)}
            isCurrent={each.moment.id === session.current}
            diverges={replayed?.divergence === each.moment.id}
            language={language}
            onGo={onGo}
          />
        ))}
      </ol>
    </section>
  );
}

// Helpers

interface StepProps {
  readonly placed: Placed;
  readonly parent: Placed | null;
  readonly isCurrent: boolean;
  readonly diverges: boolean;
  readonly language: 'zh' | 'en';
  readonly onGo: (id: number) => void;
}

function Step({ placed, parent, isCurrent, diverges, language, onGo }: StepProps) {
  const { moment, column, lane, isOnLine } = placed;
  const title = momentTitle(moment, language);
  const isRefused = moment.result === 'ignored' || moment.result === 'rejected';
  const lapses = moment.lapses.length;
  const classes = [
    'step',
    isOnLine ? '' : 'aside',
    isCurrent ? 'current' : '',
    isRefused ? 'refused' : '',
    diverges ? 'diverges' : '',
  ];
  return (
    <li
      class={classes.filter(Boolean).join(' ')}
      ref={(item) => {
        item?.style.setProperty('left', `${column * width}px`);
        item?.style.setProperty('top', `${lane * height}px`);
        item?.style.setProperty('--rise', `${(lane - (parent?.lane ?? lane)) * height}px`);
      }}
    >
      {parent && <span class={parent.lane === lane ? 'link' : 'link fork'} aria-hidden="true" />}
      <button
        type="button"
        aria-current={isCurrent ? 'step' : undefined}
        title={[`${column} · ${title}`, clockText(moment.clock), moment.note].filter(Boolean).join('\n')}
        onClick={() => onGo(moment.id)}
      >
        <span class="title">
          <b>{column}</b> {title}
        </span>
        <span class="when">
          {clockText(moment.clock).slice(5, 16)}
          {isRefused && (
            <span class="sign bad">
              <Icon name="no" />
              {words[moment.result === 'ignored' ? 'ignored' : 'rejected'][language]}
            </span>
          )}
          {lapses > 0 && (
            <span class="sign warn">
              <Icon name="clock" />
              {lapses}
            </span>
          )}
          {moment.note !== '' && <Icon name="note" />}
          {diverges && (
            <span class="sign bad">
              <Icon name="warning" />
              <span class="unseen">{words.diverges[language]}</span>
            </span>
          )}
        </span>
      </button>
    </li>
  );
}

const indexes = new WeakMap<readonly Placed[], Map<number, Placed>>();

function placedById(placed: readonly Placed[], id: number): Placed | undefined {
  let index = indexes.get(placed);
  if (!index) {
    index = new Map(placed.map((each) => [each.moment.id, each]));
    indexes.set(placed, index);
  }
  return index.get(id);
}

/** Scrolls no further than needed to see a step with the one before and after it. */
function reveal(element: HTMLElement | null, { column, lane }: Placed): void {
  if (!element) return;
  const { clientWidth, clientHeight } = element;
  const left = (column - 1) * width;
  const right = (column + 2) * width;
  if (left < element.scrollLeft) element.scrollLeft = left;
  else if (right > element.scrollLeft + clientWidth) element.scrollLeft = right - clientWidth;
  const [top, bottom] = [lane * height, (lane + 1) * height];
  if (top < element.scrollTop) element.scrollTop = top;
  else if (bottom > element.scrollTop + clientHeight) element.scrollTop = bottom - clientHeight;
}
