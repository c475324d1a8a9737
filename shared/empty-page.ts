/** The page of every address that has none of its own: nothing is drawn in it yet. */
export const EMPTY_PAGE = 'app.html';
