import { START_HINT_KEY } from '../../lib/start-hint.ts';

interface Surroundings {
  /** Called when the server may say something else about who is signed in. */
  onChange: () => Promise<void>;
  /** Called when somebody has signed in or begun in another tab, on a device on which nobody was known. */
  onSomebody: () => Promise<unknown>;
  /** Called at the first press or key of a visit: somebody who does something is likely to go on. */
  onLife: () => Promise<void>;
}

const SIGNS_OF_LIFE = ['input', 'keydown', 'pointerdown'] as const;

/** Tells when it may have changed who is here, even where no database is open yet. Returns the function that stops it. */
export function watchSurroundings({ onChange, onSomebody, onLife }: Surroundings): () => void {
  // A representation can end at any time without this device being told, so each look at the page asks anew.
  const onVisibility = () => {
    if (document.visibilityState === 'visible') void onChange();
  };
  const onStorage = ({ key, newValue }: StorageEvent) => {
    if (key === START_HINT_KEY && newValue !== null) void onSomebody();
  };
  const life = new AbortController();
  const onFirst = () => {
    life.abort();
    void onLife();
  };
  for (const sign of SIGNS_OF_LIFE) {
    window.addEventListener(sign, onFirst, { capture: true, passive: true, signal: life.signal });
  }
  const watching = new AbortController();
  const { signal } = watching;
  window.addEventListener('online', onChange, { signal });
  window.addEventListener('storage', onStorage, { signal });
  document.addEventListener('visibilitychange', onVisibility, { signal });
  return () => {
    life.abort();
    watching.abort();
  };
}
