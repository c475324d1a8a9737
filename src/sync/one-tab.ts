/**
 * Tabs take turns, a round at a time. Without Web Locks every tab goes on: what keeps sending twice harmless is the idempotency key, the
 * lock only spares the work.
 */
export async function takeTurn(
  locks: LockManager | undefined,
  name: string,
  round: () => Promise<void>,
): Promise<void> {
  if (!locks) return round();
  await locks.request(name, round);
}
