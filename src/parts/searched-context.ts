import { createContext } from 'react';
import type { Searched } from '../lib/mark-words.ts';

/** The searched words by which the citizen found this page; they are marked in its texts. */
export const SearchedContext = createContext<Searched>([]);
