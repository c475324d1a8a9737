import { useEffect, useState } from 'react';
import type { PaperDesk } from './paper-calls.ts';
import type { OpenDesk } from './paper-desk.ts';

/** A desk that is open while the component is. */
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
