import { useEffect, useState } from 'react';

/** So long nobody is told that something has not been sent yet: nearly all of it is by then. */
const PATIENCE_MS = 10_000;

/** Whether something that waits since then, ISO, has waited too long to go on saying that it is being sent; bytes that move begin the wait anew. */
export function useIsLate(queuedAt: string, sentBytes: number | undefined): boolean {
  const [moved, setMoved] = useState({ sentBytes, atMs: Date.parse(queuedAt) });
  const { atMs } = moved;
  const [lateSince, setLateSince] = useState(Date.now() - atMs > PATIENCE_MS ? atMs : null);
  if (moved.sentBytes !== sentBytes) {
    // The first that is heard of them says nothing of when they moved.
    setMoved({ sentBytes, atMs: moved.sentBytes === undefined ? atMs : Date.now() });
  }

  useEffect(() => {
    const timer = setTimeout(() => setLateSince(atMs), atMs + PATIENCE_MS - Date.now());
    return () => clearTimeout(timer);
  }, [atMs]);

  return lateSince === atMs;
}
