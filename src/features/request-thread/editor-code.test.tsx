import { waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { LiveRequestPage } from '../../../testing/live-request-page.tsx';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { renderFeature } from '../../../testing/render-feature.tsx';
import { ANSWERED, ASKED, ID, pull } from '../../../testing/render-request.tsx';

test.each([
  ['of somebody who is asked is fetched with the page', ASKED, 'Responder', ['fetched']],
  ['of anybody else is fetched with the press', ANSWERED, 'Pedir esclarecimento', []],
])(
  'what a reply’s editor draws late %s, before the editor is drawn',
  async (_whose, request, press, before) => {
    const db = openMemoryDatabase();
    await pull(db, request);
    const seen: string[] = [];
    const parts = {
      prepareEditor: () => seen.push('fetched'),
      renderEditor: () => seen.push('drawn') && null,
    };
    const { user, screen } = await renderFeature(<LiveRequestPage id={ID} {...parts} />, { db });
    const button = await screen.findByRole('button', { name: press });
    await waitFor(() => expect(seen).toEqual(before));
    await user.click(button);
    await waitFor(() => expect(seen.slice(before.length, before.length + 2)).toEqual(['fetched', 'drawn']));
  },
);
