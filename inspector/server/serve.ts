import { existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { Text } from '../../domain/text.ts';
import { paths } from '../api.ts';
import { decodeStatelyai } from '../live/statelyai.ts';
import { type Answer, data, problem } from './answer.ts';
import { followLegacyApp } from './legacy-app.ts';
import { largestMessage, mostConnections } from './limits.ts';
import { listen, ServeError } from './listen.ts';
import { pageFile } from './page.ts';
import { relayOf } from './relay.ts';
import { scenariosOf } from './scenarios.ts';
import { comesFromHere, comesFromLocalApp, headersFor, namesThisServer } from './security.ts';

/** What the inspector's server serves. */
export interface ServeOptions {
  /** Folder of the built page. */
  readonly page: string;
  /** A port; 0 for any free one; `null` for the usual one or the next that is free. */
  readonly port: number | null;
  /** A scenario file, or a folder of them; `null` for those of the package alone. */
  readonly scenarios: string | null;
  /** WebSocket address of an app that uses @xstate/inspect; `null` for none. */
  readonly legacy: string | null;
  /** Called with what the user should see in the terminal, such as that an app has connected. */
  readonly note: (text: Text) => void;
}

/** A server that runs. */
export interface InspectorServer {
  /** Address of the page, such as `http://127.0.0.1:4747/`. */
  readonly url: string;
  /** Ends every connection and stops listening. */
  close(): Promise<void>;
}

/**
 * Serves the inspector's page, the scenarios, and the live apps that connect, to this machine alone.
 * @throws {ServeError} if the page is not built or the port cannot be used.
 * @throws {ParcelError} `UNREADABLE_FILE` if there are no such scenarios.
 */
export async function serve(options: ServeOptions): Promise<InspectorServer> {
  const { page, note } = options;
  if (!existsSync(join(page, 'index.html'))) throw new ServeError(notBuilt);
  const scenarios = scenariosOf(options.scenarios);
  const relay = relayOf(note);
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: largestMessage,
    perMessageDeflate: false,
  });
  let port = 0;

  const answer = (request: IncomingMessage): Answer => {
    if (!namesThisServer(request, port) || !comesFromHere(request)) return foreign;
    if (request.method !== 'GET' && request.method !== 'HEAD') return onlyReading;
    const address = addressOf(request);
    if (address === null) return nothingThere;
    const { pathname, searchParams } = address;
    if (pathname === `/${paths.scenarios}`) return data(scenarios.list());
    if (pathname === `/${paths.scenario}`) return scenarios.text(searchParams);
    return pageFile(page, pathname) ?? nothingThere;
  };

  const server = createServer((request, response) => {
    try {
      send(request, response, answer(request), port);
    } catch (error) {
      const message = (error as Error).message;
      send(request, response, problem(500, { en: message, zh: message }), port);
    }
  });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const isPage = addressOf(request)?.pathname === `/${paths.live}`;
    const isWelcome = isPage ? comesFromHere(request) : comesFromLocalApp(request);
    if (!namesThisServer(request, port) || !isWelcome) return refuse(socket, '403 Forbidden');
    if (sockets.clients.size >= mostConnections) return refuse(socket, '503 Service Unavailable');
    sockets.handleUpgrade(request, socket, head, (connection) =>
      isPage ? relay.page(connection) : relay.app(connection, 'statelyai', decodeStatelyai),
    );
  });

  port = await listen(server, options.port);
  const unfollow = options.legacy === null ? null : followLegacyApp(options.legacy, relay, note);
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((closed) => {
        unfollow?.();
        relay.close();
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

// Helpers

const notBuilt: Text = {
  en: 'The page of the inspector is not built. Run "npm run build" first.',
  zh: '检查器页面尚未构建，请先运行“npm run build”。',
};

const foreign = problem(403, {
  en: 'This inspector answers only its own page on this machine. Open the address it printed.',
  zh: '检查器仅响应本机上它自己的页面，请打开终端中显示的网址。',
});

const onlyReading = problem(405, { en: 'Nothing can be changed here.', zh: '此处不接受修改。' });

const nothingThere = problem(404, { en: 'There is nothing at this address.', zh: '该地址没有内容。' });

/** The address of a request, whatever host it names; `null` if it cannot be read. */
function addressOf({ url = '' }: IncomingMessage): URL | null {
  const address = `http://127.0.0.1${url}`;
  return url.startsWith('/') && URL.canParse(address) ? new URL(address) : null;
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  { status, type, body, lasting }: Answer,
  port: number,
): void {
  response.writeHead(status, {
    ...headersFor(port),
    'Content-Type': type,
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': lasting ? 'public, max-age=31536000, immutable' : 'no-store',
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

function refuse(socket: Duplex, status: string): void {
  socket.on('error', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
