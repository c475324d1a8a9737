import { beforeEach, describe, expect, test } from 'vitest';
import { attachPdf, DESCRIPTION, pdfBytes, writeCompleteDraft } from '../../testing/builders.ts';
import { PRETEND_ORIGIN } from '../../testing/pretend-account.ts';
import { openTwoDevices, readTexts, type TwoDevices } from '../../testing/two-devices.ts';
import { createApiClient } from '../api/client.ts';
import { getDraft } from '../api/request-calls.ts';
import { addPictures } from '../db/drafts/chosen-pictures.ts';
import { listOpenDrafts } from '../db/drafts/drafts.ts';
import { listOnlyHere } from '../db/drafts/only-here.ts';
import { listAttachments, readAttachmentBytes } from '../db/files/file-rows.ts';
import { submitDraft } from '../db/outbox/submit-draft.ts';
import { pull } from './pull.ts';
import type { SyncContext } from './sync-context.ts';

/** The original is the first by its id, whatever id its second draft gets. */
const ID = '00000000-0000-4000-8000-000000000000';

/** Both devices have changed one draft, and the phone has made a second draft of the desktop's text. */
async function openConflict(): Promise<TwoDevices> {
  const devices = await openTwoDevices();
  const { phone, desktop, round, write } = devices;
  await write(phone.db, ID, 'De ambos', 'phone');
  await round(phone);
  await round(desktop);
  await write(desktop.db, ID, 'Do computador', 'desktop');
  await round(desktop);
  await write(phone.db, ID, 'Do telefone', 'phone');
  await round(phone);
  expect(await readTexts(phone.db)).toEqual(['Do computador', 'Do telefone']);
  return devices;
}

/** The phone with a server to which something happens at a draft that it saves, given how many it has saved. */
function withTrouble({ phone, maria }: TwoDevices, trouble: (saved: number) => Response | null): SyncContext {
  let saved = 0;
  const api = createApiClient(PRETEND_ORIGIN, async (request) => {
    if (request.method !== 'PUT') return maria.server(request);
    saved += 1;
    return trouble(saved) ?? maria.server(request);
  });
  return { ...phone, api };
}

function breakLine(): never {
  throw new TypeError('The connection is gone');
}

const failFirst = (saved: number) => (saved === 1 ? new Response(null, { status: 500 }) : null);

const TROUBLES: [string, (saved: number) => Response | null][] = [
  ['the connection breaks after one draft', (saved) => (saved > 1 ? breakLine() : null)],
  ['the server fails on the first draft', failFirst],
];

test.each(TROUBLES)(
  'the account never has this device’s text without the other’s beside it, though %s',
  async (_what, trouble) => {
    const devices = await openConflict();
    await devices.round(withTrouble(devices, trouble));
    await devices.round(devices.desktop);
    expect(await readTexts(devices.desktop.db)).toContain('Do computador');
    devices.pass(60_000);
    await devices.round(devices.phone);
    await devices.round(devices.desktop);
    expect(await readTexts(devices.desktop.db)).toEqual(['Do computador', 'Do telefone']);
  },
);

test.each(TROUBLES)(
  'a second draft that has a second draft itself waits for it, though %s',
  async (_what, trouble) => {
    const devices = await openConflict();
    await devices.phone.db.drafts.update(ID, { copyOf: crypto.randomUUID() });
    await devices.round(withTrouble(devices, trouble));
    await devices.round(devices.desktop);
    expect(await readTexts(devices.desktop.db)).toContain('Do computador');
  },
);

test('an original waits for the second draft of its second draft', async () => {
  const devices = await openConflict();
  const { phone, desktop, round } = devices;
  const second = (await phone.db.drafts.toArray()).find(({ copyOf }) => copyOf === ID);
  if (!second) throw new Error('There is no second draft');
  await phone.db.drafts.put({
    ...second,
    id: crypto.randomUUID(),
    copyOf: second.id,
    description: 'Terceiro',
  });
  await round(withTrouble(devices, failFirst));
  await round(desktop);
  expect(await readTexts(desktop.db)).toEqual(['Do computador']);
  devices.pass(60_000);
  await round(phone);
  await round(desktop);
  expect(await readTexts(desktop.db)).toEqual(['Do computador', 'Do telefone', 'Terceiro']);
});

