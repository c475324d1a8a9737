import { useEffect, useState } from 'react';
import { type Persistence, readUsage } from '../../db/storage/storage-health.ts';

interface StorageFacts {
  /** Bytes that e-Clic uses; null where the browser does not tell. How much there is in all is not told truly anywhere. */
  used: number | null;
  persistence: Persistence;
}

const NOT_KNOWN: StorageFacts = { used: null, persistence: 'unknown' };

/** Looked up only: to ask the browser for more is for the moment when there is something to keep. */
export function useStorageFacts(): StorageFacts {
  const [facts, setFacts] = useState(NOT_KNOWN);
  useEffect(() => {
    let isCurrent = true;
    Promise.all([readUsage(), readPersistence()]).then(
      ([used, persistence]) => {
        if (isCurrent) setFacts({ used, persistence });
      },
      () => setFacts(NOT_KNOWN),
    );
    return () => {
      isCurrent = false;
    };
  }, []);
  return facts;
}

async function readPersistence(): Promise<Persistence> {
  const isKept = await navigator.storage?.persisted?.();
  if (isKept === undefined) return 'unknown';
  return isKept ? 'kept' : 'mayBeCleared';
}
