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

export interface DraftFacts {
  /** What the account has of it. */
  kept: AccountDraft | null;
  /** Whether the id has become a request or a message. */
  hasArrived: boolean;
  usage: Usage;
  limits: Limits;
}

/**
 * Whether the draft is new to the account, if the device knew the version that it has. The same content again is no conflict: the answer to the
 * first try was lost.
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

/** Throws where the device asks for the deletion of a version that the account has no more. */
export function requireVersion({ etag }: AccountDraft, ifMatch: string | null): void {
  if (ifMatch !== null && ifMatch !== etag) throw problem('draft-changed');
}
