import { useRef, useState } from 'react';

/** Runs once, however often it is pressed. `run` tells whether it is done; then the page that asked is on its way out, and stays busy. */
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
      // The device could not write: all stands as it was, and the citizen is told.
      setStatus('failed');
    }
    isRunning.current = false;
  }

  return { status, start };
}
