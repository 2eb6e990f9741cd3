import type { Text } from '../../../domain/text.ts';
import licences from '../../chart/LICENSES.md?raw';
import { useLanguage } from '../language.ts';
import { Sheet } from '../parts/sheet.tsx';
import { words } from '../words.ts';

/** How to use the page, and every key. */
export function Help({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLanguage();
  return (
    <Sheet title={t(words.help)} onClose={onClose}>
      <ol class="how">
        {ways.map((way) => (
          <li key={way.en}>{t(way)}</li>
        ))}
      </ol>
      <h3>{t(words.keyboard)}</h3>
      <dl class="keys">
        {keys.map(({ keys: pressed, does }) => (
          <div key={does.en}>
            <dt>
              {pressed.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(does)}</dd>
          </div>
        ))}
      </dl>
      <p class="muted">{t(words.keysHint)}</p>
      <details>
        <summary>{t(words.licences)}</summary>
        <pre class="code licences">{licences}</pre>
      </details>
    </Sheet>
  );
}

// Helpers

const ways: readonly Text[] = [
  {
    zh: '左侧列出当前可以发生的事件，点击即触发；需要填写内容的会先展开表单。被拦下的事件附有原因。',
    en: 'On the left are the events that can happen now. A click sends one; those with fields open a form first. Events that are stopped say why.',
  },
  {
    zh: '中间的状态图用粗边框标出当前状态，用勾和叉标出可走与被拦下的转移。点击状态可收起或展开。',
    en: 'The chart in the middle marks the active states with a heavy border, and open and stopped transitions with a tick or a cross. The sign in a corner folds a state.',
  },
  {
    zh: '右侧说明由谁赔付、依据哪一条款、还缺哪些事实，以及什么会改变认定。',
    en: 'On the right: who pays, by which rule, which facts are missing, and what would change the ruling.',
  },
  {
    zh: '下方时间线可退回任一步。退回后再触发其他事件会另起分支，原来的步骤保留。',
    en: 'The timeline goes back to any step. Another event sent from there begins a branch; nothing is overwritten.',
  },
];

const keys: readonly { readonly keys: readonly string[]; readonly does: Text }[] = [
  { keys: ['1', '…', '9'], does: { zh: '触发第几个事件', en: 'Send the event with that number' } },
  { keys: ['←', '→'], does: { zh: '后退、前进一步', en: 'One step back, one step forward' } },
  { keys: ['Home', 'End'], does: { zh: '第一步、最后一步', en: 'First step, last step' } },
  { keys: ['b'], does: { zh: '切换到下一个分支', en: 'Go to the next branch' } },
  { keys: ['t'], does: { zh: '快进到下一个期限', en: 'Advance to the next deadline' } },
  { keys: ['d'], does: { zh: '查看此步的变化', en: 'Show what this step changed' } },
  { keys: ['/'], does: { zh: '搜索状态与事件', en: 'Search states and events' } },
  { keys: ['f'], does: { zh: '聚焦当前状态，或显示全图', en: 'Focus on what is active, or show all' } },
  { keys: ['g'], does: { zh: '定位当前状态', en: 'Go to the active states' } },
  { keys: ['+', '-', '0'], does: { zh: '放大、缩小、适应宽度', en: 'Zoom in, zoom out, fit the width' } },
  { keys: ['?'], does: { zh: '打开此帮助', en: 'This help' } },
  { keys: ['Esc'], does: { zh: '关闭对话框或清除选择', en: 'Close a dialog or clear the selection' } },
];
