/** What the server publishes; the defaults stand until it has been heard once. */
export interface Limits {
  descriptionMinGraphemes: number;
  descriptionMaxGraphemes: number;
  attachmentsMaxCount: number;
  attachmentMaxBytes: number;
  attachmentsMaxTotalBytes: number;
  /** MIME types, as `detectFileType` names them. */
  acceptedTypes: string[];
  generalWorkingDays: number;
  complaintWorkingDays: number;
  /** yyyy-mm-dd */
  extraHolidays: string[];
  /** What an account keeps at the server at once. */
  accountDraftsMaxCount: number;
  /** Of files that no request names yet. */
  accountUploadsMaxCount: number;
  accountUploadsMaxTotalBytes: number;
  /** Of one page of the change feed. */
  changesMaxBytes: number;
}

const BYTES_PER_MB = 1024 * 1024;

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
