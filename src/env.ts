/**
 * Demo builds and the development server carry the pretend server. Written out where it is asked, so that the bundler sees a literal and
 * drops the branch: a production build must contain nothing of it.
 */
export const IS_DEMO: boolean = import.meta.env.MODE === 'demo' || import.meta.env.DEV;
