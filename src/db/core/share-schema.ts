/** A file as the other app named it; neither its name nor its type has been judged. */
export interface SharedFile {
  id: string;
  name: string;
  type: string;
  bytes: ArrayBuffer;
}

/** What another app shared, before its owner is known. */
export interface SharedContent {
  text: string;
  files: SharedFile[];
  /** The names of files that were too many or too large to be kept. */
  leftOut: string[];
}

/** What another app of this device shared with e-Clic, until it is in a draft. */
export interface Share extends SharedContent {
  /** Contains the share's id, when it was kept (by the device's clock) and the id of its owner: the current citizen or the guest. */
  key: string;
  /** The id in the address of the page that shows the share. */
  id: string;
}
