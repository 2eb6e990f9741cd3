#!/usr/bin/env node
import { Command, CommanderError, Option } from 'commander';
import type { Text } from '../domain/text.ts';
import { INVALID, languageIn, terminal } from './terminal.ts';
import { packageVersion } from './version.ts';

const language = languageIn(process.argv.slice(2), process.env);
const say = (en: string, zh: string) => ({ en, zh })[language];

const program = new Command('parcel-exceptions')
  .description(
    say(
      'Parcel exceptions as statecharts whose guards are the liability rules.',
      '以状态图处理包裹异常，其守卫条件即责任规则。',
    ),
  )
  .configureHelp({ styleTitle: (title) => headings[title]?.[language] ?? title })
  .helpOption('-h, --help', say('show this help', '显示帮助'))
  .helpCommand('help [command]', say('show the help of a command', '显示命令的帮助'))
  .version(packageVersion(), '-V, --version', say('show the version', '显示版本'))
  .exitOverride();

const headings: Readonly<Record<string, Text>> = {
  'Usage:': { en: 'Usage:', zh: '用法：' },
  'Options:': { en: 'Options:', zh: '选项：' },
  'Commands:': { en: 'Commands:', zh: '命令：' },
  'Arguments:': { en: 'Arguments:', zh: '参数：' },
};

/** A command with the options that all commands have. */
function command(name: string, en: string, zh: string): Command {
  return program
    .command(name)
    .description(say(en, zh))
    .addOption(
      new Option('--lang <language>', say('language of the output', '输出语言')).choices(['zh', 'en']),
    )
    .option('--no-color', say('plain text without colours', '不使用颜色'));
}

command('replay', 'replay scenario files and compare them with what they expect', '回放场景文件并与期望比较')
  .argument(
    '[paths...]',
    say(
      'files, folders, or - for stdin; the bundled scenarios when absent',
      '文件、文件夹或 -（标准输入）；省略则为内置场景',
    ),
  )
  .addOption(
    new Option('--reporter <name>', say('form of the report', '报告格式'))
      .choices(['pretty', 'tap', 'junit', 'json'])
      .default('pretty'),
  )
  .option(
    '--bail',
    say('stop after the first file that diverges or is invalid', '遇到首个不一致或无效的文件即停止'),
  )
  .option(
    '--update',
    say('rewrite expectations that differ, and show what changes', '改写不一致的期望，并显示改动'),
  )
  .option(
    '--log <file>',
    say(
      'replay an NDJSON log of many cases instead; - for stdin',
      '改为回放多案件的 NDJSON 事件日志；- 为标准输入',
    ),
  )
  .option(
    '--strict',
    say('with --log: events that change nothing are a failure', '与 --log 合用：未被接受的事件视为失败'),
  )
  .action(async (paths: string[], options) => {
    if (options.log === undefined) {
      const { replay } = await import('./commands/replay.ts');
      process.exitCode = replay(paths, options, terminal(options));
    } else {
      const { replayLog } = await import('./commands/replay-log.ts');
      process.exitCode = await replayLog(paths, options, terminal(options));
    }
  });

command(
  'explain',
  'explain where the case of a scenario stands and why',
  '说明场景中的案件处于何种状态及其原因',
)
  .argument(
    '<scenario>',
    say('a file, - for stdin, or the name of a bundled scenario', '文件、-（标准输入）或内置场景的名称'),
  )
  .option('--at <step>', say('after this step, from 1; 0: just opened', '第几步之后，从 1 开始；0 为刚立案'))
  .option(
    '--event <event>',
    say('whether this event would be accepted: a type, or JSON', '该事件能否被接受：事件类型或 JSON'),
  )
  .option('--changes', say('what would change the ruling', '何种变化会改变认定'))
  .action(async (scenario: string, options) => {
    const { explain } = await import('./commands/explain.ts');
    process.exitCode = explain(scenario, options, terminal(options));
  });

command('rules', 'print the rulebook', '打印规则手册')
  .addOption(
    new Option('--json', say('as JSON, in both languages', '以 JSON 输出，含两种语言')).conflicts('markdown'),
  )
  .option('--markdown', say('as Markdown, with conditions and sources', '以 Markdown 输出，含条件与依据'))
  .option('--assumed', say('only what the product decided by itself', '仅列出产品自行决定的事项'))
  .option('--type <type>', say('only one exception type, such as damaged', '仅一种异常类型，如 damaged'))
  .option(
    '--on <date>',
    say('parameters in force on this date; today when absent', '该日期有效的参数；省略则为今天'),
  )
  .action(async (options) => {
    const { rules } = await import('./commands/rules.ts');
    process.exitCode = rules(options, terminal(options));
  });

command(
  'schema',
  'print the JSON Schema of scenario files, of events or of the input',
  '打印场景文件、事件或立案数据的 JSON Schema',
)
  .addArgument(
    program
      .createArgument('[of]', say('what', '对象'))
      .choices(['scenario', 'event', 'input'])
      .default('scenario'),
  )
  .action(async (of: 'scenario' | 'event' | 'input', options) => {
    const { schema } = await import('./commands/schema.ts');
    process.exitCode = schema(of, terminal(options));
  });

