import { DEFAULT_LIMITS } from '../limits.ts';
import { isOptional, OPTIONAL_RULES } from '../written/rules.ts';
import { forEachField, WORD_FIELDS, wordsOf } from '../written/words.ts';
import type { CopiedDraft } from './copy-format.ts';

/** A copy may hold as many drafts as an account. */
export const MOST_DRAFTS = DEFAULT_LIMITS.accountDraftsMaxCount;

/** The contract's limits for each field. No editor of ours writes more. */
export const DRAFT_CAPS = {
  ...forEachField((field) => (isOptional(field) ? OPTIONAL_RULES[field].maxUnits : 400_000)),
  attachments: 50,
  fileName: 1000,
  fileType: 200,
  personName: 300,
  id: 80,
  label: 300,
};

/** Counts code points, as JSON Schema does: a surrogate pair is one. */
function isWithin(text: string, cap: number): boolean {
  return text.length <= cap || (text.length <= 2 * cap && [...text].length <= cap);
}

export function fitsContract(draft: CopiedDraft): boolean {
  const { onBehalfOf, aboutRequestId, topic, attachments } = draft;
  const words = wordsOf(draft);
  const parts = topic && 'lifeEvent' in topic ? [topic.lifeEvent, topic.subject, topic.reason] : [];
  const texts: [text: string | undefined, cap: number][] = [
    ...WORD_FIELDS.map((field): [string, number] => [words[field], DRAFT_CAPS[field]]),
    [onBehalfOf?.id, DRAFT_CAPS.id],
    [onBehalfOf?.name, DRAFT_CAPS.personName],
    [aboutRequestId ?? undefined, DRAFT_CAPS.id],
    ...parts.flatMap((part): typeof texts => [
      [part?.id, DRAFT_CAPS.id],
      [part?.label, DRAFT_CAPS.label],
    ]),
    ...attachments.flatMap(({ name, type }): typeof texts => [
      [name, DRAFT_CAPS.fileName],
      [type, DRAFT_CAPS.fileType],
    ]),
  ];
  return (
    attachments.length <= DRAFT_CAPS.attachments && texts.every(([text = '', cap]) => isWithin(text, cap))
  );
}
