/** A file as the other app named it; neither its name nor its type has been judged. */
export interface SharedFile {
  id: string;
  name: string;
  type: string;
  bytes: ArrayBuffer;
}

/** What was shared, before anybody knows whose it is. */
export interface SharedContent {
  text: string;
  files: SharedFile[];
  /** The names of files that were too many or too large to be kept. */
  leftOut: string[];
}

/** What another app of this device shared with e-Clic, until it is in a draft. */
export interface Share extends SharedContent {
  /** Says whose it is and since when: the current citizen's or the guest's, by the device's clock. */
  key: string;
  /** Stands in the address of the page that shows it. */
  id: string;
}
