import type { IncomingMessage } from 'node:http';
import { isLocalOrigin } from '../live/window.ts';

/** The port of the web, which browsers leave out of addresses. */
const webPort = 80;

/** Whether a request names this server. A name that an attacker's DNS leads here is another name. */
export function namesThisServer({ headers }: IncomingMessage, port: number): boolean {
  const found = /^(localhost|127\.0\.0\.1)(?::(\d+))?$/i.exec(headers.host ?? '');
  return found !== null && Number(found[2] ?? webPort) === port;
}

/** Whether a request comes from this page, from its address bar, or from no browser. */
export function comesFromHere({ headers }: IncomingMessage): boolean {
  return headers.origin === undefined || headers.origin === `http://${headers.host}`;
}

/** Whether a connection comes from an app on this machine: it names no origin, or one of this machine. */
export function comesFromLocalApp({ headers }: IncomingMessage): boolean {
  return headers.origin === undefined || isLocalOrigin(headers.origin);
}

/** What every answer says about itself. An app on this machine may open the page in a window or a frame. */
export function headersFor(port: number): Record<string, string> {
  const sockets = ['127.0.0.1', 'localhost'].map((host) => `ws://${host}:${port}`).join(' ');
  const apps = ['http', 'https'].flatMap((scheme) =>
    ['127.0.0.1', 'localhost'].map((host) => `${scheme}://${host}:*`),
  );
  return {
    'Content-Security-Policy': [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' data: blob:",
      `connect-src 'self' ${sockets}`,
      "worker-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      `frame-ancestors 'self' ${apps.join(' ')}`,
    ].join('; '),
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  };
}
