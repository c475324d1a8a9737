import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type Browser,
  pdf,
  signIn,
  submission,
  submit,
  uploaded,
} from '../../contract/conformance/subject.ts';
import { createApp } from '../app.ts';
import type { Context } from '../context.ts';
import { gate } from '../testing/gate.ts';
import { prepareWorld, restoreWorld } from '../testing/saved-world.ts';
import { START_MS } from '../testing/start-ms.ts';
import { createTestClocks } from '../testing/test-clocks.ts';
import { createTestContext } from '../testing/test-context.ts';
import { openTestDatabase } from '../testing/test-database.ts';
import type { FileStore } from './file-store.ts';
import { createInspectionQueues } from './inspect-upload.ts';

describe('Looks into uploads', () => {
  let context: Context;
  let held = gate();
  const kept = new Map<string, Uint8Array>();
  const store: FileStore = {
    put: async ({ fileId }, bytes) => void kept.set(fileId, bytes),
    get: async ({ fileId }) => kept.get(fileId) ?? new Uint8Array(),
    delete: async () => {},
  };
  const slowStore: FileStore = {
    ...store,
    async get(name) {
      await held.pass();
      return store.get(name);
    },
  };

  beforeAll(async () => {
    context = createTestContext(await openTestDatabase(), createTestClocks());
    await prepareWorld(context);
  }, START_MS);
  beforeEach(async () => {
    held = gate();
    await restoreWorld(context.db);
  });
  afterAll(() => context.db.destroy());

  const enter = (files: FileStore | null) =>
    signIn({
      server: createApp({ ...context, files, inspections: createInspectionQueues() }),
      advance() {},
      stop: async () => {},
    });

  const sendRequest = async (browser: Browser, file: Awaited<ReturnType<typeof uploaded>>) =>
    (await submit(browser, randomUUID(), submission({ attachments: [file] }))).status;

  it('are one server’s own: another one in the same process waits for none of them', async () => {
    const [slow, quick] = [await enter(slowStore), await enter(store)];
    const files = [await uploaded(slow, pdf('um')), await uploaded(slow, pdf('dois'))] as const;
    const looking = sendRequest(slow, files[0]);
    await held.reached;
    expect(await sendRequest(quick, files[1])).toBe(201);
    held.open();
    expect(await looking).toBe(201);
  });

  it('are made one after the other for each citizen, beside those for others, also after one that failed', async () => {
    const inspections = createInspectionQueues();
    const made: string[] = [];
    const first = inspections.take('maria', async () => {
      await held.pass();
      made.push('first');
      throw new Error('The store is away');
    });
    const second = inspections.take('maria', async () => made.push('second'));
    await inspections.take('joao', async () => made.push('of another'));
    held.open();
    await expect(first).rejects.toThrow('The store is away');
    await second;
    expect(made).toEqual(['of another', 'first', 'second']);
  });

  describe('by a server, which', () => {
    it('looks into an upload once, however often and at the same time it is named', async () => {
      const maria = await enter(null);
      const file = await uploaded(maria, pdf('x'), 'x.png');
      const name = () => submit(maria, randomUUID(), submission({ attachments: [file] }));
      const answers = await Promise.all(Array.from({ length: 8 }, name));
      expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 422));
      // Even without its bytes the server still knows what it found in the file.
      await context.db.deleteFrom('pieces').where('fileId', '=', file.uploadId).execute();
      const again = await submit(
        maria,
        randomUUID(),
        submission({ attachments: [{ ...file, name: 'x.pdf' }] }),
      );
      expect(again.status).toBe(201);
    });

    it('looks again into an upload that was looked into by other rules, such as those of before', async () => {
      const maria = await enter(null);
      const file = await uploaded(maria, pdf('x'));
      const attachments = [file];
      const hasNoType = { content: null, passwordProtected: false, sha256: file.sha256 };
      for (const rules of [undefined, 0]) {
        const found = JSON.stringify({ ...hasNoType, rules });
        await context.db.updateTable('uploads').set({ found }).where('id', '=', file.uploadId).execute();
        const { status } = await submit(maria, randomUUID(), submission({ attachments }));
        expect(status).toBe(201);
      }
    });
  });
});
