/** So long the institution keeps what citizens have. */
export interface Retention {
  /** After a request was closed or withdrawn. */
  closedYears: number;
  /** After a draft was last saved. */
  draftDays: number;
  /** After something was put into the office's record. */
  recordYears: number;
}

/** How much has gone. */
export interface Forgotten {
  requests: number;
  drafts: number;
  uploads: number;
}
