import { request } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { problemSchema, scenarioListSchema } from '../../inspector/api.ts';
import { usualPort } from '../../inspector/server/limits.ts';
import { bundledScenarioFiles, readText } from '../../replay/files.ts';
import { folderWith } from '../support/folder.ts';
import { say, served, watch } from '../support/live.ts';
import { goodScenario } from '../support/scenario-text.ts';

describe('the server of the inspector', () => {
  it('should listen on this machine only', async () => {
    const { url } = await served();

    expect(new URL(url).hostname).toBe('127.0.0.1');
    await expect(fetch(url.replace('127.0.0.1', '127.0.0.2'))).rejects.toThrow('fetch failed');
  });

  it('should serve the page and its files, and no others', async () => {
    const { url } = await served();

    const page = await fetch(url);
    const script = await fetch(`${url}assets/page-1a2b.js`);
    const missing = await fetch(`${url}assets/page-other.js`);

    expect(await page.text()).toContain('<title>Inspector</title>');
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(script.headers.get('cache-control')).toContain('immutable');
    expect(missing.status).toBe(404);
  });

  it.each([
    '/../outside.html',
    '/assets/../../outside.html',
    '/..%2foutside.html',
    '/%2e%2e/outside.html',
    '/..\\outside.html',
    '//outside.html',
    '/assets/%00',
    '/assets',
    '/index.html/',
  ])('should not serve %s', async (path) => {
    const folder = folderWith({ 'outside.html': 'secret', 'page/index.html': 'page' });
    const { url } = await served({ page: join(folder, 'page') });

    const { status, body } = await ask(url, { path });

    expect(status).toBe(404);
    expect(body).not.toContain('secret');
  });

  it('should forbid the page scripts, styles and connections that are not its own', async () => {
    const { headers } = await fetch((await served()).url);

    const policy = headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self';");
    expect(policy).not.toMatch(/unsafe|\*(?!\s|;|$)/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });

  it.each<[what: string, headers: (port: string) => Record<string, string>]>([
    ['names another host', (port) => ({ host: `rebound.example:${port}` })],
    ['names another port', () => ({ host: '127.0.0.1:1' })],
    ['names no host', () => ({ host: '' })],
    ['comes from another site', () => ({ origin: 'https://evil.example' })],
    ['comes from another app on this machine', () => ({ origin: 'http://localhost:3000' })],
    ['comes from a file', () => ({ origin: 'null' })],
  ])('should refuse a request that %s', async (_what, headers) => {
    const { url } = await served();

    const answers = await Promise.all(
      ['/', '/api/scenarios'].map((path) => ask(url, { path, headers: headers(new URL(url).port) })),
    );

    for (const { status, body } of answers) {
      expect(status).toBe(403);
      expect(problemSchema.parse(JSON.parse(body)).message.zh).toMatch(/本机/);
    }
  });

  it('should answer to its other name', async () => {
    const { url } = await served();

    const { status } = await ask(url, { headers: { host: `localhost:${new URL(url).port}` } });

    expect(status).toBe(200);
  });

  it('should accept no change', async () => {
    const { url } = await served();

    const { status } = await fetch(url, { method: 'POST', body: 'x' });

    expect(status).toBe(405);
  });

  it.each<[who: string, path: string, origin: string | undefined, status: number]>([
    ['another site as an app', '', 'https://evil.example', 403],
    ['another site as the page', 'api/live', 'https://evil.example', 403],
    ['an app in a browser as the page', 'api/live', 'http://localhost:3000', 403],
    ['an app in a browser', '', 'http://localhost:3000', 101],
    ['an app', '', undefined, 101],
    ['the page', 'api/live', 'here', 101],
  ])('should answer a WebSocket of %s', async (_who, path, origin, status) => {
    const { url } = await served();

    expect(await connect(url, path, origin === 'here' ? new URL(url).origin : origin)).toBe(status);
  });

  it('should refuse a WebSocket that names another host', async () => {
    const { url } = await served();

    expect(await connect(url, '', undefined, { host: 'rebound.example' })).toBe(403);
  });

  it('should end a connection that sends more than it may', async () => {
    const { url } = await served();
    const socket = await say(url.replace('http', 'ws'), 'x'.repeat(4_000_001));

    const code = await new Promise((fulfil) => socket.once('close', fulfil));

    expect(code).toBe(1009);
  });

  it('should list the scenarios it was given before those of the package, and give their text', async () => {
    const folder = folderWith({ 'own/mine.yaml': goodScenario });
    const { url } = await served({ scenarios: folder });

    const list = scenarioListSchema.parse(await (await fetch(`${url}api/scenarios`)).json());
    const own = await fetch(`${url}api/scenario?id=${encodeURIComponent('given/own/mine.yaml')}`);
    const last = await fetch(`${url}api/scenario?id=${encodeURIComponent(list.at(-1)?.id ?? '')}`);

    expect(list[0]).toEqual({
      id: 'given/own/mine.yaml',
      source: 'given',
      file: join(folder, 'own/mine.yaml'),
      title: { en: 'Broken', zh: '破损' },
    });
    expect(list.filter(({ title }) => title === null)).toEqual([]);
    expect(list).toHaveLength(1 + bundledScenarioFiles().length);
    expect(await own.text()).toBe(goodScenario);
    expect(await last.text()).toBe(readText(bundledScenarioFiles().at(-1) as string));
  });

  it.each([
    ['?id=given/../../etc/passwd', 404],
    ['?id=%2Fetc%2Fpasswd', 404],
    ['?id=bundled/damaged', 404],
    ['', 400],
    ['?id=a&also=b', 400],
  ])('should not give a scenario for %s', async (query, status) => {
    const { url } = await served();

    const answer = await fetch(`${url}api/scenario${query}`);

    expect(answer.status).toBe(status);
    expect(problemSchema.parse(await answer.json()).message.en).not.toBe('');
  });

  it('should say that a port is taken and what to do', async () => {
    const port = Number(new URL((await served()).url).port);

    await expect(served({ port })).rejects.toThrow(
      `Port ${port} is taken by another program. Choose another with --port`,
    );
  });

  it('should take the next free port where none is asked for', async () => {
    const [first, second] = [await served({ port: null }), await served({ port: null })];

    const ports = [first, second].map(({ url }) => Number(new URL(url).port));
    expect(ports[0]).toBeGreaterThanOrEqual(usualPort);
    expect(ports[1]).toBeGreaterThan(ports[0] as number);
  });

  it('should say that the page is not built', async () => {
    await expect(served({ page: folderWith({}) })).rejects.toThrow('npm run build');
  });

  it('should say that there are no scenarios where it was told to look', async () => {
    await expect(served({ scenarios: folderWith({}) })).rejects.toThrow('the folder has no scenario');
  });

  it('should close every connection when it stops', async () => {
    const server = await served();
    const socket = await say(server.url.replace('http', 'ws'));
    const closed = new Promise((fulfil) => socket.once('close', fulfil));

    await server.close();

    await expect(closed).resolves.toBeDefined();
    await expect(fetch(server.url)).rejects.toThrow('fetch failed');
  });
});

describe('the relay of live apps', () => {
  it('should tell a page that comes later, or again, what was said before', async () => {
    const server = await served();
    await say(server.url.replace('http', 'ws'), actor('x:0', 'door'), snapshot('x:0', 'shut'));
    const first = watch(server);
    const seen = await first.until(({ connections }) => connections[0]?.actors[0]?.steps.length === 1);
    first.close();

    const again = await watch(server).until(({ connections }) => connections.length === 1);

    expect(again).toEqual(seen);
  });

  it('should keep what an app is when it forgets what it did, and count what it forgot', async () => {
    const server = await served();
    const many = Array.from({ length: 5_010 }, (_, index) => snapshot('x:0', `s${index}`));
    await say(server.url.replace('http', 'ws'), actor('x:0', 'door'), ...many);
    await watch(server).until(({ connections }) => connections[0]?.actors[0]?.current?.value === 's5009');

    const later = await watch(server).until(({ connections }) => connections.length === 1);

    expect(later.connections[0]).toMatchObject({ dropped: 10, actors: [{ name: 'door', announced: true }] });
    expect(later.connections[0]?.actors[0]?.steps[0]?.snapshot.value).toBe('s10');
  });

  it('should tell what it could not read and go on', async () => {
    const server = await served();
    await say(
      server.url.replace('http', 'ws'),
      '{',
      { type: '@xstate.snapshot', sessionId: 'x:0' },
      { hello: 'there' },
      snapshot('x:0', 'shut'),
    );

    const live = await watch(server).until(({ connections }) => connections[0]?.actors[0]?.alive === true);

    expect(live.connections[0]?.problems).toEqual([
      expect.stringMatching(/^A message was no JSON: /),
      expect.stringMatching(/^A message @xstate\.snapshot could not be read\. event: /),
      'This is no message of @statelyai/inspect: {"hello":"there"}',
    ]);
  });

  it('should say in the terminal that an app came and went', async () => {
    const notes: string[] = [];
    const server = await served({ note: ({ zh }) => notes.push(zh) });
    const socket = await say(server.url.replace('http', 'ws'));
    socket.close();

    await watch(server).until(({ connections }) => connections[0]?.closedAt != null);

    expect(notes).toEqual(['应用 1 已连接。', '应用 1 已断开。']);
  });
});

// Helpers

/** Asks with a path as it is: `fetch` would tidy it up first. */
function ask(
  url: string,
  { path = '/', headers = {} }: { path?: string; headers?: Record<string, string> },
): Promise<{ status: number | undefined; body: string }> {
  const { port } = new URL(url);
  return new Promise((fulfil, reject) => {
    const asked = request(
      { host: '127.0.0.1', port, path, headers, setHost: !('host' in headers) },
      (answer) => {
        let body = '';
        answer.setEncoding('utf8').on('data', (part: string) => {
          body += part;
        });
        answer.on('end', () => fulfil({ status: answer.statusCode, body }));
      },
    );
    asked.on('error', reject);
    asked.end();
  });
}

/** The status a WebSocket is answered with. */
function connect(
  url: string,
  path: string,
  origin: string | undefined,
  headers: Record<string, string> = {},
): Promise<number | undefined> {
  return new Promise((fulfil, reject) => {
    const socket = new WebSocket(`${url.replace('http', 'ws')}${path}`, {
      headers,
      ...(origin === undefined ? {} : { origin }),
    });
    socket.on('unexpected-response', (_request, { statusCode }) => fulfil(statusCode));
    socket.on('open', () => {
      fulfil(101);
      socket.close();
    });
    socket.on('error', reject);
  });
}

function actor(sessionId: string, id: string) {
  return {
    type: '@xstate.actor',
    name: id,
    sessionId,
    definition: JSON.stringify({ id, states: {} }),
    snapshot: null,
  };
}

function snapshot(sessionId: string, value: string) {
  return { type: '@xstate.snapshot', sessionId, event: { type: 'E' }, snapshot: { status: 'active', value } };
}
