let asked = 0;

/** Fetches a part of a page. Where it does not come, the citizen is told or the page does without it; the document is not loaded anew under them. */
export async function fetchWithoutReload<Part>(fetchPart: () => Promise<Part>): Promise<Part> {
  asked += 1;
  try {
    return await fetchPart();
  } finally {
    asked -= 1;
  }
}

export const mustNotReload = () => asked > 0;
