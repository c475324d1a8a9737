import { otherEngines } from './engines/other-engines.ts';
import { blankFirst, blankLater, shiftFirst, shiftLater } from './films/blank-and-shift.ts';
import type { Measurement } from './measurement.ts';
import { bytesAsServed } from './measurements/bytes-as-served.ts';
import { filter } from './measurements/filter.ts';
import {
  firstFieldCold,
  firstFieldFloor,
  firstFieldRatio,
  signInField,
  signInRatio,
} from './measurements/first-field.ts';
import { firstJavaScriptOfList, firstJavaScriptOfSignIn } from './measurements/first-javascript.ts';
import { firstPullUsable, firstPullWhole } from './measurements/first-pull.ts';
import { firstSearch } from './measurements/first-search.ts';
import { heavyFiles, heavyFilesMemory } from './measurements/heavy-files.ts';
import { keyToDisk } from './measurements/key-to-disk.ts';
import { laterVisit } from './measurements/later-visit.ts';
import { manyDrafts } from './measurements/many-drafts.ts';
import { offlineStart } from './measurements/offline-start.ts';
import { openListAgain } from './measurements/open-list.ts';
import { openRequest } from './measurements/open-request.ts';
import { overview } from './measurements/overview.ts';
import { search } from './measurements/search.ts';
import { showMore } from './measurements/show-more.ts';
import { typedEarly } from './measurements/typed-early.ts';
import { typing } from './measurements/typing.ts';
import { pressesOnTheList } from './presses/on-the-list.ts';
import { pressesWhileWriting } from './presses/while-writing.ts';

/** In the order of the table; one file each. */
export const MEASUREMENTS: readonly Measurement[] = [
  firstJavaScriptOfSignIn,
  firstJavaScriptOfList,
  bytesAsServed,
  firstFieldRatio,
  firstFieldCold,
  firstFieldFloor,
  signInRatio,
  signInField,
  typedEarly,
  laterVisit,
  offlineStart,
  openListAgain,
  openRequest,
  showMore,
  firstSearch,
  search,
  filter,
  overview,
  blankFirst,
  blankLater,
  shiftFirst,
  shiftLater,
  ...pressesWhileWriting,
  ...pressesOnTheList,
  typing,
  keyToDisk,
  manyDrafts,
  heavyFiles,
  heavyFilesMemory,
  firstPullUsable,
  firstPullWhole,
  ...otherEngines,
];
