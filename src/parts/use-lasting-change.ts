import { useEffect } from 'react';

type Change<Value> = (value: Value) => void;

/**
 * Returns a change of one field for an undo, since a notice outlives its editor. If the draft is open again by then, the editor that is open makes the change
 * and shows it; otherwise this one still saves it. `open` holds the open editors of the field by the id of their draft.
 */
export function useLastingChange<Value>(
  open: Map<string, Change<Value>>,
  draftId: string,
  change: Change<Value>,
): Change<Value> {
  useEffect(() => {
    open.set(draftId, change);
    return () => void open.delete(draftId);
  }, [open, draftId, change]);
  return (value) => (open.get(draftId) ?? change)(value);
}
