let asked = 0;

/** Fetches what is told or done without when it does not come: the document is not loaded anew under whoever writes. */
export async function fetchWithoutReload<Part>(fetchPart: () => Promise<Part>): Promise<Part> {
  asked += 1;
  try {
    return await fetchPart();
  } finally {
    asked -= 1;
  }
}

export const mustNotReload = () => asked > 0;
