import { useState } from 'react';
import type { RequestRow } from '../../db/core/schema.ts';

/** Every reading makes new rows; those that say the same as before stay the same, so that their cards need not be drawn again. */
export function useSteadyRows(read: RequestRow[]): RequestRow[] {
  const [known, setKnown] = useState({ read, rows: read });
  if (known.read === read) return known.rows;
  const rows = keepSame(known.rows, read);
  setKnown({ read, rows });
  return rows;
}

/** What the server changes of a request moves `updatedAt`; only whether it is read changes here. */
function keepSame(before: RequestRow[], read: RequestRow[]): RequestRow[] {
  const byId = new Map(before.map((row) => [row.id, row]));
  return read.map((row) => {
    const old = byId.get(row.id);
    return old && old.updatedAt === row.updatedAt && old.unread === row.unread ? old : row;
  });
}
