import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { registeredRequest } from '../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { startTestI18n } from '../../../testing/render-feature.tsx';
import { DatabaseContext } from '../../db/core/database-context.ts';
import { BeginDraftButton } from './begin-draft-button.tsx';

it('whoever presses again where the page of the draft has not come is led to the same draft', async () => {
  await startTestI18n();
  const db = openMemoryDatabase();
  const request = registeredRequest(crypto.randomUUID(), { state: 'closed' });
  const routeTree = createRootRoute({
    component: () => <BeginDraftButton request={request} what="newRequest" variant="quiet" />,
  });
  const router = createRouter({ routeTree, history: createMemoryHistory() });
  render(
    <DatabaseContext value={db}>
      <RouterProvider router={router} />
    </DatabaseContext>,
  );
  const button = await screen.findByRole('button', { name: 'Criar pedido a partir deste' });
  const left = vi.fn();
  router.subscribe('onBeforeNavigate', left);
  for (const presses of [1, 2]) {
    await userEvent.click(button);
    await waitFor(() => expect(left).toHaveBeenCalledTimes(presses));
  }
  expect(await db.drafts.count()).toBe(1);
});
