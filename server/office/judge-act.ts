import type { IssueCode } from '../../domain/issue.ts';
import type { Limits } from '../../domain/limits.ts';
import { PURPOSE_OF_ACTION } from '../../domain/office-moves.ts';
import { plainLine } from '../../domain/plain-line.ts';
import { checkFiles } from '../../domain/validate-attachments.ts';
import { validateDescription } from '../../domain/written/rules.ts';
import type { OfficeAct } from './act.ts';
import { judgeText } from './judge-text.ts';
import { judgeNote, type NoteIssue } from './notes.ts';

/** The limits that the contract gives for an office's name. */
const OFFICE_NAME = {
  field: 'otherOffice',
  maxUnits: 300,
  missing: 'otherOfficeMissing',
  tooLong: 'otherOfficeTooLong',
} as const;

export interface OfficeIssue {
  field: 'body' | 'attachments' | 'otherOffice' | 'note';
  code: IssueCode | 'otherOfficeMissing' | 'otherOfficeTooLong' | NoteIssue['code'];
  params?: Record<string, string | number>;
}

/** Judges what the office wants to say, by the rules that hold for a citizen's reply. */
export function judgeAct(
  {
    action,
    body,
    files,
    otherOffice = '',
    note = '',
  }: Pick<OfficeAct, 'action' | 'body' | 'files' | 'otherOffice' | 'note'>,
  limits: Limits,
): OfficeIssue[] {
  const ofOffice = action === 'forward' ? judgeText(plainLine(otherOffice), OFFICE_NAME) : [];
  const ofNote = note === '' ? [] : judgeNote(note);
  if (PURPOSE_OF_ACTION[action] === null) return ofOffice;
  const ofBody = validateDescription(body, limits, 10 * limits.descriptionMaxGraphemes);
  const ofFiles = checkFiles(files, limits);
  return [
    ...ofOffice,
    ...ofBody.map((issue) => ({ ...issue, field: 'body' as const })),
    ...ofFiles.map((issue) => ({ ...issue, field: 'attachments' as const })),
    ...ofNote,
  ];
}
