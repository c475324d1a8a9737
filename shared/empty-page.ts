/** The page for every address that has no page of its own. It is empty until the app draws it. */
export const EMPTY_PAGE = 'app.html';
