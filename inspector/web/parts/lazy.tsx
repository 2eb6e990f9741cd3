import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** A component whose code is loaded when it is first shown. Until then nothing is shown in its place. */
export function lazy<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let loaded: ComponentType<Props> | null = null;
  return function Lazy(props: Props) {
    const [Shown, setShown] = useState<ComponentType<Props> | null>(() => loaded);
    useEffect(() => {
      if (Shown) return;
      load().then((component) => {
        loaded = component;
        setShown(() => component);
      });
    }, []);
    return Shown && <Shown {...props} />;
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
