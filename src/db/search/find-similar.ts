import { type Gist, gistOf, resemblance } from '../../../domain/resemblance.ts';
import type { RequestRow } from '../core/schema.ts';
import type { SearchEntry } from './search-entry.ts';

/** The words that are compared with earlier requests. */
export interface WrittenQuestion {
  text: string;
  /** `SELF`, or the id of the person whom the citizen represents: a request for somebody else is another question. */
  personId: string;
  /** The first Lisbon day of reception, yyyy-mm-dd: requests received before it are not compared. */
  from: string;
  /** Ids of requests that the citizen does not want to be shown. */
  except: readonly string[];
}

/** Gists of requests, kept because every pause in the writing compares all of them. */
const gists = new WeakMap<SearchEntry, Gist>();

function knownGist(entry: SearchEntry): Gist {
  const gist = gists.get(entry) ?? gistOf(entry.request.description);
  gists.set(entry, gist);
  return gist;
}

/** Finds the request that resembles the words most; null where none does so enough. */
export function findSimilar(
  entries: readonly SearchEntry[],
  { text, personId, from, except }: WrittenQuestion,
): RequestRow | null {
  const gist = gistOf(text);
  let found: RequestRow | null = null;
  let best = 0;
  for (const entry of entries) {
    const { id, person, receivedOn, state } = entry;
    if (person.id !== personId || receivedOn < from || state === 'withdrawn' || except.includes(id)) continue;
    const score = resemblance(gist, knownGist(entry));
    if (score <= best) continue;
    best = score;
    found = entry.request;
  }
  return found;
}
