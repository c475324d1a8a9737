import { serverAnswers } from '../server-answers.ts';
import { tabMemory } from '../tab-memory.ts';

const RELOADED_AT_KEY = 'eclic-reloaded-at';
/** A reload that did not help is not tried again within this time. */
const RELOAD_AGAIN_MS = 60_000;

/** How many wait for a part whose absence they tell, or do without. */
let waiting = 0;

/** Fetches a part of a page. Where it does not come, the citizen is told or the page does without it; the document is not loaded anew under them. */
export async function fetchWithoutReload<Part>(fetchPart: () => Promise<Part>): Promise<Part> {
  waiting += 1;
  try {
    return await fetchPart();
  } finally {
    waiting -= 1;
  }
}

/**
 * In the place of Vite's, which also fetches what a chunk needs before the chunk asks for it: no chunk here has such a list. What stays is
 * what happens where a chunk does not come.
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
 * A newer build has taken its place, and nobody says so to the citizen: with a new document comes what that one needs. Doing so again at
 * once would be a loop.
 */
async function reloadIfAnswered(): Promise<void> {
  // Under whoever is writing the caret would go; what sends asks again with its next round.
  if (document.activeElement?.matches('input, textarea')) return;
  const memory = tabMemory();
  // Without one, nothing would end the loop.
  if (!memory || Date.now() - Number(memory.getItem(RELOADED_AT_KEY)) < RELOAD_AGAIN_MS) return;
  // Where it does not, no document would come in the place of this one.
  if (!(await serverAnswers())) return;
  memory.setItem(RELOADED_AT_KEY, String(Date.now()));
  window.location.reload();
}
