/** What the office's record says of somebody. */
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
