import * as v from 'valibot';

/** A setting. */
export function wholeNumber(name: string, min: number, max: number) {
  const sentence = `${name} must be a number from ${min} to ${max}.`;
  return v.pipe(
    v.string(),
    v.regex(/^[0-9]{1,6}$/, sentence),
    v.transform(Number),
    v.minValue(min, sentence),
    v.maxValue(max, sentence),
  );
}
