export interface TextIssue<Field extends string, Code extends string> {
  field: Field;
  code: Code;
  params?: Record<string, string | number>;
}

interface TextRule<Field extends string, Code extends string> {
  field: Field;
  maxUnits: number;
  missing: Code;
  tooLong: Code;
}

/** Judges a text of the office's own, which must not be empty and must not be too long. */
export function judgeText<Field extends string, Code extends string>(
  text: string,
  { field, maxUnits, missing, tooLong }: TextRule<Field, Code>,
): TextIssue<Field, Code>[] {
  if (text.trim() === '') return [{ field, code: missing }];
  return text.length > maxUnits ? [{ field, code: tooLong, params: { max: maxUnits } }] : [];
}
