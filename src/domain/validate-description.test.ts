import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from './limits.ts';
import { validateDescription } from './validate-description.ts';

const FAMILY = '👨‍👩‍👧‍👦';

describe('validateDescription', () => {
  it.each(['', '   \n\u00a0'])('asks for a description when there is none: «%s»', (text) => {
    expect(validateDescription(text, DEFAULT_LIMITS)).toEqual([
      { field: 'description', code: 'descriptionMissing' },
    ]);
  });

  it('tells what is needed when nine characters are written, however they are padded', () => {
    const tooShort = [{ field: 'description', code: 'descriptionTooShort', params: { min: 10 } }];
    expect(validateDescription('a'.repeat(9), DEFAULT_LIMITS)).toEqual(tooShort);
    expect(validateDescription(`  ${'a'.repeat(9)}\n\n`, DEFAULT_LIMITS)).toEqual(tooShort);
  });

  it('tells how many characters are over', () => {
    expect(validateDescription('a'.repeat(4012), DEFAULT_LIMITS)).toEqual([
      { field: 'description', code: 'descriptionTooLong', params: { over: 12, max: 4000 } },
    ]);
  });

  it.each([
    ['ten letters', 'a'.repeat(10)],
    ['4000 letters', 'ã'.repeat(4000)],
    ['3990 family emoji', FAMILY.repeat(3990)],
  ])('accepts %s', (_what, text) => {
    expect(validateDescription(text, DEFAULT_LIMITS)).toEqual([]);
  });
});
