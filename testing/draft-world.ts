import type { CitizenRequest, DraftTopic, OnBehalfOf, RequestKind } from '../contract/types.ts';
import { writtenOf } from '../domain/written/asked-words.ts';
import { NO_WORDS, type Words } from '../domain/written/words.ts';
import type { CitizenDatabase } from '../src/db/core/citizen-database.ts';
import type { DraftRow } from '../src/db/core/schema.ts';
import { hasArrived } from '../src/db/drafts/arrived.ts';
import type { DraftPatch } from '../src/db/drafts/draft-edit.ts';
import { isOpen, readDraft } from '../src/db/drafts/drafts.ts';
import { openDraft } from '../src/db/drafts/save-draft.ts';
import { submitDraft } from '../src/db/outbox/submit-draft.ts';
import { takeBack } from '../src/db/outbox/take-back.ts';
import { attachPdf, pdfBytes } from './builders.ts';
import type { PretendPage } from './pretend-page.ts';
import { wordsIn } from './written-words.ts';

/** A person for whom the citizen may not act: the server refuses the request. */
export const STRANGER: OnBehalfOf = { id: 'c_nobody', name: 'Rosa Alheia' };

/** The id of no request: the server refuses a request that is about it. */
export const NO_REQUEST_ID = '00000000-0000-4000-8000-000000000000';

export type Choice =
  | { kind: RequestKind }
  | { topic: DraftTopic }
  | { onBehalfOf: OnBehalfOf | null }
  | { aboutRequestId: string | null };

/**
 * What a citizen may do with a draft. A slot stands for a draft. Fields that a step does not name stay as they are, and a field with an empty text is emptied.
 */
export type DraftStep =
  | { do: 'write'; slot: number; text: string }
  | { do: 'complain'; slot: number; words: Partial<Words> }
  | { do: 'choose'; slot: number; choice: Choice }
  | { do: 'typeLast'; slot: number; words: Partial<Words> }
  | { do: 'open'; slot: number }
  | { do: 'attach'; slot: number; size: number }
  | { do: 'submit'; slot: number }
  | { do: 'takeBack'; slot: number };

/** What the citizen knows of one draft. */
export interface Slot {
  draftId: string;
  /** The words that the citizen last wrote in each field. */
  words: Words;
  /** The words of a complaint that was then submitted as another kind: the summary showed that they would not be sent. */
  leftOut: readonly string[];
  /** The versions that the citizen has ever submitted, in the form of `describeSent`. */
  sent: string[];
  /** True from the submission on, while the citizen waits for it to arrive; taking the request back ends it. */
  isSubmitted: boolean;
}

export function emptySlot(): Slot {
  return { draftId: crypto.randomUUID(), words: NO_WORDS, leftOut: [], sent: [], isSubmitted: false };
}

interface Surroundings {
  db: CitizenDatabase;
  page: PretendPage;
  now: Date;
}

export async function takeDraftStep(
  step: DraftStep,
  slot: Slot,
  { db, page, now }: Surroundings,
): Promise<void> {
  const { draftId } = slot;
  switch (step.do) {
    case 'write': {
      const typed = { description: step.text };
      const choices = { kind: 'information', topic: { status: 'unknown' } } as const;
      return write(slot, typed, page, choices);
    }
    case 'complain':
      return write(slot, step.words, page, { kind: 'complaint', topic: { status: 'unknown' } });
    case 'choose':
      await page.write(draftId, () => step.choice);
      return;
    case 'typeLast':
      // A draft that has arrived as a request is closed, and nobody can type in it.
      if (await hasArrived(db, draftId)) return;
      if (await page.typeLast(draftId, (opened) => patchOf(opened, step.words)))
        slot.words = { ...slot.words, ...step.words };
      return;
    case 'open':
      await openDraft(db, draftId, now);
      return;
    case 'attach':
      if (isOpen(await readDraft(db, draftId))) await attachPdf(db, draftId, pdfBytes(step.size));
      return;
    case 'submit':
      return submit(slot, db, now);
    case 'takeBack':
      if (!(await takeBack(db, draftId, now))) return;
      slot.isSubmitted = false;
      slot.leftOut = [];
      return;
  }
}

async function write(
  slot: Slot,
  typed: Partial<Words>,
  page: PretendPage,
  choices: DraftPatch,
): Promise<void> {
  const isSaved = await page.write(slot.draftId, (opened) => ({ ...choices, ...patchOf(opened, typed) }));
  if (isSaved) slot.words = { ...slot.words, ...typed };
}

/** Returns all words together, as an editor does. */
function patchOf(opened: DraftRow | undefined, typed: Partial<Words>): DraftPatch {
  return writtenOf({ ...wordsIn({ ...opened }), ...typed });
}

async function submit(slot: Slot, db: CitizenDatabase, now: Date): Promise<void> {
  const draft = await readDraft(db, slot.draftId);
  const { ok } = await submitDraft(db, slot.draftId, now);
  if (!ok || !isOpen(draft)) return;
  slot.isSubmitted = true;
  slot.sent.push(describeSent(draft));
  slot.leftOut = draft.kind === 'complaint' ? [] : Object.values(draft.complaint ?? {});
}

/** Describes a request's words, person, topic and earlier request, to be compared with what the server holds. */
export function describeSent(
  content: Pick<DraftRow, 'kind' | 'onBehalfOf' | 'description' | 'complaint' | 'topic'> &
    Pick<CitizenRequest, 'aboutRequestId'>,
): string {
  const { kind, onBehalfOf, description, complaint, aboutRequestId = null, topic } = content;
  const words = wordsIn({ description, complaint: kind === 'complaint' ? complaint : null });
  return JSON.stringify([kind, onBehalfOf?.id, aboutRequestId, topic, words]);
}
