import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { liveMessageSchema } from '../../inspector/live/message.ts';
import { type Live, nothingLive } from '../../inspector/live/model.ts';
import { receive } from '../../inspector/live/receive.ts';
import { type InspectorServer, type ServeOptions, serve } from '../../inspector/server/serve.ts';
import { folderWith } from './folder.ts';

/** A server on a free port with a page of two files, closed after the test. */
export async function served(options: Partial<ServeOptions> = {}): Promise<InspectorServer> {
  const page = folderWith({
    'index.html': '<!doctype html><title>Inspector</title>',
    'assets/page-1a2b.js': 'export {};',
  });
  const server = await serve({ page, port: 0, scenarios: null, legacy: null, note: () => {}, ...options });
  onTestFinished(() => server.close());
  return server;
}

/** What a page sees of the live apps. */
export interface Watcher {
  readonly live: () => Live;
  /** Resolves with what is live as soon as it is as wanted; rejects after ten seconds. */
  until(wanted: (live: Live) => boolean): Promise<Live>;
  close(): void;
}

/** Watches the live apps of a server as its page does. */
export function watch(server: InspectorServer): Watcher {
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}api/live`, {
    origin: new URL(server.url).origin,
  });
  let live = nothingLive;
  const waiting = new Set<() => void>();
  socket.on('message', (text) => {
    live = receive(live, liveMessageSchema.parse(JSON.parse(String(text))));
    for (const check of waiting) check();
  });
  return {
    live: () => live,
    until: (wanted) =>
      new Promise((fulfil, reject) => {
        const timer = setTimeout(() => reject(new Error(`Not within 10 s: ${shown(live)}`)), 10_000);
        const check = () => {
          if (!wanted(live)) return;
          clearTimeout(timer);
          waiting.delete(check);
          fulfil(live);
        };
        waiting.add(check);
        check();
      }),
    close: () => socket.close(),
  };
}

/** An app in a process of its own, ended after the test. */
export interface App {
  /** Sends an event of this type inside the app. */
  send(type: string): void;
  /** The first line it prints. */
  readonly firstLine: Promise<string>;
  end(): Promise<void>;
}

/** Starts an app of test/fixtures. */
export function startApp(file: string, ...args: readonly string[]): App {
  const child = spawn(process.execPath, [file, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise<void>((fulfil) => child.once('exit', () => fulfil()));
  const end = async () => {
    child.kill();
    await ended;
  };
  onTestFinished(end);
  return { send: (type) => child.stdin.write(`${type}\n`), firstLine: firstLineOf(child), end };
}

/** Sends messages to a server as an app would. Resolves when they are sent. */
export function say(url: string, ...messages: readonly unknown[]): Promise<WebSocket> {
  return new Promise((fulfil, reject) => {
    const socket = new WebSocket(url);
    socket.on('error', reject);
    socket.on('open', () => {
      for (const message of messages) {
        socket.send(typeof message === 'string' ? message : JSON.stringify(message));
      }
      fulfil(socket);
    });
    onTestFinished(() => socket.terminate());
  });
}

/** A port that is free now. */
export function freePort(): Promise<number> {
  return new Promise((fulfil) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => fulfil(port));
    });
  });
}

// Helpers

function firstLineOf({ stdout }: ChildProcess): Promise<string> {
  return new Promise((fulfil) => {
    let text = '';
    stdout?.setEncoding('utf8').on('data', (part: string) => {
      text += part;
      if (text.includes('\n')) fulfil(text.split('\n', 1)[0] as string);
    });
  });
}

function shown({ connections }: Live): string {
  return JSON.stringify(
    connections.map(({ id, protocol, closedAt, actors, problems }) => ({
      id,
      protocol,
      closedAt,
      problems,
      actors: actors.map(({ session, name, current, steps }) => [
        session,
        name,
        current?.value,
        steps.length,
      ]),
    })),
  );
}
