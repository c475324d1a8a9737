/**
 * Test files run side by side in the threads of one process. Dexie's channel, by which tabs hear of each other's writes, would carry each write of one file
 * into the live queries of all others.
 */
class SilentChannel extends EventTarget {
  postMessage(): void {}
  close(): void {}
  unref(): void {}
}

Object.assign(globalThis, { BroadcastChannel: SilentChannel });
