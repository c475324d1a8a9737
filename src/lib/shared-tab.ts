import { onPageLeft } from '../../shared/page-leaving.ts';
import { holdLock } from './hold-lock.ts';
import { tabMemory } from './tab-memory.ts';

/** Names the mark in a tab's memory, and the lock by which an open tab is found. */
const nameOf = (citizenId: string) => `eclic-shared-${citizenId}`;

const held = new Set<string>();

/**
 * Marks this tab as one in which a citizen who shares the device has been: a reload finds the mark, and other tabs find the lock. Every page that is
 * open shows the current citizen, so the page holds the lock for as long as it is open.
 */
export function markSharedTab(citizenId: string): void {
  const name = nameOf(citizenId);
  tabMemory()?.setItem(name, '');
  if (held.has(name)) return;
  held.add(name);
  // A page that the browser keeps for *Back* is not open any more.
  if (navigator.locks) onPageLeft(holdLock(navigator.locks, name));
}

/** Whether the citizen has been in this tab before a reload, or is in another one that is open. Without Web Locks only this tab is known. */
export async function isInSharedTab(citizenId: string): Promise<boolean> {
  const name = nameOf(citizenId);
  if (tabMemory()?.getItem(name) === '') return true;
  const { held: locks = [] } = (await navigator.locks?.query()) ?? {};
  return locks.some((lock) => lock.name === name);
}
