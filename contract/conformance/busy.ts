/** The time for which one call may keep the process at work; waiting for a busy machine does not count. */
export const BUSY_MAX_MS = 1000;

/** Returns the result, and how long the process was at work meanwhile. */
export async function measureBusy<T>(work: () => Promise<T>): Promise<{ result: T; busyMs: number }> {
  const before = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  return { result, busyMs: (user + system) / 1000 };
}
