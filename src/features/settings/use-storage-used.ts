import { useEffect, useState } from 'react';

/** Bytes that this site uses on the device; null where the browser does not tell. How much there is in all is not told truly anywhere. */
export function useStorageUsed(): number | null {
  const [used, setUsed] = useState<number | null>(null);
  useEffect(() => {
    let isCurrent = true;
    navigator.storage?.estimate().then(
      ({ usage }) => {
        if (isCurrent) setUsed(usage ?? null);
      },
      () => setUsed(null),
    );
    return () => {
      isCurrent = false;
    };
  }, []);
  return used;
}
