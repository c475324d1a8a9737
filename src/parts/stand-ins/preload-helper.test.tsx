import { beforeEach, expect, it, vi } from 'vitest';
import { endTrouble, noteTrouble } from '../../db/core/storage-trouble.ts';
import { whileUnderWay } from '../../lib/under-way.ts';
import { __vitePreload, fetchWithoutReload } from './preload-helper.ts';

const cut = () => Promise.reject(new TypeError('Failed to fetch dynamically imported module'));

/** Returns whether the server was asked if it answers, which comes before another document. */
async function asksForDocument(fetchPart: () => Promise<unknown>): Promise<boolean> {
  await expect(fetchPart()).rejects.toThrow();
  return vi.mocked(fetch).mock.calls.length > 0;
}

beforeEach(() => {
  document.body.innerHTML = '<textarea></textarea><button type="button"></button>';
  sessionStorage.clear();
  // The server does not answer, so that no document comes.
  vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('Failed to fetch'));
});

it('code that nobody tells of and that does not come is looked for in a new document', async () => {
  document.querySelector('button')?.focus();
  expect(await asksForDocument(() => __vitePreload(cut))).toBe(true);
});

it('no document comes under whoever is writing, whatever does not come meanwhile', async () => {
  document.querySelector('textarea')?.focus();
  expect(await asksForDocument(() => __vitePreload(cut))).toBe(false);
});

it('a clock that was set back after a reload does not keep the next one from coming', async () => {
  sessionStorage.setItem('eclic-reloaded-at', String(Date.now() + 24 * 3_600_000));
  expect(await asksForDocument(() => __vitePreload(cut))).toBe(true);
});

it('no document comes for a part whose absence the page tells itself', async () => {
  expect(await asksForDocument(() => fetchWithoutReload(() => __vitePreload(cut)))).toBe(false);
});

it('no document comes in the place of one that is all that keeps what was written', async () => {
  noteTrouble('memoryOnly');
  expect(await asksForDocument(() => __vitePreload(cut))).toBe(false);
  endTrouble('memoryOnly');
});

it('no document comes while files are read, although their reading began only while the server was asked', async () => {
  const answer = new Response();
  const isRead = vi.spyOn(answer, 'ok', 'get');
  let end = () => {};
  vi.mocked(fetch).mockImplementation(async () => {
    void whileUnderWay(new Promise<void>((resolve) => (end = resolve)));
    return answer;
  });
  await expect(__vitePreload(cut)).rejects.toThrow();
  await vi.waitFor(() => expect(isRead).toHaveBeenCalled());
  // The time of a reload is noted here just before it.
  expect(sessionStorage).toHaveLength(0);
  end();
});
