import { useEffect, useState } from 'react';
import type { PaperDesk } from './paper-calls.ts';
import type { OpenDesk } from './paper-desk.ts';

/** Returns a desk that is open for as long as the component is mounted; null before that. */
export function useDesk(openDesk: OpenDesk): PaperDesk | null {
  const [desk, setDesk] = useState<PaperDesk | null>(null);
  useEffect(() => {
    const opened = openDesk();
    setDesk(opened);
    return () => {
      opened.close();
      setDesk(null);
    };
  }, [openDesk]);
  return desk;
}