command('draw', 'draw a machine as a state chart', '绘制状态机的状态图')
  .argument('[machine]', say('its name', '名称'), 'parcelCase')
  .addOption(
    new Option('--format <name>', say('what to print', '输出格式'))
      .choices(['mermaid', 'svg'])
      .default('mermaid'),
  )
  .option(
    '--view <name>',
    say(
      'overview, all, or the state to open, such as damaged',
      'overview（概览）、all（全部）或要展开的状态，如 damaged',
    ),
  )
  .action(async (machine: string, options) => {
    const { draw } = await import('./commands/draw.ts');
    process.exitCode = draw(machine, options, terminal(options));
  });

command('inspect', 'open the visual inspector in the browser', '在浏览器中打开可视化检查器')
  .argument(
    '[scenario]',
    say('a file, a folder, or the name of a bundled scenario', '文件、文件夹或内置场景的名称'),
  )
  .option(
    '--port <number>',
    say('port to serve on; a free one when absent', '服务端口；省略则自动选用空闲端口'),
  )
  .option('--no-open', say('do not open a browser', '不自动打开浏览器'))
  .option(
    '--legacy <url>',
    say(
      'also follow an app with @xstate/inspect at this WebSocket address',
      '同时连接使用 @xstate/inspect 的应用（WebSocket 地址）',
    ),
  )
  .action(async (scenario: string | undefined, options) => {
    const { inspect } = await import('./commands/inspect.ts');
    process.exitCode = await inspect(scenario, options, terminal(options));
  });

command('ingest', "make a case of a carrier's tracking payload", '将快递轨迹数据转为案件')
  .argument('<file>', say('the payload: a file, or - for stdin', '轨迹数据：文件或 -（标准输入）'))
  .option('--from <provider>', say('who sent it, such as kuaidi100', '数据来源，如 kuaidi100'))
  .option('--waybill <number>', say('only this parcel', '仅此运单'))
  .option(
    '--courier <code>',
    say('the courier, where the payload does not name it', '快递公司（数据中没有时）'),
  )
  .option('--paid <yuan>', say('what the buyer paid for the goods', '买家实付金额（元）'))
  .option(
    '--zone <offset>',
    say('offset of times that have none, such as +08:00', '未带时区的时间所用时区，如 +08:00'),
  )
  .option(
    '--received <time>',
    say('when the payload came, as ISO date and time', '收到数据的时间（ISO 格式）'),
  )
  .option('--save <file>', say('write the case as a scenario', '将案件保存为场景文件'))
  .option('--json', say('as JSON, in both languages', '以 JSON 输出，含两种语言'))
  .action(async (file: string, options) => {
    const { ingest } = await import('./commands/ingest.ts');
    process.exitCode = ingest(file, options, terminal(options));
  });

command('codes', 'print what the codes of carriers and aggregators say', '打印各服务商状态码的含义对照')
  .argument('[provider]', say('one provider, or a code wherever it exists', '服务商，或任意服务商的状态码'))
  .argument('[code]', say('one code of it', '其中一个状态码'))
  .option('--json', say('as JSON, in both languages', '以 JSON 输出，含两种语言'))
  .action(async (provider: string | undefined, code: string | undefined, options) => {
    const { codes } = await import('./commands/codes.ts');
    process.exitCode = codes(provider, code, options, terminal(options));
  });

command(
  'verify',
  'look for gaps, overlaps, dead ends and what the scenarios miss',
  '检查规则的空白与冲突、状态死角及场景遗漏',
)
  .argument(
    '[machine]',
    say(
      'a bundled machine, or a module of your own; all when absent',
      '内置状态机名称或自有模块的路径；省略则为全部',
    ),
  )
  .option('--rules', say('only the rules', '仅检查规则'))
  .option('--states', say('only the states', '仅检查状态'))
  .option('--mutants', say('test the scenarios by small changes of the rules', '以细小改动检验场景'))
  .option('--every <number>', say('with --mutants: only every so many', '与 --mutants 合用：每隔几处取一处'))
  .option(
    '--survivors <file>',
    say('with --mutants: JSON of survivors that are meant', '与 --mutants 合用：已复核存活项的 JSON 文件'),
  )
  .option(
    '--scenarios <paths...>',
    say('scenarios to test; the bundled ones when absent', '待检验的场景；省略则为内置场景'),
  )
  .option(
    '--max-states <number>',
    say('stop a machine after so many states of each order', '每台状态机每种订单最多展开的状态数'),
  )
  .addOption(new Option('--json', say('as JSON', '以 JSON 输出')).conflicts('markdown'))
  .option('--markdown', say('as Markdown', '以 Markdown 输出'))
  .option('--report <file>', say('also write one HTML page', '另写一份 HTML 报告'))
  .option(
    '--save <folder>',
    say('also write the way to each fault as a scenario', '另将到达每个问题的过程存为场景文件'),
  )
  .action(async (machine: string | undefined, options) => {
    const { verify } = await import('./commands/verify.ts');
    process.exitCode = await verify(machine, options, terminal(options));
  });

command(
  'start',
  'replay the bundled scenarios and walk through one case',
  '回放内置场景并逐步演示一个案件',
).action(async (options) => {
  const { start } = await import('./commands/start.ts');
  process.exitCode = start(terminal(options));
});

// A reader that closes the pipe, such as head, ends the output.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? 0 : INVALID;
}
