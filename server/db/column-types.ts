import type { ColumnType } from 'kysely';

/** JSON that is written as its text, so that what is read is what was written. */
export type Json<T> = ColumnType<T, string, string>;
/** A `bigint` that is read as a number: none of ours grows beyond what a number holds exactly. */
export type Big = number;
