import * as v from 'valibot';
import { capped } from '../contract/bodies/bodies.ts';
import type { Fields } from '../contract/schemas/content-schemas.ts';
import type { OfficeAction } from '../domain/office-moves.ts';

const CLOCK_MAX_WORKING_DAYS = 1000;

/** The bodies of the demo's paths that the reference server's tests have too. */
export const clockBody = v.strictObject({ workingDays: wholeNumber(0, CLOCK_MAX_WORKING_DAYS) });
export const officeBody = v.strictObject({
  requestId: capped(36),
  action: v.picklist(['review', 'ask', 'answer', 'forward', 'close']),
} satisfies Fields<{ requestId: string; action: OfficeAction }>);
export const representationBody = v.strictObject({
  citizenId: capped(80),
  representedId: capped(80),
  isActive: v.boolean(),
});

export function wholeNumber(min: number, max: number) {
  return v.pipe(v.number(), v.safeInteger(), v.minValue(min), v.maxValue(max));
}
