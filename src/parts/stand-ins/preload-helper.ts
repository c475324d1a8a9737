import { tabMemory } from '../../lib/tab-memory.ts';
import { canLoadAnew } from '../can-load-anew.ts';

const RELOADED_AT_KEY = 'eclic-reloaded-at';
/** A reload that did not help is not tried again within this time. */
const RELOAD_AGAIN_MS = 60_000;

/** How many callers wait for a part, and say by themselves that it has not come, or do without it. */
let waiting = 0;

/** Fetches a part of a page. Where it does not come, the caller tells the citizen or does without it; the document is not loaded anew under them. */
export async function fetchWithoutReload<Part>(fetchPart: () => Promise<Part>): Promise<Part> {
  waiting += 1;
  try {
    return await fetchPart();
  } finally {
    waiting -= 1;
  }
}

/**
 * Takes the place of Vite's function, which also fetches what a chunk needs before the chunk asks for it: no chunk here has such a list. What stays
 * is what happens where a chunk does not come.
 */
export async function __vitePreload(load: () => Promise<unknown>): Promise<unknown> {
  try {
    return await load();
  } catch (error) {
    if (waiting === 0) void reloadIfAnswered();
    throw error;
  }
}

/**
 * A newer build has taken the place of this one, and nobody says so to the citizen: a new document brings what it needs. Loading it again at once
 * would be a loop.
 */
async function reloadIfAnswered(): Promise<void> {
  // Somebody who is writing would lose the caret; what sends asks again with its next round.
  if (document.activeElement?.matches('input, textarea')) return;
  const memory = tabMemory();
  // Without the tab's memory nothing would end the loop.
  if (!memory || Math.abs(Date.now() - Number(memory.getItem(RELOADED_AT_KEY))) < RELOAD_AGAIN_MS) return;
  if (!(await canLoadAnew())) return;
  memory.setItem(RELOADED_AT_KEY, String(Date.now()));
  window.location.reload();
}
