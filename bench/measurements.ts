import type { Measurement } from './measurement.ts';
import { filter } from './measurements/filter.ts';
import { firstSearch } from './measurements/first-search.ts';
import { offlineStart } from './measurements/offline-start.ts';
import { openRequest } from './measurements/open-request.ts';
import { overview } from './measurements/overview.ts';
import { search } from './measurements/search.ts';
import { showMore } from './measurements/show-more.ts';

/** In the order of the table; one file each. */
export const MEASUREMENTS: readonly Measurement[] = [
  offlineStart,
  firstSearch,
  search,
  filter,
  showMore,
  openRequest,
  overview,
];
