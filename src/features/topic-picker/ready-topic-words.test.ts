import { expect, it } from 'vitest';
import { startTestI18n } from '../../../testing/render-feature.tsx';
import { readyTopicWords } from './ready-topic-words.ts';

it('is made once and found again, so that whoever opens the topic step need not wait for it', async () => {
  await startTestI18n();
  const { index, reasons } = readyTopicWords();
  expect(index.entries.length).toBeGreaterThan(50);
  expect(readyTopicWords().index).toBe(index);
  expect(readyTopicWords().reasons).toBe(reasons);
});
