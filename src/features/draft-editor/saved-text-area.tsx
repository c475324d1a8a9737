import type { ComponentProps } from 'react';
import { CountedTextArea } from '../../parts/counted-text-area.tsx';
import { SavedLine } from './saved-line.tsx';
import type { SaverState } from './saver-state.ts';

interface SavedTextAreaProps extends Omit<ComponentProps<typeof CountedTextArea>, 'beside'> {
  /** Null before anything has been saved. */
  saved: { state: SaverState; at: string } | null;
}

/** What a request or a message says: counted, and with the line that says where it is saved. */
export function SavedTextArea({ saved, ...field }: SavedTextAreaProps) {
  const id = `${field.id}-saved`;
  const line = saved && <SavedLine id={id} state={saved.state} savedAt={saved.at} />;
  return <CountedTextArea {...field} beside={line && { id, line }} />;
}
