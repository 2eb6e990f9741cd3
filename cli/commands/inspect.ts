import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Text } from '../../domain/text.ts';
import { ServeError } from '../../inspector/server/listen.ts';
import { bundledScenarioId, givenScenarioId } from '../../inspector/server/scenarios.ts';
import { type InspectorServer, serve } from '../../inspector/server/serve.ts';
import { packageFolder } from '../../replay/files.ts';
import { problemText } from '../sources.ts';
import { INVALID, OK, type Terminal } from '../terminal.ts';

/** Options of `inspect`. */
export interface InspectOptions {
  readonly port?: string;
  readonly open: boolean;
  readonly legacy?: string;
  readonly lang?: string;
}

/**
 * Serves the inspector until the process is interrupted. Returns the exit code.
 * @param path a scenario file, a folder of them, or the name of a bundled scenario.
 */
export async function inspect(
  path: string | undefined,
  options: InspectOptions,
  terminal: Terminal,
): Promise<number> {
  const { colors, out, say } = terminal;
  const refusal = whyNot(options);
  if (refusal !== null) return refuse(say(refusal), terminal);
  const bundled = path === undefined || existsSync(path) ? null : bundledScenarioId(path);
  let server: InspectorServer;
  try {
    server = await serve({
      page: join(packageFolder(), 'dist', 'inspector', 'web'),
      port: options.port === undefined ? null : Number(options.port),
      scenarios: bundled === null ? (path ?? null) : null,
      legacy: options.legacy ?? null,
      note: (text) => out(colors.dim(say(text))),
    });
  } catch (error) {
    return refuse(error instanceof ServeError ? say(error.text) : problemText(error), terminal);
  }
  const address = addressOf(server, bundled ?? givenScenarioId(path), options);
  out(say(words.ready(colors.bold(address))));
  out(colors.dim(say(words.apps(server.url.replace('http', 'ws')))));
  if (options.open) open(address, () => out(colors.dim(say(words.openYourself))));
  await interrupted();
  out();
  await server.close();
  return OK;
}

// Helpers

const words = {
  ready: (address: string): Text => ({
    en: `The inspector is at ${address}  (Ctrl+C ends it)`,
    zh: `检查器已启动：${address}  （按 Ctrl+C 结束）`,
  }),
  apps: (address: string): Text => ({
    en: `Apps with @statelyai/inspect connect to ${address}`,
    zh: `使用 @statelyai/inspect 的应用可连接 ${address}`,
  }),
  openYourself: {
    en: 'No browser was opened; open the address yourself.',
    zh: '未能自动打开浏览器，请手动打开上述网址。',
  },
  port: (given: string): Text => ({
    en: `--port ${given}: a port is a whole number from 0 to 65535; 0 takes any free one.`,
    zh: `--port ${given}：端口须为 0 至 65535 的整数；0 表示任选空闲端口。`,
  }),
  legacy: (given: string): Text => ({
    en: `--legacy ${given}: give the WebSocket address of the app, such as ws://127.0.0.1:8888.`,
    zh: `--legacy ${given}：请填写应用的 WebSocket 地址，例如 ws://127.0.0.1:8888。`,
  }),
} as const;

function whyNot({ port, legacy }: InspectOptions): Text | null {
  if (port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) <= 65_535)) return words.port(port);
  if (legacy !== undefined && !(URL.canParse(legacy) && /^wss?:$/.test(new URL(legacy).protocol))) {
    return words.legacy(legacy);
  }
  return null;
}

function refuse(message: string, terminal: Terminal): number {
  terminal.error(message);
  return INVALID;
}

function addressOf({ url }: InspectorServer, opened: string | null, { lang }: InspectOptions): string {
  const query = lang === undefined ? '' : `?lang=${lang}`;
  const fragment = opened === null ? '' : `#scenario=${encodeURIComponent(opened)}`;
  return `${url}${query}${fragment}`;
}

/** Opens an address in the user's browser. Where there is none, or nobody looks at a screen, that is only said. */
function open(address: string, failed: () => void): void {
  const { CI, DISPLAY, WAYLAND_DISPLAY, WSL_DISTRO_NAME } = process.env;
  const hasScreen = process.platform !== 'linux' || Boolean(DISPLAY || WAYLAND_DISPLAY || WSL_DISTRO_NAME);
  if (CI || !hasScreen) {
    failed();
    return;
  }
  const [command, ...args] = (openers[process.platform] ?? ['xdg-open']) as [string, ...string[]];
  const child = spawn(command, [...args, address], { stdio: 'ignore', detached: true });
  child.on('error', failed);
  child.on('exit', (code) => {
    if (code !== 0 && code !== null) failed();
  });
  child.unref();
}

const openers: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
};

function interrupted(): Promise<void> {
  return new Promise((settle) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => settle());
  });
}
