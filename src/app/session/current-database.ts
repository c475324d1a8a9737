import type { CitizenDatabase } from '../../db/core/citizen-database.ts';

/** What is on the screen is read from it. */
export interface CurrentDatabase {
  /** The database of whoever is current on this device, or of the guest. */
  database(): CitizenDatabase | null;
  /** Called whenever another citizen, or nobody, has become current. */
  subscribe(listener: () => void): () => void;
  change(next: CitizenDatabase | null): void;
}

/** Stands by itself, so that pages can be drawn before anything is known of who is here. */
export function createCurrentDatabase(): CurrentDatabase {
  const listeners = new Set<() => void>();
  let current: CitizenDatabase | null = null;
  return {
    database: () => current,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change(next) {
      current = next;
      for (const listener of listeners) listener();
    },
  };
}
