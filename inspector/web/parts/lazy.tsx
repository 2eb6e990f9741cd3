import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useLanguage } from '../language.ts';
import { words } from '../words.ts';

/**
 * A component whose code is loaded when it is first shown. Until then nothing is shown in its place; if it cannot be
 * loaded, that is said, and it is tried again when it is shown again.
 */
export function lazy<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let loaded: ComponentType<Props> | null = null;
  return function Lazy(props: Props) {
    const { t } = useLanguage();
    const [Shown, setShown] = useState<ComponentType<Props> | null>(() => loaded);
    const [hasFailed, setFailed] = useState(false);
    useEffect(() => {
      if (Shown) return;
      load().then(
        (component) => {
          loaded = component;
          setShown(() => component);
        },
        () => setFailed(true),
      );
    }, []);
    if (Shown) return <Shown {...props} />;
    return hasFailed ? (
      <p class="empty" role="alert">
        {t(words.notLoaded)}
      </p>
    ) : null;
  };
}

/** A module that is loaded once it is wanted; `null` until then. */
export function useLoaded<Module>(load: () => Promise<Module>, isWanted: boolean): Module | null {
  const [module, setModule] = useState<Module | null>(null);
  useEffect(() => {
    if (isWanted && !module) load().then((loaded) => setModule(() => loaded));
  }, [isWanted]);
  return module;
}
