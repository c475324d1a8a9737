import { createContext } from 'react';
import type { Searched } from '../lib/mark-words.ts';

/** The words by which the page was found, to be marked where they stand. */
export const SearchedContext = createContext<Searched>([]);
