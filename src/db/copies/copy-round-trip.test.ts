import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REQUEST_KINDS } from '../../../contract/request-words.ts';
import type { DraftTopic } from '../../../contract/types.ts';
import { fitFileName } from '../../../domain/file-name.ts';
import { timesInLevel } from '../../../ops/test/level.ts';
import { attachPdf, NOON, pdfBytes } from '../../../testing/builders.ts';
import { COPY_TEXTS } from '../../../testing/copy-texts.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import { saveDraft } from '../drafts/save-draft.ts';
import { listAttachments, readAttachmentBytes } from '../files/file-rows.ts';
import { exportCopy } from './export-copy.ts';
import { importCopy } from './import-copy.ts';

/** The tests make many databases, which takes long on a busy machine. */
const SLOW_MS = 60_000;

const HOSTILE = [
  '<script>alert(1)</script>',
  '\u202Eexe.pdf',
  '../../../etc/passwd',
  'CON',
  '\ud800',
  '__proto__',
  '"},{"',
  '👨‍👩‍👧‍👦'.repeat(20),
  '\u0000\r\n\ufeff',
  'ã'.repeat(300),
];

const words = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 200 }));
const label = fc.record({ id: fc.string({ minLength: 1 }), label: words });
const level = fc.option(label);
const topic: fc.Arbitrary<DraftTopic> = fc.oneof(
  fc.constant(null),
  fc.constant({ status: 'unknown' } as const),
  fc.record({
    status: fc.constant('known' as const),
    version: fc.string(),
    lifeEvent: label,
    subject: label,
    reason: label,
  }),
  fc.record({
    status: fc.constant('begun' as const),
    version: fc.string(),
    lifeEvent: level,
    subject: level,
    reason: level,
  }),
);
const file = fc.record({
  // The app gives attachments such names.
  name: words.map((name) => fitFileName(name, 'application/pdf')),
  size: fc.integer({ min: 10, max: 5000 }),
  fill: fc.integer({ min: 0, max: 255 }),
});
const draft = fc.record({
  kind: fc.option(fc.constantFrom(...REQUEST_KINDS)),
  onBehalfOf: fc.option(fc.record({ id: fc.string({ minLength: 1 }), name: words })),
  description: words,
  topic,
  files: fc.uniqueArray(file, { maxLength: 3, selector: ({ size }) => size }),
});
type Written = typeof draft extends fc.Arbitrary<infer T> ? T : never;

async function write(db: CitizenDatabase, drafts: Written[]): Promise<void> {
  for (const { files, ...patch } of drafts) {
    const draftId = crypto.randomUUID();
    await saveDraft(db, draftId, { patch, baseRevision: 0, writer: 'test' }, NOON);
    for (const { name, size, fill } of files) await attachPdf(db, draftId, pdfBytes(size, fill), name);
  }
}

/** Reads everything that somebody wrote or attached, without ids and times, and sorts it. */
async function contentsOf(db: CitizenDatabase): Promise<string[]> {
  const drafts = await db.drafts.toArray();
  const contents = await Promise.all(
    drafts.map(async ({ id, kind, onBehalfOf, description, topic }) => {
      const files = await Promise.all(
        (await listAttachments(db, id)).map(async (attachment) => {
          const chunks = (await readAttachmentBytes(db, attachment)) ?? [];
          const bytes = Buffer.concat(chunks.map((chunk) => Buffer.from(chunk))).toString('base64');
          return JSON.stringify([attachment.name, attachment.type, attachment.sha256, bytes]);
        }),
      );
      return JSON.stringify([kind, onBehalfOf, description, topic, files.sort()]);
    }),
  );
  return contents.sort();
}

describe('a copy', () => {
  it(
    'brings every word and every byte back',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(draft, { maxLength: 4 }), async (drafts) => {
          const [here, there] = [openMemoryDatabase(), openMemoryDatabase()];
          await write(here, drafts);
          const blob = await exportCopy(here, 'everything', NOON, { texts: COPY_TEXTS });
          const result = await importCopy(there, blob, NOON);
          expect(result).toMatchObject({ ok: true, value: { drafts: drafts.length, problems: [] } });
          expect(await contentsOf(there)).toEqual(await contentsOf(here));
        }),
        { numRuns: timesInLevel(20, 40) },
      );
    },
    SLOW_MS,
  );

  it(
    'with any one byte changed is refused whole, or brings the same back',
    async () => {
      const here = openMemoryDatabase();
      await write(here, fc.sample(draft, { numRuns: 2, seed: 42 }));
      await write(here, [
        {
          kind: null,
          onBehalfOf: null,
          description: 'Olá',
          topic: null,
          files: [{ name: 'a.pdf', size: 64, fill: 1 }],
        },
      ]);
      const blob = await exportCopy(here, 'everything', NOON, { texts: COPY_TEXTS });
      const expected = await contentsOf(here);
      let there = openMemoryDatabase();
      const original = new Uint8Array(await blob.arrayBuffer());
      await fc.assert(
        fc.asyncProperty(
          fc.integer({ min: 0, max: original.length - 1 }),
          fc.integer({ min: 1, max: 255 }),
          async (at, mask) => {
            const bytes = original.slice();
            bytes[at] = (bytes[at] ?? 0) ^ mask;
            const result = await importCopy(there, new Blob([bytes]), NOON);
            expect(await contentsOf(there)).toEqual(result.ok ? expected : []);
            if (result.ok) there = openMemoryDatabase();
          },
        ),
        { numRuns: timesInLevel(150, 500) },
      );
    },
    SLOW_MS,
  );
});
