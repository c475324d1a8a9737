import type { ColumnType } from 'kysely';

/** Written as its text, so that what is read is what was written. */
export type Json<T> = ColumnType<T, string, string>;
/** As a number: none of ours grows beyond what one holds exactly. */
export type Big = number;
