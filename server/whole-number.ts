import * as v from 'valibot';

/** Checks a setting that has to be a whole number of at most six digits. */
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
