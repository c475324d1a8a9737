import { afterEach, expect, test, vi } from 'vitest';
import { usePreferences } from '../../state/preferences.ts';
import { keepWanted } from './keep-wanted.ts';

const PARTS = ['en', 'es', 'uk', 'letters', 'pictures', 'film'];

afterEach(() => {
  usePreferences.setState(usePreferences.getInitialState(), true);
  vi.unstubAllGlobals();
});

/** Records the parts that are asked for, in that order. */
function watch(connection?: { type?: string; saveData?: boolean }) {
  vi.stubGlobal('navigator', { ...(connection && { connection }) });
  const asked: string[][] = [];
  const stop = keepWanted(async (isMeant) => {
    asked.push(PARTS.filter(isMeant));
    return true;
  });
  return { asked, stop };
}

test('the language that is spoken is kept, and each one that is chosen later; no other', () => {
  usePreferences.setState({ language: 'en' });
  const { asked, stop } = watch();
  usePreferences.setState({ textSize: '200' });
  usePreferences.setState({ language: 'uk' });
  stop();
  usePreferences.setState({ language: 'es' });
  expect(asked).toEqual([['en'], ['uk']]);
});

test('by Wi-Fi everything comes but the film; by any other line, or where data is saved, nothing unasked', () => {
  expect(watch({ type: 'wifi' }).asked.at(-1)).toEqual(['en', 'es', 'uk', 'letters', 'pictures']);
  for (const connection of [{ type: 'wifi', saveData: true }, { type: 'cellular' }, {}, undefined])
    expect(watch(connection).asked).toEqual([[]]);
});

test('what does not come is asked for again at the next visit, and troubles nobody now', async () => {
  vi.stubGlobal('navigator', {});
  keepWanted(() => Promise.reject(new TypeError('no network')));
  await Promise.resolve();
});
