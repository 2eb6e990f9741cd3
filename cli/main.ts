#!/usr/bin/env node
import { Command, CommanderError, Option } from 'commander';
import { type CommonOptions, INVALID, terminal } from './terminal.ts';

const program = new Command('parcel-exceptions')
  .description('Parcel exceptions as statecharts whose guards are the liability rules.')
  .exitOverride();

const common = (command: Command) =>
  command
    .addOption(new Option('--lang <language>', 'language of the output').choices(['zh', 'en']))
    .option('--no-color', 'plain text without colours');

common(program.command('replay'))
  .description('replay scenario files and compare them with what they expect')
  .argument('[paths...]', 'files, folders, or - for stdin; the bundled scenarios when absent')
  .option('--bail', 'stop at the first file that diverges or is invalid')
  .action(async (paths: string[], options: CommonOptions & { bail?: boolean }) => {
    const { replay } = await import('./commands/replay.ts');
    process.exitCode = await replay(paths, options, terminal(options));
  });

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? 0 : INVALID;
}
