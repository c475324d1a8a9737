import { create } from 'zustand';

export interface NewNotice {
  text: string;
  undo?: { label: string; run: () => void };
  /** Set for a notice that asks the citizen for something. */
  politeness?: 'assertive';
  /** A link to a request; to the list where `requestId` is null. */
  link?: { label: string; requestId: string | null };
}

/** The id tells a notice from an equal one before it. */
export type ShownNotice = NewNotice & { id: number };

export const useNotices = create<{ notice: ShownNotice | null }>(() => ({ notice: null }));

let lastId = 0;

/** Shows one notice at a time: a new one takes the place of the one before. */
export function showNotice(notice: NewNotice): void {
  lastId += 1;
  useNotices.setState({ notice: { ...notice, id: lastId } });
}

export function dismissNotice(): void {
  useNotices.setState({ notice: null });
}
