import type { Attachment } from '../contract/types.ts';
import { megabytes, megabytesRoundedUp } from '../shared/format-bytes.ts';
import { endingsOf, fileKindName } from './file-kinds.ts';
import { hasEndingOf } from './file-name.ts';
import type { Issue, IssueCode } from './issue.ts';
import type { Limits } from './limits.ts';
import { plainLine } from './plain-line.ts';

type AttachedFile = Pick<Attachment, 'name' | 'size' | 'sha256'>;

export interface ChosenFile extends AttachedFile {
  /** The type that `detectFileType` found, never that of the name or the browser. */
  type: string | null;
  passwordProtected: boolean;
}

type SizeLimits = Pick<Limits, 'attachmentMaxBytes'>;
type FileLimits = SizeLimits & Pick<Limits, 'acceptedTypes'>;
type TotalLimits = Pick<Limits, 'attachmentsMaxCount' | 'attachmentsMaxTotalBytes'>;

/** Checks the size before the bytes are read, so that a film of 2 GB is never loaded to be refused. */
export function checkFileSize(file: Pick<AttachedFile, 'name' | 'size'>, limits: SizeLimits): Issue | null {
  const { name, size } = file;
  const max = limits.attachmentMaxBytes;
  if (size === 0) return issue('attachmentEmpty', { name });
  if (size > max) {
    return issue('attachmentTooBig', { name, size: megabytesRoundedUp(size), max: megabytes(max) });
  }
  return null;
}

/** Checks a file. The same content under any name is a double; another file of the same name is kept. */
export function checkFile(
  file: ChosenFile,
  existing: readonly Pick<AttachedFile, 'sha256'>[],
  limits: FileLimits,
): Issue | null {
  const { type, sha256 } = file;
  const name = plainLine(file.name);
  const sizeIssue = checkFileSize(file, limits);
  if (sizeIssue) return sizeIssue;
  if (type === null || !limits.acceptedTypes.includes(type))
    return issue('attachmentTypeNotAccepted', { name });
  const [ending] = endingsOf(type);
  if (ending !== undefined && !hasEndingOf(type, name)) {
    return issue('attachmentEnding', { name, kind: fileKindName(type) ?? type, ending: `.${ending}` });
  }
  if (file.passwordProtected) return issue('attachmentPassword', { name });
  if (existing.some((other) => other.sha256 === sha256)) return issue('attachmentDuplicate', { name });
  return null;
}

/** Checks all files of a draft or a message: each with those before it, then all together. */
export function checkFiles(files: readonly ChosenFile[], limits: FileLimits & TotalLimits): Issue[] {
  const ofEach = files.map((file, index) => checkFile(file, files.slice(0, index), limits));
  return [...ofEach, checkTotals(files, [], limits)].filter((issue) => issue !== null);
}

export function checkTotals(
  existing: readonly Pick<AttachedFile, 'size'>[],
  chosen: readonly Pick<AttachedFile, 'size'>[],
  limits: TotalLimits,
): Issue | null {
  const all = [...existing, ...chosen];
  if (all.length > limits.attachmentsMaxCount) {
    return issue('attachmentTooMany', { max: limits.attachmentsMaxCount, chosen: all.length });
  }
  const total = all.reduce((sum, file) => sum + file.size, 0);
  const max = limits.attachmentsMaxTotalBytes;
  if (total > max) {
    return issue('attachmentsTooBigTogether', { total: megabytesRoundedUp(total), max: megabytes(max) });
  }
  return null;
}

function issue(code: IssueCode, params: Record<string, string | number>): Issue {
  return { field: 'attachments', code, params };
}
