/** What the office's record can say that somebody did. */
export type Recorded =
  | 'signedIn'
  | 'wrongPassword'
  | 'wrongCode'
  | 'requestOpened'
  | 'requestRefused'
  | 'requestAssigned'
  | 'fileOpened'
  | 'searched'
  | 'nissShown'
  | 'recordOpened';
