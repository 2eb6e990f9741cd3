import type { Text } from '../../domain/text.ts';
import { yuan } from '../../explain/render/words.ts';
import { readScenario } from '../../replay/read.ts';
import { run } from '../../replay/run.ts';
import { problemText, sourceOf, sourcesOf } from '../sources.ts';
import { DIVERGED, OK, type Terminal } from '../terminal.ts';
import { verdictLines, walkLines } from '../walk.ts';

/** The case that is shown step by step. */
const shown = 'damaged/left-with-guard-without-consent';

/** Replays the bundled scenarios and walks through one of them. Returns the exit code. */
export function start(terminal: Terminal): number {
  const { colors, out, say } = terminal;
  const started = performance.now();
  const files = bundled();
  const failed = files.filter(({ file, read }, index) => {
    terminal.progress(`${index + 1}/${files.length}  ${file}`);
    try {
      return run(readScenario(read(), file), file).divergence !== null;
    } catch (error) {
      terminal.error(problemText(error));
      return true;
    }
  });
  terminal.progress('');
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  out(say(words.replayed(files.length, failed.length, seconds)));
  for (const { file } of failed) out(`  ${colors.red('✗')} ${file}`);

  const { file, read } = sourceOf(shown);
  const scenario = readScenario(read(), file);
  const played = run(scenario, 'walk');
  const { waybill, courier, paid } = scenario.input.order;
  out();
  out(say(words.oneOfThem));
  out(colors.dim(say(words.marks)));
  out();
  out(colors.bold(say(scenario.title)));
  out(colors.dim(say(words.order(waybill, courier, yuan(paid)))));
  out();
  for (const line of walkLines(played, terminal)) out(line);
  out(colors.bold(say(words.verdict)));
  for (const line of verdictLines(played, terminal)) out(`  ${line}`);
  out();
  out(colors.bold(say(words.next)));
  for (const [command, meaning] of commands) out(`  ${command}\n    ${colors.dim(say(meaning))}`);
  return failed.length > 0 ? DIVERGED : OK;
}

// Helpers

const words = {
  replayed: (count: number, failed: number, seconds: string): Text =>
    failed === 0
      ? {
          en: `Replayed ${count} bundled scenarios: every one does what it expects (${seconds} s).`,
          zh: `已回放 ${count} 个内置场景，结果全部与期望一致（${seconds} 秒）。`,
        }
      : {
          en: `Replayed ${count} bundled scenarios: ${failed} do not do what they expect (${seconds} s).`,
          zh: `已回放 ${count} 个内置场景，其中 ${failed} 个与期望不一致（${seconds} 秒）。`,
        },
  oneOfThem: { en: 'One of them, step by step:', zh: '以下逐步演示其中一个：' },
  marks: {
    en: '  ● where the case stands   § what an article decides   ¥ money that moved   → what the host is asked to do',
    zh: '  ● 案件状态   § 条款认定   ¥ 资金往来   → 需要执行的动作',
  },
  order: (waybill: string, courier: string, paid: string): Text => ({
    en: `Order ${waybill} with ${courier}, paid ${paid}. Times are UTC.`,
    zh: `订单 ${waybill}，快递 ${courier}，实付 ${paid}。时间为 UTC。`,
  }),
  verdict: { en: 'The verdict, and where it comes from', zh: '责任认定及其依据' },
  next: { en: 'What next', zh: '接下来可以' },
} as const;

const commands: readonly (readonly [command: string, meaning: Text])[] = [
  [
    `npx parcel-exceptions explain ${shown} --at 3`,
    { en: 'why the case stands as it does after step 3', zh: '查看第 3 步后案件为何如此' },
  ],
  [
    `npx parcel-exceptions explain ${shown} --at 3 --changes`,
    { en: 'which evidence would have changed who pays', zh: '查看哪些证据会改变赔付方' },
  ],
  ['npx parcel-exceptions rules --type damaged', { en: 'the articles on damage', zh: '查看破损条款' }],
  ['npx parcel-exceptions inspect', { en: 'see it all in the browser', zh: '在浏览器中查看' }],
  [
    'npx parcel-exceptions replay my-scenarios/',
    { en: 'replay scenarios of your own', zh: '回放自己的场景' },
  ],
];

function bundled() {
  return sourcesOf([]).sources;
}
