import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Text } from '../../domain/text.ts';
import { portsTried, usualPort } from './limits.ts';

/** Why the server cannot start, and what to do. */
export class ServeError extends Error {
  readonly text: Text;

  constructor(text: Text) {
    super(text.en);
    this.name = 'ServeError';
    this.text = text;
  }
}

/** The only address that is listened on: nobody else on the network can reach it. */
const loopback = '127.0.0.1';

/**
 * Starts to listen and returns the port.
 * @param wanted a port; 0 for any free one; `null` for the usual one or the next that is free.
 * @throws {ServeError} if the wanted port is taken or not permitted.
 */
export async function listen(server: Server, wanted: number | null): Promise<number> {
  if (wanted !== null) {
    const failure = await attempt(server, wanted);
    if (failure !== null) throw new ServeError(reason(failure, wanted));
    return portOf(server);
  }
  for (let port = usualPort; port < usualPort + portsTried; port++) {
    if ((await attempt(server, port)) === null) return port;
  }
  return listen(server, 0);
}

// Helpers

function attempt(server: Server, port: number): Promise<NodeJS.ErrnoException | null> {
  return new Promise((settle) => {
    const failed = (error: NodeJS.ErrnoException) => settle(error);
    server.once('error', failed);
    server.listen(port, loopback, () => {
      server.off('error', failed);
      settle(null);
    });
  });
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

function reason({ code, message }: NodeJS.ErrnoException, port: number): Text {
  if (code === 'EADDRINUSE') {
    return {
      en: `Port ${port} is taken by another program. Choose another with --port, or leave --port out to take a free one.`,
      zh: `端口 ${port} 已被其他程序占用。请用 --port 指定其他端口，或省略 --port 以自动选用空闲端口。`,
    };
  }
  if (code === 'EACCES') {
    return {
      en: `Port ${port} may not be used by this user. Choose one above 1023 with --port.`,
      zh: `当前用户无权使用端口 ${port}。请用 --port 指定 1023 以上的端口。`,
    };
  }
  return { en: `Port ${port} cannot be used: ${message}.`, zh: `端口 ${port} 无法使用：${message}。` };
}