test.each<[string, string, (devices: TwoDevices, id: string) => Promise<unknown>]>([
  [
    'words',
    `${DESCRIPTION} E mais isto.`,
    ({ phone, write }, id) => write(phone.db, id, `${DESCRIPTION} E mais isto.`, 'phone'),
  ],
  ['a file', DESCRIPTION, ({ phone }, id) => attachPdf(phone.db, id)],
])(
  'where another device has sent a draft without %s that the account has, a second draft stays',
  async (_, text, add) => {
    const devices = await openTwoDevices();
    const { phone, desktop, now, round } = devices;
    const id = await writeCompleteDraft(phone.db);
    await round(phone);
    await round(desktop);
    await add(devices, id);
    await round(phone);
    await submitDraft(desktop.db, id, now());
    await round(desktop);
    await round(phone);
    expect(await readTexts(phone.db)).toEqual([text]);
  },
);

describe('A file of a draft that another device has sent without it', () => {
  let devices: TwoDevices;
  let id: string;
  beforeEach(async () => {
    devices = await openTwoDevices();
    const { phone, desktop, round } = devices;
    id = await writeCompleteDraft(phone.db);
    await round(phone);
    await round(desktop);
    await attachPdf(phone.db, id);
    await round(phone);
  });

  async function readFiles(text: string) {
    const { db } = devices.phone;
    const drafts = (await listOpenDrafts(db)).filter(({ description }) => description === text);
    const files = await Promise.all(drafts.map((draft) => listAttachments(db, draft.id)));
    return Promise.all(files.flat().map((file) => readAttachmentBytes(db, file)));
  }

  test('stays with its bytes in the draft that the account keeps', async () => {
    const { phone, desktop, now, round } = devices;
    await submitDraft(desktop.db, id, now());
    await round(desktop);
    await round(phone);
    expect(await readFiles(DESCRIPTION)).toEqual([[pdfBytes()]]);
  });

  test('stays with its photo in one draft, and the account knows it by one id', async () => {
    const { phone, desktop, now, round } = devices;
    const [file] = await listAttachments(phone.db, id);
    await addPictures(phone.db, id, file ? [file] : [], now());
    await submitDraft(desktop.db, id, now());
    await round(desktop);
    await round(phone);
    await round(phone);
    const [draft, ...others] = await listOpenDrafts(phone.db);
    expect(others).toEqual([]);
    const kept = await getDraft(devices.maria.api, draft?.id ?? '');
    expect(kept).toMatchObject({ kind: 'accepted', value: { content: { attachments: [{ id: file?.id }] } } });
  });

  test('that was sent leaves no photo to the words that the account keeps', async () => {
    const { phone, desktop, now, round, write } = devices;
    await round(desktop);
    await addPictures(phone.db, id, await listAttachments(phone.db, id), now());
    await write(phone.db, id, `${DESCRIPTION} E mais isto.`, 'phone');
    await round(phone);
    await submitDraft(desktop.db, id, now());
    await round(desktop);
    await round(phone);
    expect(await readTexts(phone.db)).toEqual([`${DESCRIPTION} E mais isto.`]);
    expect(await listOnlyHere(phone.db)).toEqual(new Set());
  });

  test('stays in the draft that has gone on since', async () => {
    const { phone, desktop, now, round, write } = devices;
    await write(phone.db, id, 'E mais isto.', 'phone');
    await submitDraft(desktop.db, id, now());
    await round(desktop);
    await pull(phone);
    expect(await readFiles('E mais isto.')).toEqual([[pdfBytes()]]);
  });
});
