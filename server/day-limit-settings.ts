import * as v from 'valibot';
import { type DayLimits, DEFAULT_DAY_LIMITS } from '../domain/day-limits.ts';
import { BYTES_PER_MB } from '../shared/format-bytes.ts';
import { wholeNumber } from './setting-kinds.ts';

const { dayRequestsMax, dayMessagesMax, dayUploadsMaxBytes } = DEFAULT_DAY_LIMITS;
const MOST = 999_999;

export const dayLimitSettings = {
  DAY_REQUESTS: v.optional(wholeNumber('DAY_REQUESTS', 1, MOST), String(dayRequestsMax)),
  DAY_MESSAGES: v.optional(wholeNumber('DAY_MESSAGES', 1, MOST), String(dayMessagesMax)),
  DAY_UPLOAD_MB: v.optional(wholeNumber('DAY_UPLOAD_MB', 1, MOST), String(dayUploadsMaxBytes / BYTES_PER_MB)),
};

type DayLimitSettings = v.InferOutput<v.ObjectSchema<typeof dayLimitSettings, undefined>>;

export function readDayLimits({ DAY_REQUESTS, DAY_MESSAGES, DAY_UPLOAD_MB }: DayLimitSettings): DayLimits {
  return {
    dayRequestsMax: DAY_REQUESTS,
    dayMessagesMax: DAY_MESSAGES,
    dayUploadsMaxBytes: DAY_UPLOAD_MB * BYTES_PER_MB,
  };
}
