import { useRef, useState } from 'react';

/** Once, however often it is pressed. `send` tells whether it was sent; then the page that asked is on its way out, and stays busy. */
export function useSending(send: () => Promise<boolean>) {
  const isRunning = useRef(false);
  const [status, setStatus] = useState<'ready' | 'sending' | 'failed'>('ready');

  async function start() {
    if (isRunning.current) return;
    isRunning.current = true;
    setStatus('sending');
    try {
      if (!(await send())) setStatus('ready');
    } catch {
      // The device could not write: all stands as it was, and the citizen is told.
      setStatus('failed');
    }
    isRunning.current = false;
  }

  return { status, start };
}
