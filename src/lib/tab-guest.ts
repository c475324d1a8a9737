import { tabMemory } from './tab-memory.ts';

/** A guest on a shared device. What they write is sealed with a key that only their tab has. */
export interface TabGuest {
  /** The name of the guest's database. */
  id: string;
  /** Hexadecimal. */
  key: string;
}

/** The value by which the address of a first step says that the device is shared. */
export const SHARED_GUEST = 'partilhado';

export const TAB_GUEST_START = 'guest-';

const KEY_BYTES = 32;
const NAME = new RegExp(`^(${TAB_GUEST_START}[0-9a-f-]{36})/([0-9a-f]{${KEY_BYTES * 2}})$`);

/**
 * The tab's own name is the one memory that a reload leaves alone, that ends with the tab, and that no browser writes into a file, not even
 * to open its tabs again after a crash: `docs/decisions/0030-guests-of-a-tab.md`.
 */
export function readTabGuest(): TabGuest | null {
  return parse(globalThis.window?.name ?? '');
}

export function beginTabGuest(): TabGuest {
  const bytes = crypto.getRandomValues(new Uint8Array(KEY_BYTES));
  const key = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const guest = { id: `${TAB_GUEST_START}${crypto.randomUUID()}`, key };
  window.name = nameOf(guest);
  return guest;
}

/** Forgets the key: from now on nobody can read what the guest wrote. */
export function forgetTabGuest(): void {
  if (readTabGuest()) window.name = '';
  tabMemory()?.removeItem(AWAY_KEY);
}

const AWAY_KEY = 'eclic-tab-guest';

/**
 * Some browsers take a tab's name away on another site. For the way to the provider's page and back the key is kept where the browser may write it
 * down.
 */
export function carryTabGuest(): void {
  const guest = readTabGuest();
  if (guest) tabMemory()?.setItem(AWAY_KEY, nameOf(guest));
}

export function bringBackTabGuest(): void {
  const carried = parse(tabMemory()?.getItem(AWAY_KEY) ?? '');
  tabMemory()?.removeItem(AWAY_KEY);
  if (carried && !readTabGuest()) window.name = nameOf(carried);
}

function nameOf({ id, key }: TabGuest): string {
  return `${id}/${key}`;
}

function parse(name: string): TabGuest | null {
  const [, id, key] = NAME.exec(name) ?? [];
  return id && key ? { id, key } : null;
}
