import type { RequestKind } from '../../contract/types.ts';
import type { OfficeDocumentId } from './office-documents.ts';

/** What the pretend clerk writes about a subject, without greeting and close. It says nothing that the short answers do not say. */
export interface WrittenAnswer {
  subjectIds: readonly string[];
  kinds: readonly RequestKind[];
  text: string;
  /** Put into the envelope where one was asked for. */
  document?: OfficeDocumentId;
}

/** The kinds of those who want to know something. */
export const TO_KNOW: readonly RequestKind[] = ['information', 'clarification'];
