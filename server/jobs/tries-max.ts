/** The tries take more than two days, within which somebody mends what does not answer. After them the job stays in the table, to be seen. */
export const TRIES_MAX = 20;
