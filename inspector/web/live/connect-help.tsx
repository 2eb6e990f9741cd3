import { useLanguage } from '../language.ts';
import { words } from '../words.ts';

/** How an app is connected, with the address of this server. */
export function ConnectHelp({ isOpen }: { readonly isOpen: boolean }) {
  const { t } = useLanguage();
  const address = `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}`;
  return (
    <details class="connect" open={isOpen}>
      <summary>{t(words.liveIntro)}</summary>
      <p>{t(words.connectNode)}</p>
      <pre class="code">{nodeCode(address)}</pre>
      <p>{t(words.connectBrowser)}</p>
      <pre class="code">{browserCode(location.origin)}</pre>
      <p>{t(words.connectLegacy)}</p>
      <pre class="code">parcel-exceptions inspect --legacy ws://127.0.0.1:8888</pre>
    </details>
  );
}

// Helpers

function nodeCode(address: string): string {
  return `import { createWebSocketInspector } from '@statelyai/inspect';

const inspector = createWebSocketInspector({
  url: '${address}',
  serializationDepthLimit: 50,
});
createActor(machine, { inspect: inspector.inspect }).start();`;
}

function browserCode(origin: string): string {
  return `import { createBrowserInspector } from '@statelyai/inspect';

createBrowserInspector({
  url: '${origin}/',
  serializationDepthLimit: 50,
});`;
}
