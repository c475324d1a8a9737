import { useRef, useState } from 'react';

/** Runs once, however often it is pressed. After `run` has resolved to true the button stays busy, since the page is being left. */
export function useOnce(run: () => Promise<boolean>) {
  const isRunning = useRef(false);
  const [status, setStatus] = useState<'ready' | 'running' | 'failed'>('ready');

  async function start() {
    if (isRunning.current) return;
    isRunning.current = true;
    setStatus('running');
    try {
      if (!(await run())) setStatus('ready');
    } catch {
      // The device could not write: nothing has changed, and the citizen is told.
      setStatus('failed');
    }
    isRunning.current = false;
  }

  return { status, start };
}
