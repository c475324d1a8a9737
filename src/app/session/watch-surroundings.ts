import { KNOWN_HERE_KEY } from '../../lib/known-here.ts';

interface Surroundings {
  /** The server may say something else now of who is signed in. */
  onChange: () => void;
  /** Somebody has come in another tab, on a device on which nobody was known. */
  onSomebody: () => void;
}

/** Tells when it may have changed who is here, also where no database is open yet; until told to stop. */
export function watchSurroundings({ onChange, onSomebody }: Surroundings): () => void {
  // A representation can end at any time, and this device is not told.
  const onVisibility = () => {
    if (document.visibilityState === 'visible') onChange();
  };
  const onStorage = ({ key, newValue }: StorageEvent) => {
    if (key === KNOWN_HERE_KEY && newValue !== null) onSomebody();
  };
  window.addEventListener('online', onChange);
  window.addEventListener('storage', onStorage);
  document.addEventListener('visibilitychange', onVisibility);
  return () => {
    window.removeEventListener('online', onChange);
    window.removeEventListener('storage', onStorage);
    document.removeEventListener('visibilitychange', onVisibility);
  };
}
