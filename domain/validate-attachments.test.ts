import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from './limits.ts';
import { type ChosenFile, checkFile, checkFileSize, checkTotals } from './validate-attachments.ts';

const MB = 1024 * 1024;

function chosen(changes: Partial<ChosenFile> = {}): ChosenFile {
  return {
    name: 'x.pdf',
    size: 1000,
    type: 'application/pdf',
    sha256: 'aa',
    passwordProtected: false,
    ...changes,
  };
}

function files(count: number, size: number) {
  return Array.from({ length: count }, () => ({ size }));
}

describe('checkFile', () => {
  it('accepts a good file, of exactly 10 MB too', () => {
    expect(checkFile(chosen({ size: 10 * MB }), [], DEFAULT_LIMITS)).toBeNull();
  });

  it.each([
    ['an empty file', { size: 0, type: null }, 'attachmentEmpty', { name: 'x.pdf' }],
    ['a file of 12,4 MB', { size: 12.4 * MB }, 'attachmentTooBig', { name: 'x.pdf', size: 12.4, max: 10 }],
    [
      'a file one byte too big',
      { size: 10 * MB + 1 },
      'attachmentTooBig',
      { name: 'x.pdf', size: 10.1, max: 10 },
    ],
    ['a file of no known type', { type: null }, 'attachmentTypeNotAccepted', { name: 'x.pdf' }],
    [
      'a type the server does not take',
      { type: 'image/gif' },
      'attachmentTypeNotAccepted',
      { name: 'x.pdf' },
    ],
    ['a file with a password', { passwordProtected: true }, 'attachmentPassword', { name: 'x.pdf' }],
  ] as const)('refuses %s', (_what, changes, code, params) => {
    expect(checkFile(chosen(changes), [], DEFAULT_LIMITS)).toEqual({ field: 'attachments', code, params });
  });

  it('refuses the same content under another name, and keeps another file of the same name', () => {
    const attached = [{ name: 'x.pdf', size: 1000, sha256: 'aa' }];
    expect(checkFile(chosen({ name: 'copy.pdf' }), attached, DEFAULT_LIMITS)).toEqual({
      field: 'attachments',
      code: 'attachmentDuplicate',
      params: { name: 'copy.pdf' },
    });
    expect(checkFile(chosen({ sha256: 'bb' }), attached, DEFAULT_LIMITS)).toBeNull();
  });
});

describe('checkFileSize', () => {
  it('judges by the size alone, before anything is read', () => {
    expect(checkFileSize({ name: 'film.mov', size: 2048 * MB }, DEFAULT_LIMITS)?.code).toBe(
      'attachmentTooBig',
    );
    expect(checkFileSize({ name: 'film.mov', size: 1 }, DEFAULT_LIMITS)).toBeNull();
  });
});

describe('checkTotals', () => {
  it('takes ten files of 5 MB', () => {
    expect(checkTotals(files(4, 5 * MB), files(6, 5 * MB), DEFAULT_LIMITS)).toBeNull();
  });

  it('counts those attached before with those chosen now', () => {
    expect(checkTotals(files(4, 1), files(7, 1), DEFAULT_LIMITS)).toEqual({
      field: 'attachments',
      code: 'attachmentTooMany',
      params: { max: 10, chosen: 11 },
    });
  });

  it('tells the size of all together when it is over', () => {
    expect(checkTotals(files(5, 8 * MB), files(2, 6 * MB), DEFAULT_LIMITS)).toEqual({
      field: 'attachments',
      code: 'attachmentsTooBigTogether',
      params: { total: 52, max: 50 },
    });
  });
});
