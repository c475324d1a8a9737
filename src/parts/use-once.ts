import { useRef, useState } from 'react';
import { useMissedPage } from '../state/missed-page.ts';

/**
 * Runs an action once, however often its button is pressed. If `run` resolves to true the button stays busy, since the page is being left; unless the
 * next page has not come.
 */
export function useOnce(run: () => Promise<boolean>) {
  const isRunning = useRef(false);
  const [status, setStatus] = useState<'ready' | 'running' | 'failed'>('ready');

  async function start() {
    if (isRunning.current) return;
    isRunning.current = true;
    setStatus('running');
    const { missed: before } = useMissedPage.getState();
    try {
      const isLeaving = await run();
      const { missed } = useMissedPage.getState();
      // A page that was missed earlier is not the one that this action leads to.
      if (!isLeaving || (missed && missed !== before)) setStatus('ready');
    } catch {
      // The device could not write. Nothing has changed, and `failed` lets the page say so.
      setStatus('failed');
    }
    isRunning.current = false;
  }

  return { status, start };
}
