import { waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { renderFeature } from '../../../testing/render-feature.tsx';
import { ANSWERED, ASKED, ID, pull } from '../../../testing/render-request.tsx';
import { NO_REQUEST_PARTS } from '../../../testing/request-parts.ts';
import { useQuery } from '../../db/core/use-query.ts';
import { readRequest } from '../../db/requests/requests.ts';
import type { RequestParts } from './request-body.tsx';
import { RequestPage } from './request-page.tsx';

function Live(parts: RequestParts) {
  const request = useQuery((db) => readRequest(db, ID));
  return request && <RequestPage request={request} {...parts} />;
}

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
      ...NO_REQUEST_PARTS,
      prepareEditor: () => seen.push('fetched'),
      renderEditor: () => seen.push('drawn') && null,
    };
    const { user, screen } = await renderFeature(<Live {...parts} />, { db });
    const button = await screen.findByRole('button', { name: press });
    await waitFor(() => expect(seen).toEqual(before));
    await user.click(button);
    await waitFor(() => expect(seen.slice(before.length, before.length + 2)).toEqual(['fetched', 'drawn']));
  },
);
