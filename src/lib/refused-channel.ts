/**
 * Where Firefox keeps nothing for a site, it has channels between tabs and refuses each. Dexie makes one while it is loaded and would never
 * be there: it is to find none. For before it is fetched.
 */
export function hideRefusedChannel(): void {
  try {
    new BroadcastChannel('eclic').close();
  } catch {
    Reflect.deleteProperty(globalThis, 'BroadcastChannel');
  }
}
