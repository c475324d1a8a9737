import { problem } from '../../contract/problem.ts';
import type { Rating } from '../../contract/types.ts';
import { type Handled, withdrawn, withRequest } from '../office-moves.ts';
import { canonicalJson } from '../proof/canonical-json.ts';
import { canWithdraw } from '../request-state.ts';
import { type ActingRight, requireRight } from './sent.ts';

export interface FollowUpFacts<Row extends Handled> extends ActingRight {
  row: Row;
}

/**
 * The request after the change, and what the office is told. Null when the request had the change already: the device missed the answer and has sent it
 * again.
 */
export type FollowedUp<Row> = { row: Row; toldOffice: 'withdrawn' | 'rated' | null } | null;

export function decideWithdrawal<Row extends Handled>(
  facts: FollowUpFacts<Row>,
  nowMs: number,
): FollowedUp<Row> {
  const { row } = facts;
  if (row.request.state === 'withdrawn') return null;
  requireRight(facts, row.request.onBehalfOf);
  if (!canWithdraw(row.request.state)) throw problem('state-forbids');
  return { row: withdrawn(row, nowMs), toldOffice: 'withdrawn' };
}

export function decideRating<Row extends Handled>(
  facts: FollowUpFacts<Row>,
  rating: Rating,
  nowMs: number,
): FollowedUp<Row> {
  const { row } = facts;
  if (canonicalJson(row.request.rating) === canonicalJson(rating)) return null;
  requireRight(facts, row.request.onBehalfOf);
  if (!row.request.history.some(({ state }) => state === 'answered')) throw problem('state-forbids');
  return { row: changed(row, { rating }, nowMs), toldOffice: 'rated' };
}

/** Asks for no right to act for another: a citizen who has lost it may still read. */
export function decideReadMark<Row extends Handled>(
  { row }: FollowUpFacts<Row>,
  mark: { readUpTo: string },
  nowMs: number,
): FollowedUp<Row> {
  const readUpTo = new Date(mark.readUpTo).toISOString();
  const known = row.request.readUpTo;
  if (known !== null && known >= readUpTo) return null;
  return { row: changed(row, { readUpTo }, nowMs), toldOffice: null };
}

function changed<Row extends Handled>(row: Row, fields: Partial<Handled['request']>, nowMs: number): Row {
  return withRequest(row, { ...fields, updatedAt: new Date(nowMs).toISOString() });
}
