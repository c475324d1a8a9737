import { beforeEach, describe, expect, test } from 'vitest';
import { problem } from '../../contract/problem.ts';
import { attachPdf, writeCompleteDraft } from '../../testing/builders.ts';
import { PRETEND_ORIGIN, signInMaria } from '../../testing/pretend-account.ts';
import { openTwoDevices, readTexts, type TwoDevices } from '../../testing/two-devices.ts';
import { createApiClient } from '../api/client.ts';
import { getDraft } from '../api/request-calls.ts';
import { submitDraft } from '../db/outbox/submit-draft.ts';
import { readRequest } from '../db/requests/requests.ts';
import { readLocalData } from '../db/storage/local-data.ts';
import { pull } from './pull.ts';

let devices: TwoDevices;

beforeEach(async () => {
  devices = await openTwoDevices();
});

describe('what went to the account after the backup from which its server was restored', () => {
  test('is not lost to the older words of the backup', async () => {
    const { maria, phone, now, round, write } = devices;
    const id = await writeCompleteDraft(phone.db, 'Antes da cópia.');
    await round(phone);
    const backup = await getDraft(maria.api, id);
    await write(phone.db, id, 'Depois da cópia.', 'phone');
    await round(phone);
    const api = createApiClient(PRETEND_ORIGIN, async (request) => {
      const { pathname, searchParams } = new URL(request.url);
      if (!pathname.endsWith('/changes')) return maria.server(request);
      if (searchParams.has('cursor')) return problem('cursor-gone');
      const draft = backup.kind === 'accepted' && backup.value;
      const changes = [{ type: 'draft', draft }];
      return Response.json({ changes, cursor: 'anew.1', more: false, serverTime: now().toISOString() });
    });
    await pull({ ...phone, api });
    expect(await readTexts(phone.db)).toContain('Depois da cópia.');
  });

  test.each(['sees it then', 'had it without the file’s bytes'])(
    'is sent there again, the file too, and can be submitted on another device, which %s',
    async (which) => {
      const { phone, desktop, now, round } = devices;
      const id = await writeCompleteDraft(phone.db);
      await attachPdf(phone.db, id);
      await round(phone);
      if (which.startsWith('had')) await round(desktop);
      // A server without any of it has as little of the draft as one that was restored.
      const { api } = await signInMaria(now);
      await round({ ...phone, api });
      await round({ ...phone, api });
      expect(await readLocalData(phone.db)).toMatchObject({ inAccount: [{ id }], onlyHere: [] });
      const other = { ...desktop, api };
      await round(other);
      await submitDraft(desktop.db, id, now());
      await round(other);
      expect((await readRequest(desktop.db, id))?.attachments).toMatchObject([{ name: 'fatura.pdf' }]);
    },
  );
});
