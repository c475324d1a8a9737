import type { Measurement } from './measurement.ts';
import { filter } from './measurements/filter.ts';
import { firstFieldCold, firstFieldWarm } from './measurements/first-field.ts';
import { firstJavaScriptOfList, firstJavaScriptOfSignIn } from './measurements/first-javascript.ts';
import { firstPullUsable, firstPullWhole } from './measurements/first-pull.ts';
import { firstSearch } from './measurements/first-search.ts';
import { heavyFiles, heavyFilesMemory } from './measurements/heavy-files.ts';
import { keyToDisk } from './measurements/key-to-disk.ts';
import { manyDrafts } from './measurements/many-drafts.ts';
import { offlineStart } from './measurements/offline-start.ts';
import { openListAgain } from './measurements/open-list.ts';
import { openRequest } from './measurements/open-request.ts';
import { overview } from './measurements/overview.ts';
import { search } from './measurements/search.ts';
import { showMore } from './measurements/show-more.ts';
import { typing } from './measurements/typing.ts';
import { pressesOnTheList } from './presses/on-the-list.ts';
import { pressesWhileWriting } from './presses/while-writing.ts';

/** In the order of the table; one file each. */
export const MEASUREMENTS: readonly Measurement[] = [
  firstJavaScriptOfSignIn,
  firstJavaScriptOfList,
  firstFieldCold,
  firstFieldWarm,
  offlineStart,
  openListAgain,
  openRequest,
  showMore,
  firstSearch,
  search,
  filter,
  overview,
  ...pressesWhileWriting,
  ...pressesOnTheList,
  typing,
  keyToDisk,
  manyDrafts,
  heavyFiles,
  heavyFilesMemory,
  firstPullUsable,
  firstPullWhole,
];
