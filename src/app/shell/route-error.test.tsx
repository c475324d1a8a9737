import { afterEach, expect, test } from 'vitest';
import { renderFeature } from '../../../testing/render-feature.tsx';
import { endTrouble, noteTrouble } from '../../db/core/storage-trouble.ts';
import { RouteError } from './route-error.tsx';

afterEach(() => endTrouble('memoryOnly'));

test.each([
  ['on this device', false, /O que foi guardado neste dispositivo continua aqui\.$/],
  ['only in the page', true, /O que escreveu só existe nesta página/],
])('a page that broke tells where what was written is: %s', async (_where, isMemoryOnly, words) => {
  if (isMemoryOnly) noteTrouble('memoryOnly');
  const { screen } = await renderFeature(<RouteError reset={() => undefined} />);
  expect(screen.getByText(words)).toBeVisible();
});
