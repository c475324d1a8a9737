let count = 0;

/** Whether this page does something that would be lost if it were loaded anew: files are chosen or read, a copy comes in, or a file is made to be kept. */
export function isUnderWay(): boolean {
  return count > 0;
}

/** Keeps the page from being loaded anew until the work is done. */
export async function whileUnderWay<T>(work: Promise<T>): Promise<T> {
  count += 1;
  try {
    return await work;
  } finally {
    count -= 1;
  }
}
