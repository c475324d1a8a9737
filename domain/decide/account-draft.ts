import { problem } from '../../contract/problem.ts';
import type { AccountDraft, DraftContent } from '../../contract/types.ts';
import { requireRoom, type Usage } from '../account-usage.ts';
import type { Limits } from '../limits.ts';
import { canonicalJson } from '../proof/canonical-json.ts';

/** The version that the device knew, as its headers say. */
export interface Condition {
  ifMatch: string | null;
  ifNoneMatch: string | null;
}

interface DraftFacts {
  /** The draft that the account has under this id. */
  kept: AccountDraft | null;
  /** Whether the id has become a request or a message. */
  hasArrived: boolean;
  usage: Usage;
  limits: Limits;
}

/**
 * Decides whether the draft is new to the account or replaces the kept one. Throws unless the device knew the version that the account has. The same content
 * again is no conflict: the answer to the first try was lost.
 */
export function decideDraft(
  { kept, hasArrived, usage, limits }: DraftFacts,
  content: DraftContent,
  { ifMatch, ifNoneMatch }: Condition,
): { earlier: AccountDraft } | { earlier: null; isNew: boolean } {
  if (hasArrived) throw problem('already-submitted');
  if (kept && canonicalJson(kept.content) === canonicalJson(content)) return { earlier: kept };
  const knewIt = kept ? ifMatch === kept.etag && ifNoneMatch === null : ifMatch === null;
  if (!knewIt) throw problem('draft-changed');
  if (!kept) requireRoom(usage, { drafts: 1 }, limits);
  return { earlier: null, isNew: kept === null };
}

/** Throws when the device asks to delete another version than the account has. */
export function requireVersion({ etag }: AccountDraft, ifMatch: string | null): void {
  if (ifMatch !== null && ifMatch !== etag) throw problem('draft-changed');
}
