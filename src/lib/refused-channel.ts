/**
 * Where Firefox keeps nothing for a site, it has channels between tabs and refuses each. Dexie makes a channel while it is loaded, and its code would
 * never come, so it must find no `BroadcastChannel`. This has to run before Dexie is fetched.
 */
export function hideRefusedChannel(): void {
  try {
    new BroadcastChannel('eclic').close();
  } catch {
    Reflect.deleteProperty(globalThis, 'BroadcastChannel');
  }
}
