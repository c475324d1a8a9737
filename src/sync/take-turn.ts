/** Returns the name of the lock for a citizen's rounds, in which tabs and the worker take turns. */
export function syncLockOf({ citizenId }: { citizenId: string }): string {
  return `eclic-sync-${citizenId}`;
}

/**
 * Takes a lock shared by all tabs. Without Web Locks every tab works: the idempotency key makes sending twice harmless, and the lock only saves
 * work. Rejects where `signal` ends the waiting; a turn that has begun is not ended by it.
 */
export async function takeTurn(
  locks: LockManager | undefined,
  name: string,
  round: () => Promise<void>,
  signal?: AbortSignal,
): Promise<void> {
  if (!locks) return round();
  await (signal ? locks.request(name, { signal }, round) : locks.request(name, round));
}
