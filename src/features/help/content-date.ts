/** When the texts of help and of the legal pages were last gone through. */
export const CONTENT_DATE = '2026-11-25';
