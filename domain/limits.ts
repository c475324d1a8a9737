import type { PublishedLimits } from '../contract/types.ts';
import { BYTES_PER_MB } from '../shared/format-bytes.ts';

/** The limits that the server publishes. A device uses the defaults until it has received them once. */
export type Limits = PublishedLimits;

export const DEFAULT_LIMITS: Limits = {
  descriptionMinGraphemes: 10,
  descriptionMaxGraphemes: 4000,
  attachmentsMaxCount: 10,
  attachmentMaxBytes: 10 * BYTES_PER_MB,
  attachmentsMaxTotalBytes: 50 * BYTES_PER_MB,
  acceptedTypes: [
    'application/pdf',
    'image/jpeg',
    'image/png',
    'image/webp',
    'image/heic',
    'application/vnd.oasis.opendocument.text',
    'application/vnd.oasis.opendocument.spreadsheet',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'text/plain',
  ],
  generalWorkingDays: 10,
  complaintWorkingDays: 15,
  extraHolidays: [],
  accountDraftsMaxCount: 500,
  accountUploadsMaxCount: 500,
  accountUploadsMaxTotalBytes: 1024 * BYTES_PER_MB,
  changesMaxBytes: BYTES_PER_MB,
};
