import { describe, expect, it } from 'vitest';
import { blobType, fileKindKey, fileKindNames } from './file-kinds.ts';
import { DEFAULT_LIMITS } from './limits.ts';

describe('kinds of files', () => {
  it('have a name for every type that is taken, and none for what this build does not know', () => {
    expect(fileKindNames(DEFAULT_LIMITS.acceptedTypes).split(', ')).toHaveLength(
      DEFAULT_LIMITS.acceptedTypes.length,
    );
    expect(fileKindNames(['image/jpeg', 'image/jxl', 'application/pdf'])).toBe('JPG, PDF');
    expect(fileKindKey('toString')).toBe('other');
  });

  it('are told to the browser only where it shows them without running anything', () => {
    expect(blobType('application/pdf')).toBe('application/pdf');
    expect(blobType('image/png')).toBe('image/png');
    for (const type of ['text/html', 'image/svg+xml', 'text/plain', '']) {
      expect(blobType(type)).toBe('application/octet-stream');
    }
  });
});
