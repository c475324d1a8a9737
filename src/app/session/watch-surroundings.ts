import { START_HINT_KEY } from '../../lib/start-hint.ts';

interface Surroundings {
  /** The server may say something else now of who is signed in. */
  onChange: () => Promise<void>;
  /** Somebody has come in another tab, on a device on which nobody was known. */
  onSomebody: () => Promise<unknown>;
  /** The first press or key of a visit: whoever does something is likely to go on. */
  onLife: () => Promise<void>;
}

const SIGNS_OF_LIFE = ['input', 'keydown', 'pointerdown'] as const;

/** Tells when it may have changed who is here, also where no database is open yet; until told to stop. */
export function watchSurroundings({ onChange, onSomebody, onLife }: Surroundings): () => void {
  // A representation can end at any time, and this device is not told.
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
