import { statSync } from 'node:fs';

/** The ways in which the build compresses its text files, and what it then adds to their names, the smallest first. */
export const COMPRESSED_FORMS = [
  { encoding: 'br', ending: '.br' },
  { encoding: 'gzip', ending: '.gz' },
] as const;

type CompressedForm = (typeof COMPRESSED_FORMS)[number];

/** Finds the compressed forms beside a file. A form that is older than the file has its former content, and is left out. */
export function findCompressedForms(file: string): CompressedForm[] {
  const { mtimeMs } = statSync(file);
  return COMPRESSED_FORMS.filter(({ ending }) => {
    const form = statSync(file + ending, { throwIfNoEntry: false });
    return form !== undefined && form.mtimeMs >= mtimeMs;
  });
}

/** Returns the first of the forms that a browser accepts, as `Accept-Encoding` says. */
export function chooseForm(
  forms: readonly CompressedForm[],
  accepted: string | string[] = '',
): CompressedForm | undefined {
  const taken = `${accepted}`
    .toLowerCase()
    .split(',')
    .map((each) => each.split(';').map((part) => part.trim()))
    .filter(([, weight = '']) => !/^q=0(\.0*)?$/.test(weight))
    .map(([name]) => name);
  return forms.find(({ encoding }) => taken.includes(encoding));
}
