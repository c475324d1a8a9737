import * as v from 'valibot';
import { isDay } from '../domain/lisbon-date.ts';

const SENTENCE = 'EXTRA_HOLIDAYS must be days with commas between them, as 2027-02-09,2027-06-14.';

export const extraHolidays = v.pipe(
  v.string(),
  v.transform((text) => text.split(',').map((day) => day.trim())),
  v.check((days) => days.every(isDay), SENTENCE),
);
