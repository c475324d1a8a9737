import type { RequestKind } from '../../contract/types.ts';
import type { OfficeDocumentId } from './office-documents.ts';

/** An answer of the pretend clerk about a subject, without greeting and close. It says nothing that the short answers do not say. */
export interface WrittenAnswer {
  subjectIds: readonly string[];
  kinds: readonly RequestKind[];
  text: string;
  /** The document that goes with the answer if the citizen asked for one. */
  document?: OfficeDocumentId;
}

/** The kinds of request with which citizens want to know something. */
export const TO_KNOW: readonly RequestKind[] = ['information', 'clarification'];
