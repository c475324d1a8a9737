import { expect, it } from 'vitest';
import { renderApp } from '../../../../testing/render-app.tsx';

it('whoever opens the page of recovery by its address begins at its top, and not in a sentence', async () => {
  const app = await renderApp({ at: '/palavra-chave' });
  expect(await app.screen.findByText(/^Para escolher outra palavra-chave/)).not.toHaveFocus();
});
